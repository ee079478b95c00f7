import { describe, expect, it, test } from 'vitest';
import { forgetCookie, readCookie, writeCookie } from '#app/accounts/cookie.ts';
import { knownDeviceCookie, knownDeviceOf } from '#app/accounts/known-device.ts';

const HTTP = 'http://127.0.0.1:3000/';
const HTTPS = 'https://tributary.example/';

const request = (url: string, cookie?: string) => new Request(url, { headers: cookie ? { cookie } : {} });
const pairOf = (setCookie: string) => setCookie.split(';', 1)[0] ?? '';

describe('a cookie', () => {
  it('over HTTPS is for this very host, over HTTPS alone', () => {
    expect(writeCookie(request(HTTPS), 'session', 'abc', 60)).toBe(
      '__Host-tributary-session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
    );
  });

  it('over HTTP is the same without what only HTTPS can have', () => {
    expect(writeCookie(request(HTTP), 'session', 'abc', 60)).toBe(
      'tributary-session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
    );
  });

  it('is forgotten at once', () => {
    expect(forgetCookie(request(HTTP), 'pending')).toContain('tributary-pending=; Path=/; Max-Age=0;');
  });

  test.each([
    ['alone', 'tributary-session=abc', 'abc'],
    ['among others', 'a=b; tributary-session=abc;tributary-device=d', 'abc'],
    ['by its whole name only', 'x-tributary-session=abc; tributary-sessions=abc', null],
    ['unless it is empty', 'tributary-session=', null],
    ['unless there is none', undefined, null],
  ])('is read %s', (_how, header, value) => {
    expect(readCookie(request(HTTP, header), 'session')).toBe(value);
  });

  it('over HTTPS is not taken from one that may have been set over HTTP', () => {
    expect(readCookie(request(HTTPS, 'tributary-session=abc'), 'session')).toBeNull();
    expect(readCookie(request(HTTPS, '__Host-tributary-session=abc'), 'session')).toBe('abc');
  });
});

describe('a browser in which somebody got in before', () => {
  const secrets = { sessionSecret: 'only for tests, and long enough for them' };
  const emails = ['ida', 'jan', 'kim', 'lea', 'mia', 'nia'].map((name) => `${name}@secretariat.example`);
  const [ida = '', jan = ''] = emails;
  const cookieAfter = (email: string, cookie?: string) =>
    pairOf(knownDeviceCookie(secrets, request(HTTP, cookie), email));

  it('is known for that account and for no other', () => {
    const known = request(HTTP, cookieAfter(ida));
    expect(knownDeviceOf(secrets, known, ida)).toMatch(/^[\w-]{22}$/);
    expect(knownDeviceOf(secrets, known, jan)).toBeNull();
  });

  it('stays the same browser for several accounts, and knows the last five', () => {
    const first = cookieAfter(ida);
    const all = emails.slice(1).reduce((cookie, email) => cookieAfter(email, cookie), first);
    expect(knownDeviceOf(secrets, request(HTTP, all), ida)).toBeNull();
    const ids = emails.slice(1).map((email) => knownDeviceOf(secrets, request(HTTP, all), email));
    expect(new Set(ids)).toEqual(new Set([knownDeviceOf(secrets, request(HTTP, first), ida)]));
  });

  it('cannot be made up', () => {
    const [name, value = ''] = cookieAfter(ida).split('=');
    const [, proof] = value.split('.');
    const other = { sessionSecret: 'another secret, and long enough as well' };
    for (const forged of [
      `${name}=${'A'.repeat(22)}.${proof}`,
      `${name}=${value.slice(0, -2)}xx`,
      `${name}=${value.split('.')[0]}`,
      `${name}=.`,
    ]) {
      expect(knownDeviceOf(secrets, request(HTTP, forged), ida)).toBeNull();
    }
    expect(knownDeviceOf(other, request(HTTP, cookieAfter(ida)), ida)).toBeNull();
  });
});
