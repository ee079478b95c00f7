import { createHash, randomInt } from 'node:crypto';

/** Neither i, l, o nor u: nobody takes them for another letter or a number. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 4;
const GROUP_LENGTH = 4;
const COUNT = 10;

/** Ten codes of 80 bits, each of which stands in for the authenticator app once. To be shown once. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: COUNT }, () => Array.from({ length: GROUPS }, newGroup).join('-'));
}

function newGroup(): string {
  return Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/**
 * What is kept of a code, however it is typed; null for what cannot be one. Without the server's secret: recovery
 * codes still work when that one has changed. Their 80 random bits need no slow hash.
 */
export function recoveryCodeHash(typed: string): string | null {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  if (code.length !== GROUPS * GROUP_LENGTH || [...code].some((letter) => !LETTERS.includes(letter))) {
    return null;
  }
  return createHash('sha256').update(code).digest('hex');
}
