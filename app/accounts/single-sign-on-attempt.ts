import { forgetCookie, readCookie, writeCookie } from './cookie.ts';
import type { SignOnAttempt } from './identity-provider.ts';
import { isSameText, keyedHash } from './keyed-hash.ts';

/** How long somebody may take at the provider. */
const LONGEST_SECONDS = 10 * 60;
/** A browser keeps no cookie of more than 4 kB. */
const LONGEST_NEXT = 1_500;

/** A single sign-on that a browser has begun, and the page that it was on its way to. */
export type BegunSignOn = SignOnAttempt & { readonly next: string };

/**
 * Keeps what a single sign-on began with in the browser that began it: nobody else's can end it.
 *
 * @returns The Set-Cookie header of the answer.
 */
export function begunSignOnCookie(
  request: Request,
  sessionSecret: string,
  { state, nonce, verifier, next }: BegunSignOn,
  now: Date,
): string {
  const expiresAt = now.getTime() + LONGEST_SECONDS * 1000;
  const kept = next.length <= LONGEST_NEXT ? next : '/';
  const text = JSON.stringify({ state, nonce, verifier, next: kept, expiresAt });
  const value = Buffer.from(text).toString('base64url');
  return writeCookie(request, 'single-sign-on', `${value}.${proofOf(sessionSecret, value)}`, LONGEST_SECONDS);
}

/** What this browser has begun; null where it has not, or too long ago. */
export function readBegunSignOn(request: Request, sessionSecret: string, now: Date): BegunSignOn | null {
  const [value = '', proof = ''] = readCookie(request, 'single-sign-on')?.split('.') ?? [];
  if (!isSameText(proof, proofOf(sessionSecret, value))) return null;
  // Nobody else could have written it.
  const read = JSON.parse(Buffer.from(value, 'base64url').toString()) as BegunSignOn & { expiresAt: number };
  return read.expiresAt > now.getTime() ? read : null;
}

/** The Set-Cookie header by which the browser forgets it. */
export function forgottenSignOnCookie(request: Request): string {
  return forgetCookie(request, 'single-sign-on');
}

function proofOf(sessionSecret: string, value: string): string {
  return keyedHash(sessionSecret, 'single sign-on', value);
}
