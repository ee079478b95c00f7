import type { IncomingMessage } from 'node:http';
import type { Refusal } from './refusal.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];

const FOREIGN: Refusal = {
  status: 403,
  words:
    'This request came from another website than Tributary itself. Open the page here and send it again. ' +
    'If you did, a proxy in front of this server may change its host name: tell whoever runs it.',
};

/**
 * Refuses to change anything for another website's page. Every browser says where a request comes from; a program
 * that says nothing has no cookies that a page of somebody else could make use of.
 */
export function refuseForeign({ method = '', url = '', headers }: IncomingMessage): Refusal | null {
  if (READING.includes(method)) return null;
  // A page cannot make a browser send this for it.
  if (/^\/api\//.test(url) && /^Bearer /i.test(headers.authorization ?? '')) return null;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return FOREIGN;
  return headers.origin === undefined || hostOf(headers.origin) === headers.host?.toLowerCase()
    ? null
    : FOREIGN;
}

/** The host and port of an origin; null for one that has none, such as a sandboxed frame's. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
