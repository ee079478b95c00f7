import { expect, test } from 'vitest';
import { actingAs, type Database } from '#app/data/database.server.ts';
import { addPerson, changePerson, findPerson } from '#app/data/people.server.ts';
import { admitByEmail, findAdmission, forgetSubject } from '#app/data/single-sign-on.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';

const ISSUER = 'https://login.example.org';
const ADA = { issuer: ISSUER, subject: 'ada-1' };
const EMAIL = 'ada@secretariat.example';

function addAda(db: Database, more: { isDemonstration?: boolean } = {}) {
  return addPerson(db, { email: EMAIL, name: 'Ada Okoye', role: 'officer', ...more });
}

/** What the audit trail says about a single sign-on. */
async function bindings(db: Database) {
  const entries = await db.client.auditEntry.findMany({ where: { kind: 'people', action: 'changed' } });
  return entries
    .map(({ actorKind, actorId, key, before, after }) => ({
      actor: `${actorKind} ${actorId}`,
      key,
      before: JSON.parse(before ?? '').singleSignOn,
      after: JSON.parse(after ?? '').singleSignOn,
    }))
    .filter(({ after }) => after !== undefined);
}

describeOnBothDatabases('somebody whom a provider names', (open) => {
  test('is the person with the e-mail address, noted at the first time in the audit trail', async () => {
    const db = await open();
    const { id, revision } = await addAda(db);
    expect(await findAdmission(db, ADA)).toBeNull();

    const admitted = await admitByEmail(db, ' Ada@Secretariat.example ', ADA);
    expect(admitted).toMatchObject({ kind: 'admitted', person: { id, revision: revision + 1 } });
    expect(await bindings(db)).toEqual([
      { actor: `person ${id}`, key: EMAIL, before: null, after: `${ISSUER} ada-1` },
    ]);
  });

  test('is found without the e-mail address from then on', async () => {
    const db = await open();
    const { id } = await addAda(db);
    await admitByEmail(db, EMAIL, ADA);
    expect(await findAdmission(db, ADA)).toMatchObject({ kind: 'admitted', person: { id } });
    expect(await findAdmission(db, { ...ADA, subject: 'ada-2' })).toBeNull();
    expect(await findAdmission(db, { ...ADA, issuer: 'https://elsewhere.example' })).toBeNull();
    // Another sign-in at the same moment got there first.
    await admitByEmail(db, EMAIL, ADA);
    expect(await bindings(db)).toHaveLength(1);
  });

  test('is noted once, however many sign in at the same time', async () => {
    const db = await open();
    await addAda(db);
    const admissions = await Promise.all(Array.from({ length: 8 }, () => admitByEmail(db, EMAIL, ADA)));
    expect(admissions.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'admitted'));
    expect(await bindings(db)).toHaveLength(1);
  });

  test('is nobody who is not known by that address', async () => {
    const db = await open();
    await addAda(db);
    const refused = { kind: 'refused', refusal: 'not known here' };
    expect(await admitByEmail(db, 'ada@elsewhere.example', ADA)).toMatchObject(refused);
    expect(await db.client.person.count()).toBe(1);
    expect(await bindings(db)).toEqual([]);
  });

  test('is not somebody who was another account of the same provider before', async () => {
    const db = await open();
    const { id } = await addAda(db);
    await admitByEmail(db, EMAIL, ADA);
    const heir = { ...ADA, subject: 'ada-2' };
    expect(await admitByEmail(db, EMAIL, heir)).toMatchObject({ refusal: 'somebody else' });
    // With another issuer in the settings, there are other accounts.
    const moved = { issuer: 'https://login.example.com', subject: 'ada-1' };
    expect(await admitByEmail(db, EMAIL, moved)).toMatchObject({ kind: 'admitted', person: { id } });
    expect((await bindings(db)).at(-1)).toMatchObject({
      before: `${ISSUER} ada-1`,
      after: 'https://login.example.com ada-1',
    });
  });

  test('can be another account once an administrator has had the first one forgotten', async () => {
    const db = await open();
    const { id } = await addAda(db);
    await admitByEmail(db, EMAIL, ADA);
    const administrator = { kind: 'person', id: 99, name: 'Ira Adamu' } as const;
    await forgetSubject(actingAs(db, administrator), id);
    expect(await findAdmission(db, ADA)).toBeNull();
    expect((await bindings(db)).at(-1)).toEqual({
      actor: 'person 99',
      key: EMAIL,
      before: `${ISSUER} ada-1`,
      after: null,
    });
    const heir = { ...ADA, subject: 'ada-2' };
    expect(await admitByEmail(db, EMAIL, heir)).toMatchObject({ kind: 'admitted', person: { id } });
  });

  test('is not let in once disabled, whether known by account or by address', async () => {
    const db = await open();
    const ada = await addAda(db);
    const disable = async () => {
      const person = await findPerson(db, ada.id);
      if (!person) throw new Error('there is no such person');
      await changePerson(db, { ...person, isDisabled: true });
    };
    await disable();
    expect(await admitByEmail(db, EMAIL, ADA)).toMatchObject({ refusal: 'disabled' });
    expect(await bindings(db)).toEqual([]);

    const person = await findPerson(db, ada.id);
    await changePerson(db, { ...ada, revision: person?.revision ?? 0, isDisabled: false });
    await admitByEmail(db, EMAIL, ADA);
    await disable();
    expect(await findAdmission(db, ADA)).toMatchObject({ refusal: 'disabled' });
  });

  test('is nobody of the demonstration', async () => {
    const db = await open();
    await addAda(db, { isDemonstration: true });
    expect(await admitByEmail(db, EMAIL, ADA)).toMatchObject({ refusal: 'not known here' });
    expect(await bindings(db)).toEqual([]);
  });
});
