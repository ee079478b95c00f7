import { describe, expect, test } from 'vitest';
import { readTrustedProxies } from '#app/server/trust-proxy.ts';

describe('readTrustedProxies', () => {
  test.each([undefined, ''])('trusts nobody unless told otherwise', (text) => {
    expect(readTrustedProxies(text)).toBe(false);
  });

  test('takes how many proxies stand in front', () => {
    expect(readTrustedProxies('1')).toBe(1);
  });

  test.each([
    ['loopback', ['loopback']],
    ['10.0.0.7', ['10.0.0.7']],
    ['10.0.0.0/8, fd00::/8', ['10.0.0.0/8', 'fd00::/8']],
  ])('takes %s', (text, proxies) => {
    expect(readTrustedProxies(text)).toEqual(proxies);
  });

  test.each([
    '0',
    '10',
    'true',
    'all',
    '10.0.0.0/33',
    '10.0.0.0/0',
    '10.0.0.0/8/8',
    'fd00::/129',
    '10.0.0.1,',
  ])('refuses "%s"', (text) => {
    expect(() => readTrustedProxies(text)).toThrow(`their addresses, not "${text}"`);
  });
});
