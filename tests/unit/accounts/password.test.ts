import { scryptSync } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { hashPassword, passwordProblem, verifyPassword } from '#app/accounts/password.ts';

const PASSWORD = 'four rivers meet here';

describe('a password that is kept', { timeout: 60_000 }, () => {
  it('is found to be the same, and no other is', async () => {
    const hash = await hashPassword(PASSWORD);
    expect(hash).toMatch(/^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await verifyPassword(PASSWORD, hash)).toBe(true);
    expect(await verifyPassword(`${PASSWORD} `, hash)).toBe(false);
    expect(await verifyPassword('', hash)).toBe(false);
  });

  it('never looks the same twice', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).not.toBe(other);
  });

  it('is the same however a keyboard composes it', async () => {
    const hash = await hashPassword('caf\u00e9 \ufb01ve rivers');
    expect(await verifyPassword('cafe\u0301 five rivers', hash)).toBe(true);
  });

  it('may have been kept with other costs', async () => {
    const salt = Buffer.from('sixteen of bytes');
    const key = scryptSync(PASSWORD, salt, 32, { N: 2 ** 10, r: 8, p: 1 });
    const hash = `scrypt$10$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
    expect(await verifyPassword(PASSWORD, hash)).toBe(true);
    expect(await verifyPassword('four rivers meet there', hash)).toBe(false);
  });

  it('that nobody has is never the right one, not even an empty one', async () => {
    expect(await verifyPassword(PASSWORD, null)).toBe(false);
    expect(await verifyPassword('', null)).toBe(false);
  });

  it('cannot be checked against a text that is no hash', async () => {
    await expect(verifyPassword(PASSWORD, 'plain text')).rejects.toThrow('unknown form');
  });
});

describe('a password is refused', () => {
  const person = { email: 'idanovak@secretariat.example', name: 'Ida Novak' };

  test.each([
    ['with 11 characters', 'four rivers', 'at least 12 characters'],
    ['with 11 characters of two code units each', '🐋🦈🐢🐦🦅🦭🐬🦒🦌🐘🦏', 'at least 12 characters'],
    ['that is longer than 256 characters', 'abcdefg '.repeat(33), 'at most 256 characters'],
    ['that becomes longer than 256 when composed', 'ﷺ'.repeat(20), 'at most 256 characters'],
    ['of few characters over and over', 'abcabcabcabcabc', 'same few characters'],
    ['of few characters in two cases', 'aBABabABabAB', 'same few characters'],
    ['with the name of the e-mail address', 'IdaNovak likes rivers', 'name and e-mail'],
    ['with the own name', 'rivers of ida novak', 'name and e-mail'],
  ])('%s', (_what, password, words) => {
    expect(passwordProblem(password, person)).toContain(words);
  });

  test.each([
    ['with 12 characters', 'four rivers!'],
    ['with 256 characters', 'abcdefg '.repeat(32)],
    ['in any script', 'четыре реки встречаются'],
    ['of small letters alone', 'fourriversmeethere'],
  ])('but not %s', (_what, password) => {
    expect(passwordProblem(password, person)).toBeNull();
  });

  it('but not for the two letters of a short address', () => {
    const short = { email: 'jo@secretariat.example', name: 'Jo' };
    expect(passwordProblem('major rivers join', short)).toBeNull();
  });
});
