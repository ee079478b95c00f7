import { describe, expect, it } from 'vitest';
import { readForm } from '#app/forms/form-reading.ts';
import { revocationSchema, tokenSchema } from '#app/forms/token-form.ts';

const TODAY = '2030-01-31';
const GOOD = { name: ' Dashboard ', role: 'viewer', ends: 'on', expiresOn: '2031-01-31' };

function read(fields: Record<string, string>, maker: 'officer' | 'administrator' = 'administrator') {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readForm(tokenSchema(maker, TODAY), form);
}

function problemsOf(fields: Record<string, string>, maker?: 'officer') {
  const reading = read(fields, maker);
  return reading.ok ? {} : reading.problems;
}

describe('the form for a new token', () => {
  it('has a name without the spaces around it, a role and a last day', () => {
    expect(read(GOOD)).toEqual({
      ok: true,
      value: { name: 'Dashboard', role: 'viewer', expiresOn: '2031-01-31' },
    });
  });

  it('takes no day where "never" is chosen, whatever the field for it holds', () => {
    for (const expiresOn of ['', '2000-01-01', 'soon']) {
      expect(read({ ...GOOD, ends: 'never', expiresOn })).toMatchObject({ value: { expiresOn: null } });
    }
  });

  it('is good on its only day', () => {
    expect(read({ ...GOOD, expiresOn: TODAY }).ok).toBe(true);
  });

  it.each([
    [{ name: '  ' }, { name: 'Must not be empty.' }],
    [{ name: 'x'.repeat(101) }, { name: 'Is longer than 100 characters.' }],
    [{ role: 'king' }, { role: 'Choose a role.' }],
    [{ ends: '' }, { ends: 'Choose when it ends.' }],
    [{ expiresOn: '' }, { expiresOn: 'Fill in the last day, or choose that it never ends.' }],
    [{ expiresOn: '2031-02-30' }, { expiresOn: 'This is not a date that exists, such as 2030-12-31.' }],
    [{ expiresOn: '2030-01-30' }, { expiresOn: 'This day is over already.' }],
    [
      { name: '', expiresOn: '' },
      { name: /empty/, expiresOn: /last day/ },
    ],
  ])('says at once what is wrong with %j', (change, problems) => {
    const found = problemsOf({ ...GOOD, ...change });
    expect(Object.keys(found)).toEqual(Object.keys(problems));
    for (const [name, problem] of Object.entries(problems)) {
      if (typeof problem === 'string') expect(found[name]).toBe(problem);
      else expect(found[name]).toMatch(problem);
    }
  });

  it('hands on no more than its maker may do', () => {
    expect(problemsOf({ ...GOOD, role: 'officer' }, 'officer')).toEqual({});
    expect(problemsOf({ ...GOOD, role: 'manager' }, 'officer')).toEqual({
      role: 'A token can do no more than you may do yourself.',
    });
  });

  it.each(['', '-1', '1.5', '1e3', '12345678901'])('revokes no token by the number "%s"', (revoke) => {
    const form = new FormData();
    form.set('revoke', revoke);
    expect(readForm(revocationSchema, form).ok).toBe(false);
  });
});
