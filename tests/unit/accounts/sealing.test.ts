import { expect, it } from 'vitest';
import { seal, unseal } from '#app/accounts/sealing.ts';

const OURS = { sessionSecret: 'a secret that is long enough for this', personId: 7 };
const SECRET = 'JBSWY3DPEHPK3PXP';

it('opens again what it has sealed', () => {
  expect(unseal(seal(SECRET, OURS), OURS)).toBe(SECRET);
});

it('shows nothing of what is inside, and never looks the same twice', () => {
  expect(seal(SECRET, OURS)).not.toContain(SECRET);
  expect(seal(SECRET, OURS)).not.toBe(seal(SECRET, OURS));
});

it('stays closed when the secret of the server is another one', () => {
  const other = { ...OURS, sessionSecret: 'another secret that is long enough' };
  expect(unseal(seal(SECRET, OURS), other)).toBeNull();
});

it('stays closed for another person', () => {
  expect(unseal(seal(SECRET, OURS), { ...OURS, personId: 8 })).toBeNull();
});

it('stays closed when any letter of it was changed', () => {
  const sealed = seal(SECRET, OURS);
  for (let position = 0; position < sealed.length - 1; position++) {
    const letter = sealed[position] === 'A' ? 'B' : 'A';
    const changed = sealed.slice(0, position) + letter + sealed.slice(position + 1);
    expect(unseal(changed, OURS), `position ${position}`).toBeNull();
  }
});

it.each(['', 'v1.', 'v2.AAAA', 'v1.AAAAAAAAAAAAAAAA', SECRET])('does not open %j', (text) => {
  expect(unseal(text, OURS)).toBeNull();
});
