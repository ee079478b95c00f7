import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { forgetCookie, readCookie, writeCookie } from './cookie.ts';
import type { Attempt } from './identity-provider.ts';

/** How long somebody may take at the provider, in seconds. */
const LONGEST_SECONDS = 10 * 60;

/** A sign-in that a browser has begun, and the page that it was on its way to. */
export type BegunAttempt = Attempt & { readonly next: string };

/**
 * The Set-Cookie header that keeps what a sign-in began with in the browser that began it: nobody else's can end it.
 */
export function attemptCookie(
  request: Request,
  sessionSecret: string,
  { state, nonce, verifier, next }: BegunAttempt,
  now: Date,
): string {
  const expiresAt = now.getTime() + LONGEST_SECONDS * 1000;
  const text = JSON.stringify({ state, nonce, verifier, next, expiresAt });
  const value = Buffer.from(text).toString('base64url');
  const signed = `${value}.${signatureOf(value, sessionSecret).toString('base64url')}`;
  return writeCookie(request, 'single-sign-on', signed, LONGEST_SECONDS);
}

/** What this browser has begun; null where it has not, or too long ago. */
export function readAttempt(request: Request, sessionSecret: string, now: Date): BegunAttempt | null {
  const [value = '', signature = ''] = readCookie(request, 'single-sign-on')?.split('.') ?? [];
  const expected = signatureOf(value, sessionSecret);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  // Signed: it is what was written.
  const read = JSON.parse(Buffer.from(value, 'base64url').toString()) as BegunAttempt & { expiresAt: number };
  return read.expiresAt > now.getTime() ? read : null;
}

export function forgottenAttemptCookie(request: Request): string {
  return forgetCookie(request, 'single-sign-on');
}

function signatureOf(value: string, sessionSecret: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'tributary: single sign-on', 32));
  return createHmac('sha256', key).update(value).digest();
}
