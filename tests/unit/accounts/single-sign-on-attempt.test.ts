import { describe, expect, test } from 'vitest';
import { begunSignOnCookie, readBegunSignOn } from '#app/accounts/single-sign-on-attempt.ts';

const SECRET = 'a secret that is long enough for this';
const NOON = new Date('2030-01-31T12:00:00Z');
const BEGUN = { state: 'a state', nonce: 'a nonce', verifier: 'a verifier', next: '/species?by=theme' };
const HTTPS = 'https://tributary.example/sign-in/provider';

function minutesLater(minutes: number): Date {
  return new Date(NOON.getTime() + minutes * 60_000);
}

function written(url = HTTPS, begun = BEGUN): string {
  return begunSignOnCookie(new Request(url), SECRET, begun, NOON);
}

/** What a request finds of a cookie that a browser keeps. */
function read(cookie: string, now: Date, secret = SECRET, url = HTTPS) {
  const request = new Request(url, { headers: { cookie: cookie.split(';')[0] ?? '' } });
  return readBegunSignOn(request, secret, now);
}

describe('a single sign-on that a browser has begun', () => {
  test('is found again in the same browser', () => {
    expect(read(written(), minutesLater(9))).toMatchObject(BEGUN);
  });

  test('is over after ten minutes', () => {
    expect(read(written(), minutesLater(10))).toBeNull();
    expect(written()).toContain('Max-Age=600');
  });

  test('is nobody else’s: no script and no other site’s form gets at it', () => {
    const attributes = written().split('; ').slice(1);
    expect(attributes).toEqual(['Path=/', 'Max-Age=600', 'HttpOnly', 'SameSite=Lax', 'Secure']);
    expect(written()).toMatch(/^__Host-/);
  });

  test('is no other after somebody has changed it', () => {
    const [name = '', value = ''] = written().split(';')[0]?.split('=') ?? [];
    const [content = '', proof = ''] = value.split('.');
    const changed = { ...BEGUN, state: 'mine', expiresAt: Number.MAX_SAFE_INTEGER };
    const forged = Buffer.from(JSON.stringify(changed)).toString('base64url');
    expect(read(`${name}=${forged}.${proof}`, NOON)).toBeNull();
    expect(read(`${name}=${forged}.`, NOON)).toBeNull();
    expect(read(`${name}=${content}`, NOON)).toBeNull();
    expect(read(`${name}=`, NOON)).toBeNull();
    expect(read('', NOON)).toBeNull();
    expect(read(written(), NOON, 'another secret that is long enough too')).toBeNull();
  });

  test('stays small enough for a browser, wherever somebody was going', () => {
    const cookie = written(HTTPS, { ...BEGUN, next: `/activities?q=${'x'.repeat(10_000)}` });
    expect(cookie.length).toBeLessThan(4_000);
    expect(read(cookie, NOON)?.next).toBe('/');
  });
});
