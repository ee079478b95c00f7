import { expect, test } from 'vitest';
import { actingAs, type Database } from '#app/data/database.server.ts';
import {
  createOneTimeLink,
  findOneTimeLink,
  findOpenLink,
  type NewLink,
  redeemOneTimeLink,
} from '#app/data/one-time-links.server.ts';
import {
  addPerson,
  changePerson,
  findCredentials,
  findPerson,
  type Person,
  savePassword,
} from '#app/data/people.server.ts';
import { listSessions, startSession } from '#app/data/sessions.server.ts';
import { describeOnBothDatabases, type OpenDatabase } from '../../support/databases.ts';

const HOUR_MS = 60 * 60_000;
const NOON = new Date('2030-01-31T12:00:00Z');
const later = (ms: number) => new Date(NOON.getTime() + ms);
const GIVEN = { passwordHash: 'a hash', name: 'Ines Marsh', now: NOON };

describeOnBothDatabases('a one-time link', (open) => {
  test('is an invitation that lets somebody choose name and password, once', async () => {
    const { db, ines } = await withInes(open);
    const { token, purpose } = await newLink(db, ines);
    expect(purpose).toBe('invitation');
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await findOneTimeLink(db, token, NOON)).toMatchObject({
      kind: 'good',
      purpose: 'invitation',
      person: { email: 'ines@example.org' },
    });
    expect(await redeemOneTimeLink(db, token, GIVEN)).toMatchObject({
      kind: 'done',
      person: { name: 'Ines Marsh', hasPassword: true },
    });
    expect((await findCredentials(db, 'ines@example.org'))?.passwordHash).toBe('a hash');
    expect(await redeemOneTimeLink(db, token, { ...GIVEN, passwordHash: 'another' })).toEqual({
      kind: 'used',
    });
    expect((await findCredentials(db, 'ines@example.org'))?.passwordHash).toBe('a hash');
  });

  test('is kept as a hash only', async () => {
    const { db, ines } = await withInes(open);
    const { token } = await newLink(db, ines);
    expect(JSON.stringify(await db.client.oneTimeLink.findMany())).not.toContain(token);
    expect(JSON.stringify(await db.client.auditEntry.findMany())).not.toContain(token);
  });

  test('is not used up by who only looks at it', async () => {
    const { db, ines } = await withInes(open);
    const { token } = await newLink(db, ines);
    for (let look = 0; look < 3; look++) await findOneTimeLink(db, token, NOON);
    expect((await redeemOneTimeLink(db, token, GIVEN)).kind).toBe('done');
  });

  test.each([
    ['invitation', 7 * 24 * HOUR_MS],
    ['reset', 24 * HOUR_MS],
  ] as const)('as %s is good until %i ms after it was made', async (purpose, goodForMs) => {
    const { db, ines } = await withInes(open);
    if (purpose === 'reset') await savePassword(db, ines.id, 'an older hash');
    const link = await newLink(db, ines);
    expect(link).toMatchObject({ purpose, expiresAt: later(goodForMs) });
    expect((await findOneTimeLink(db, link.token, later(goodForMs - 1))).kind).toBe('good');
    expect((await findOneTimeLink(db, link.token, later(goodForMs))).kind).toBe('expired');
    const tooLate = { ...GIVEN, now: later(goodForMs) };
    expect(await redeemOneTimeLink(db, link.token, tooLate)).toEqual({ kind: 'expired' });
  });

  test('ends when a newer one is made', async () => {
    const { db, ines } = await withInes(open);
    const [older, newer] = [await newLink(db, ines), await newLink(db, ines)];
    expect(await findOneTimeLink(db, older.token, NOON)).toEqual({ kind: 'replaced' });
    expect(await redeemOneTimeLink(db, older.token, GIVEN)).toEqual({ kind: 'replaced' });
    expect((await redeemOneTimeLink(db, newer.token, GIVEN)).kind).toBe('done');
  });

  test('ends when the person sets a password in another way', async () => {
    const { db, ines } = await withInes(open);
    await savePassword(db, ines.id, 'an older hash');
    const { token } = await newLink(db, ines, new Date());
    await savePassword(db, ines.id, 'a newer hash');
    expect((await findOneTimeLink(db, token, new Date())).kind).toBe('expired');
  });

  test('is nothing for somebody who is disabled', async () => {
    const { db, ines } = await withInes(open);
    const { token } = await newLink(db, ines);
    await changePerson(db, { ...ines, isDisabled: true });
    expect(await findOneTimeLink(db, token, NOON)).toEqual({ kind: 'disabled' });
    expect(await redeemOneTimeLink(db, token, GIVEN)).toEqual({ kind: 'disabled' });
    expect(await createOneTimeLink(db, { personId: ines.id, now: NOON })).toBeNull();
  });

  test.each(['', 'x', 'A'.repeat(43), '%00', 'é'.repeat(10_000)])('is not known as %j', async (token) => {
    const { db, ines } = await withInes(open);
    await newLink(db, ines);
    expect(await findOneTimeLink(db, token, NOON)).toEqual({ kind: 'unknown' });
    expect(await redeemOneTimeLink(db, token, GIVEN)).toEqual({ kind: 'unknown' });
  });

  test('of twenty uses at the same time lets one through', async () => {
    const { db, ines } = await withInes(open);
    const { token } = await newLink(db, ines);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        redeemOneTimeLink(db, token, { ...GIVEN, passwordHash: `hash ${index}` }),
      ),
    );
    const kinds = answers.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['done', ...Array.from({ length: 19 }, () => 'used')]);
    const winner = answers.findIndex(({ kind }) => kind === 'done');
    expect((await findCredentials(db, 'ines@example.org'))?.passwordHash).toBe(`hash ${winner}`);
  });

  test('to a new password keeps the name, signs out everywhere and leaves the second factor', async () => {
    const { db, ines } = await withInes(open);
    await savePassword(db, ines.id, 'an older hash');
    await db.transaction((transaction) =>
      transaction.person.update({
        where: { id: ines.id },
        data: { totpSecret: 'sealed', totpConfirmed: true },
      }),
    );
    await startSession(db, { personId: ines.id, device: 'A browser', now: NOON });
    const { token } = await newLink(db, ines);
    await redeemOneTimeLink(db, token, { ...GIVEN, name: 'Somebody else' });
    expect(await listSessions(db, ines.id, NOON)).toEqual([]);
    expect(await findPerson(db, ines.id)).toMatchObject({ name: 'Ines', hasSecondFactor: true });
  });

  test('is told to the administrator as long as it is good', async () => {
    const { db, ines } = await withInes(open);
    expect(await findOpenLink(db, ines.id, NOON)).toBeNull();
    const { token, expiresAt } = await newLink(db, ines);
    expect(await findOpenLink(db, ines.id, NOON)).toEqual(expiresAt);
    expect(await findOpenLink(db, ines.id, expiresAt)).toBeNull();
    await redeemOneTimeLink(db, token, GIVEN);
    expect(await findOpenLink(db, ines.id, NOON)).toBeNull();
  });

  test('leaves in the audit trail who made it and who used it', async () => {
    const { db, ines } = await withInes(open);
    const { token } = await newLink(actingAs(db, { kind: 'person', id: 99, name: 'Ada' }), ines);
    await redeemOneTimeLink(db, token, GIVEN);
    const [made, used] = (await db.client.auditEntry.findMany({ orderBy: { id: 'asc' } })).slice(-2);
    expect(made).toMatchObject({ actorName: 'Ada', kind: 'people', key: 'ines@example.org' });
    expect(JSON.parse(made?.after ?? '')).toMatchObject({ link: { purpose: 'invitation' } });
    expect(used).toMatchObject({
      actorId: ines.id,
      actorName: 'Ines Marsh',
      reason: 'accepted the invitation',
    });
    expect(JSON.parse(used?.before ?? '')).toMatchObject({ name: 'Ines', password: 'none' });
    expect(JSON.parse(used?.after ?? '')).toMatchObject({ name: 'Ines Marsh', password: 'set' });
    expect(used?.after).not.toContain('hash');
  });
});

async function withInes(open: OpenDatabase): Promise<{ db: Database; ines: Person }> {
  const db = await open();
  return { db, ines: await addPerson(db, { email: 'ines@example.org', name: 'Ines', role: 'officer' }) };
}

async function newLink(db: Database, { id }: Person, now = NOON): Promise<NewLink> {
  const link = await createOneTimeLink(db, { personId: id, now });
  if (!link) throw new Error('no link was made');
  return link;
}
