import { Secret, TOTP } from 'otpauth';
import { describe, expect, it, test } from 'vitest';
import { authenticatorUri, newAuthenticatorSecret, stepOfCode } from '#app/accounts/authenticator.ts';

/** The secret of RFC 6238, appendix B. */
const RFC = Secret.fromUTF8('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1000);

describe('the code of an authenticator app', () => {
  // The last six of the eight digits that RFC 6238 gives.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i is %s, as RFC 6238 says', (seconds, code) => {
    expect(stepOfCode(RFC, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('is good one step early and one step late, and says which step it is of', () => {
    const code = '050471';
    const step = Math.floor(1_111_111_111 / 30);
    const startsAt = step * 30;
    expect(stepOfCode(RFC, code, at(startsAt - 31))).toBeNull();
    expect(stepOfCode(RFC, code, at(startsAt - 30))).toBe(step);
    expect(stepOfCode(RFC, code, at(startsAt + 29))).toBe(step);
    expect(stepOfCode(RFC, code, at(startsAt + 59))).toBe(step);
    expect(stepOfCode(RFC, code, at(startsAt + 60))).toBeNull();
  });

  it('may be typed with the space that apps show in its middle', () => {
    expect(stepOfCode(RFC, ' 287 082 ', at(59))).toBe(1);
  });

  test.each(['', '287083', '94287082', '28708', '2870822', '28708a', '٢٨٧٠٨٢', '287082\u0000'])(
    'is not %j',
    (code) => {
      expect(stepOfCode(RFC, code, at(59))).toBeNull();
    },
  );
});

describe('a new secret', () => {
  it('has 160 bits and is another one every time', () => {
    expect(newAuthenticatorSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newAuthenticatorSecret()).not.toBe(newAuthenticatorSecret());
  });

  it('reaches the app through an address that names the product and the person', () => {
    const uri = authenticatorUri(RFC, 'åsa+jwp@example.org');
    expect(uri).toMatch(/^otpauth:\/\/totp\/Tributary:/);
    const read = new URL(uri);
    expect(decodeURIComponent(read.pathname)).toContain('åsa+jwp@example.org');
    expect(read.searchParams.get('secret')).toBe(RFC);
    expect(read.searchParams.get('issuer')).toBe('Tributary');
    expect(read.searchParams.get('period')).toBe('30');
  });

  it('makes the codes that are accepted', () => {
    const secret = newAuthenticatorSecret();
    const code = new TOTP({ secret }).generate({ timestamp: 90_000 });
    expect(stepOfCode(secret, code, at(90))).toBe(3);
  });
});
