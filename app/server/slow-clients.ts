import type { Server, ServerOptions } from 'node:http';
import { StartError } from './start-error.ts';

/**
 * Reads CLIENT_PATIENCE, the seconds that a client may keep the server waiting (default 60): for the head of a
 * request, and for taking more of an answer. A whole request may take five times as long, for large files.
 *
 * @returns Milliseconds.
 * @throws {StartError} for a value that cannot be one.
 */
export function readClientPatience(text: string | undefined): number {
  const seconds = text || '60';
  if (/^[1-9]\d{0,3}$/.test(seconds)) return Number(seconds) * 1_000;
  throw new StartError(`CLIENT_PATIENCE must be a whole number of seconds from 1 to 9999, not "${seconds}"`);
}

/** How long Node's server waits for requests. */
export function requestTimeouts(patienceMs: number): ServerOptions {
  return {
    headersTimeout: patienceMs,
    requestTimeout: 5 * patienceMs,
    connectionsCheckingInterval: Math.min(30_000, patienceMs / 2),
  };
}

/** Hangs up where nobody takes what was sent. An answer that is still being made is waited for. */
export function hangUpOnUnread(server: Server, patienceMs: number): void {
  server.setTimeout(patienceMs, (socket) => {
    if (socket.writableLength > 0) socket.destroy();
  });
}
