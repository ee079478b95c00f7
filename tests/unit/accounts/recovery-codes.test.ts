import { describe, expect, it, test } from 'vitest';
import { newRecoveryCodes, recoveryCodeHash } from '#app/accounts/recovery-codes.ts';

describe('recovery codes', () => {
  it('are ten, all different, in letters that nobody mistakes', () => {
    const codes = newRecoveryCodes();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  });

  test.each(['0123-4567-89ab-cdef', '0123456789ABCDEF', ' oI23 4567 89ab cdef ', 'O1-23-4567-89AB-CDEF'])(
    'are known however they are typed: %s',
    (typed) => {
      expect(recoveryCodeHash(typed)).toBe(recoveryCodeHash('0123-4567-89ab-cdef'));
    },
  );

  test.each([
    '',
    '123456',
    '0123-4567-89ab-cde',
    '0123-4567-89ab-cdefg',
    '0123-4567-89ab-cdeu',
    'é'.repeat(16),
  ])('are not %j', (typed) => {
    expect(recoveryCodeHash(typed)).toBeNull();
  });

  it('are kept as hashes', () => {
    expect(recoveryCodeHash('0123-4567-89ab-cdef')).toMatch(/^[0-9a-f]{64}$/);
  });
});
