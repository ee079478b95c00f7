import { expect, test } from 'vitest';
import { actingAs, type Database } from '#app/data/database.server.ts';
import {
  addFirstAdministrator,
  addPerson,
  changePerson,
  countPeople,
  EmailTakenError,
  findCredentials,
  findPerson,
  savePassword,
} from '#app/data/people.server.ts';
import { findSession, startSession } from '#app/data/sessions.server.ts';
import type { Role } from '#app/domain/role.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const HASH = 'scrypt$17$8$1$salt$key';

const entriesOf = (db: Database, key: string) =>
  db.client.auditEntry.findMany({ where: { kind: 'people', key }, orderBy: { id: 'asc' } });

const add = (db: Database, name: string, role: Role, passwordHash: string | null = HASH) =>
  addPerson(db, { email: `${name}@secretariat.example`, name, role, passwordHash });

describeOnBothDatabases('people', (open) => {
  test('are found by their e-mail address however it is written, and by number', async () => {
    const db = await open();
    const person = await addPerson(db, { email: ' Ida@Secretariat.Example ', name: 'Ida', role: 'officer' });
    expect(person).toMatchObject({
      email: 'ida@secretariat.example',
      role: 'officer',
      hasPassword: false,
      hasSecondFactor: false,
      isDemonstration: false,
      isDisabled: false,
    });
    expect(await findPerson(db, person.id)).toEqual(person);
    expect(await findCredentials(db, 'IDA@secretariat.example')).toEqual({ person, passwordHash: null });
    expect(await findCredentials(db, 'jan@secretariat.example')).toBeNull();
    expect(await findPerson(db, person.id + 1)).toBeNull();
  });

  test('have an address that nobody else has, however it is written', async () => {
    const db = await open();
    await add(db, 'ida', 'viewer');
    const again = addPerson(db, { email: 'IDA@secretariat.example', name: 'Other', role: 'viewer' });
    await expect(again).rejects.toThrow(EmailTakenError);
    expect(await entriesOf(db, 'ida@secretariat.example')).toHaveLength(1);
  });

  test('of the demonstration do not count', async () => {
    const db = await open();
    await addPerson(db, {
      email: 'x@demonstration.invalid',
      name: 'X',
      role: 'viewer',
      isDemonstration: true,
    });
    expect(await countPeople(db)).toBe(0);
    await add(db, 'ida', 'viewer');
    expect(await countPeople(db)).toBe(1);
  });

  test('have an entry in the audit trail for every change, with no hash in it', async () => {
    const db = actingAs(await open(), { kind: 'command', name: 'root' });
    const { id, revision } = await add(db, 'ida', 'viewer', null);
    await savePassword(db, id, HASH);
    await savePassword(db, id, `${HASH}2`);
    const found = await findPerson(db, id);
    await changePerson(db, {
      id,
      revision: found?.revision ?? 0,
      name: 'Ida N.',
      role: 'officer',
      isDisabled: false,
    });
    expect(found?.revision).toBe(revision + 2);
    const entries = await entriesOf(db, 'ida@secretariat.example');
    expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['added', 'root'],
      ['changed', 'root'],
      ['changed', 'root'],
      ['changed', 'root'],
    ]);
    expect(JSON.parse(entries.at(-1)?.before ?? '')).toMatchObject({ name: 'ida', role: 'viewer' });
    expect(JSON.parse(entries.at(-1)?.after ?? '')).toMatchObject({ name: 'Ida N.', role: 'officer' });
    expect(JSON.stringify(entries)).not.toContain('scrypt');
  });

  test('are changed in the version that was looked at, and in no other', async () => {
    const db = await open();
    const { id, revision } = await add(db, 'ida', 'viewer');
    const change = { id, revision, name: 'Ida', role: 'officer', isDisabled: false } as const;
    expect(await changePerson(db, change)).toMatchObject({ kind: 'saved', person: { role: 'officer' } });
    const late = await changePerson(db, { ...change, role: 'manager' });
    expect(late).toMatchObject({ kind: 'outdated', person: { role: 'officer', revision: revision + 1 } });
    expect(await changePerson(db, { ...change, id: id + 1 })).toEqual({ kind: 'missing' });
  });

  test('who are disabled are signed out, and can be let in again', async () => {
    const db = await open();
    const person = await add(db, 'ida', 'viewer');
    const token = await startSession(db, { personId: person.id, device: 'A test', now: NOW });
    const change = { id: person.id, name: 'ida', role: 'viewer' } as const;
    const disabled = await changePerson(db, { ...change, revision: person.revision, isDisabled: true });
    expect(disabled).toMatchObject({ kind: 'saved', person: { isDisabled: true } });
    expect(await findSession(db, token, NOW)).toBeNull();
    await changePerson(db, { ...change, revision: person.revision + 1, isDisabled: false });
    expect(await findSession(db, token, NOW)).toBeNull();
    expect(await findPerson(db, person.id)).toMatchObject({ isDisabled: false });
  });

  test.each([
    ['demoted', { role: 'manager', isDisabled: false }],
    ['disabled', { role: 'administrator', isDisabled: true }],
  ] as const)('who are the last administrator cannot be %s', async (_how, change) => {
    const db = await open();
    const last = await add(db, 'ida', 'administrator');
    const attempt = () => changePerson(db, { id: last.id, revision: last.revision, name: 'ida', ...change });
    // None of these could sign in as an administrator instead.
    await add(db, 'jan', 'administrator', null);
    await add(db, 'kim', 'manager');
    const off = await add(db, 'lea', 'administrator');
    await changePerson(db, {
      id: off.id,
      revision: off.revision,
      name: 'lea',
      role: 'administrator',
      isDisabled: true,
    });
    expect(await attempt()).toEqual({ kind: 'last administrator' });
    expect(await findPerson(db, last.id)).toEqual(last);
    await add(db, 'mia', 'administrator');
    expect(await attempt()).toMatchObject({ kind: 'saved' });
  });

  test('who are the last two administrators cannot demote each other at the same moment', async () => {
    const db = await open();
    const both = [await add(db, 'ida', 'administrator'), await add(db, 'jan', 'administrator')];
    const kinds = await Promise.all(
      both.map(async ({ id, revision, name }) => {
        return (await changePerson(db, { id, revision, name, role: 'viewer', isDisabled: false })).kind;
      }),
    );
    expect(kinds.sort()).toEqual(['last administrator', 'saved']);
  });

  test('begin with one administrator, also when many are made at the same moment', async () => {
    const db = await open();
    await addPerson(db, {
      email: 'x@demonstration.invalid',
      name: 'X',
      role: 'administrator',
      isDemonstration: true,
    });
    const made = await Promise.all(
      ['ida', 'jan', 'kim', 'lea', 'ida'].map((name) =>
        addFirstAdministrator(db, { email: `${name}@secretariat.example`, name, passwordHash: HASH }),
      ),
    );
    const [first, ...others] = made.filter((person) => person !== null);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ role: 'administrator', hasPassword: true });
    expect(await countPeople(db)).toBe(1);
    const [entry] = await entriesOf(db, first?.email ?? '');
    expect(entry).toMatchObject({ action: 'added', actorKind: 'person', actorId: first?.id });
  });
});
