import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a hash is for: none is good for anything else. */
export type HashPurpose =
  | 'account'
  | 'address'
  | 'browser'
  | 'known device'
  | 'pending sign-in'
  | 'setup'
  | 'single sign-on';

/** A hash that only somebody with the server's secret can make. */
export function keyedHash(secret: string, purpose: HashPurpose, ...parts: readonly string[]): string {
  // JSON keeps the parts apart, whatever is in them.
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url');
}

/** Whether two texts are the same, without saying by the time it takes where they differ. */
export function isSameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
