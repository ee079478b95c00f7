import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { StartError } from './start-error.ts';

/** Whom to believe about the browser's own address and protocol: nobody, a number of proxies, or those named. */
export type TrustedProxies = false | number | readonly string[];

const NAMED = ['loopback', 'linklocal', 'uniquelocal'];
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
];

/**
 * Reads TRUST_PROXY: nothing (no proxy), how many stand in front, or their addresses with commas between them.
 *
 * @throws {StartError} for a value that cannot be one.
 */
export function readTrustedProxies(text: string | undefined): TrustedProxies {
  if (!text) return false;
  if (/^[1-9]$/.test(text)) return Number(text);
  const proxies = text.split(',').map((proxy) => proxy.trim());
  if (proxies.every(isProxy)) return proxies;
  throw new StartError(
    `TRUST_PROXY must be how many proxies stand in front (1 to 9), or their addresses, not "${text}"`,
  );
}

function isProxy(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0) return NAMED.includes(text);
  return rest.length === 0 && (bits === undefined || isPrefix(bits, version === 6 ? 128 : 32));
}

function isPrefix(text: string, longest: number): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= longest;
}

/** Takes the host from a trusted proxy, and from anybody else nothing that only a proxy may say. */
export const believeProxyAlone: RequestHandler = (request, _response, next) => {
  if (isFromProxy(request)) {
    const host = request.get('x-forwarded-host')?.split(',')[0]?.trim();
    if (host) request.headers.host = host;
    delete request.headers['x-forwarded-host'];
  } else {
    for (const name of FORWARDED) delete request.headers[name];
  }
  next();
};

function isFromProxy({ app, socket }: Request): boolean {
  const trusts: (address: string | undefined, hop: number) => boolean = app.get('trust proxy fn');
  return trusts(socket.remoteAddress, 0);
}
