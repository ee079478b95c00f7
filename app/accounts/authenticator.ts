import { Secret, TOTP } from 'otpauth';

/** What every authenticator app can do: SHA-1, six digits, thirty seconds. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 };
const SECRET_BYTES = 20;
const ISSUER = 'Tributary';
/** How many steps a phone's clock may be off, either way. */
const WINDOW = 1;

/** A new shared secret, in the letters that people can type into an app. */
export function newAuthenticatorSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator app reads from a QR code. */
export function authenticatorUri(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/**
 * The time step that a code is of, of those near `now`; null for a wrong code. A step is good once: whoever calls
 * this notes it, and accepts later ones only.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: KIND.period, timestamp: now.getTime() }) + delta;
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({ ...KIND, issuer: ISSUER, label, secret });
}
