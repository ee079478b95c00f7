import { isIP } from 'node:net';
import { StartError } from './start-error.ts';

export type Listening = { readonly host: string; readonly port: number };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads PORT (default 3000; 0 takes any free one) and HOST (default 127.0.0.1). An empty value counts as absent.
 *
 * @throws {StartError} for a value that cannot be one.
 */
export function readListening(env: Environment): Listening {
  return { port: readPort(env.PORT || '3000'), host: readHost(env.HOST || '127.0.0.1') };
}

/**
 * Reads PUBLIC_URL: where people find the product, if a proxy in front of it does not say; null where it is absent.
 *
 * @throws {StartError} for anything but the start of an address.
 */
export function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isStart = url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
  if (isStart) return url.origin;
  throw new StartError(
    `PUBLIC_URL must be like https://tributary.example, with nothing after it, not "${text}"`,
  );
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new StartError(`PORT must be a whole number from 0 to 65535, not "${text}"`);
  return port;
}

function readHost(text: string): string {
  const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
  if (isIP(text) === 0 && !new RegExp(`^${label}(?:\\.${label})*$`).test(text)) {
    throw new StartError(`HOST must be an IP address or a host name, not "${text}"`);
  }
  return text;
}

/** The address to open in a browser: a wildcard address is reached through this machine's own. */
export function addressOf({ host, port }: Listening): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}
