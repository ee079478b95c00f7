import { expect, test } from 'vitest';
import {
  createApiToken,
  createOnlyApiToken,
  findApiToken,
  listApiTokens,
  revokeApiToken,
} from '#app/data/api-tokens.server.ts';
import { actingAs, type Database } from '#app/data/database.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';

const TOKEN = { role: 'officer', name: 'Nightly report', expiresOn: null } as const;
const NOON = new Date('2030-01-31T12:00:00Z');
const later = (ms: number) => new Date(NOON.getTime() + ms);

describeOnBothDatabases('an API token', (open) => {
  test('is known again by what was shown once, and kept as a hash only', async () => {
    const db = await open();
    const token = await createApiToken(db, TOKEN);
    expect(token).toMatch(/^trib_[A-Za-z0-9_-]{43}$/);
    const found = await findApiToken(db, token, NOON);
    expect(found).toEqual({ id: 1, name: 'Nightly report', role: 'officer' });
    expect(JSON.stringify(await db.client.apiToken.findMany())).not.toContain(token.slice('trib_'.length));
  });

  test('is another one every time', async () => {
    const db = await open();
    const tokens = [await createApiToken(db, TOKEN), await createApiToken(db, TOKEN)];
    expect(new Set(tokens).size).toBe(2);
  });

  test.each(['', 'trib_', 'Bearer', 'trib_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])(
    'is not known as "%s"',
    async (token) => {
      const db = await open();
      await createApiToken(db, TOKEN);
      expect(await findApiToken(db, token, NOON)).toBeNull();
    },
  );

  test('is good until the end of its last day', async () => {
    const db = await open();
    const token = await createApiToken(db, { ...TOKEN, expiresOn: '2030-01-31' });
    expect(await findApiToken(db, token, new Date('2030-01-31T23:59:59Z'))).not.toBeNull();
    expect(await findApiToken(db, token, new Date('2030-02-01T00:00:00Z'))).toBeNull();
  });

  test('is not good once it was revoked', async () => {
    const db = await open();
    const token = await createApiToken(db, TOKEN);
    expect(await revokeApiToken(db, 1, NOON)).toBe(true);
    expect(await revokeApiToken(db, 1, later(1))).toBe(false);
    expect(await revokeApiToken(db, 2, NOON)).toBe(false);
    expect(await findApiToken(db, token, NOON)).toBeNull();
  });

  test('notes when it was used, once a minute at the most', async () => {
    const db = await open();
    const token = await createApiToken(db, TOKEN);
    const lastUsed = async () => {
      await db.background.settle();
      return (await db.client.apiToken.findFirst())?.lastUsedAt;
    };
    await findApiToken(db, token, NOON);
    expect(await lastUsed()).toEqual(NOON);
    await findApiToken(db, token, later(59_000));
    expect(await lastUsed()).toEqual(NOON);
    await findApiToken(db, token, later(61_000));
    expect(await lastUsed()).toEqual(later(61_000));
  });

  test('does not wait for the note of its use while somebody else writes', async () => {
    const db = await open();
    const token = await createApiToken(db, TOKEN);
    const { held, release } = holdWriter(db);
    await held;
    expect(await findApiToken(db, token, NOON)).not.toBeNull();
    expect((await db.client.apiToken.findFirst())?.lastUsedAt).toBeNull();
    await release();
    await db.background.settle();
    expect((await db.client.apiToken.findFirst())?.lastUsedAt).toEqual(NOON);
  });

  test('is in the audit trail from beginning to end, never with what lets its holder in', async () => {
    const db = actingAs(await open(), { kind: 'person', id: 7, name: 'Ada Example' });
    const token = await createApiToken(db, { ...TOKEN, expiresOn: '2030-01-31' });
    await revokeApiToken(db, 1, NOON);
    const entries = await db.client.auditEntry.findMany({ orderBy: { id: 'asc' } });
    const given = { name: 'Nightly report', role: 'officer', expiresAt: '2030-01-31T23:59:59.999Z' };
    const whole = { ...given, revokedAt: null };
    expect(
      entries.map(({ actorName, action, kind, key, before, after }) => [
        ...[actorName, action, kind, key],
        ...[before, after].map((text) => text && JSON.parse(text)),
      ]),
    ).toEqual([
      ['Ada Example', 'added', 'apiTokens', '1', null, whole],
      ['Ada Example', 'changed', 'apiTokens', '1', whole, { ...whole, revokedAt: NOON.toISOString() }],
    ]);
    const hash = (await db.client.apiToken.findFirst())?.hash ?? 'none';
    expect(JSON.stringify(entries)).not.toContain(hash);
    expect(JSON.stringify(entries)).not.toContain(token);
  });

  test('is listed with who made it, the newest first, and stays in the list when it is over', async () => {
    const db = actingAs(await open(), { kind: 'person', id: 7, name: 'Ada Example' });
    await createApiToken(db, { ...TOKEN, name: 'Revoked' });
    await createApiToken(db, { ...TOKEN, name: 'Expired', expiresOn: '2030-01-30' });
    await createApiToken(db, { ...TOKEN, name: 'Good' });
    await revokeApiToken(db, 1, NOON);
    const listed = await listApiTokens(db, NOON);
    expect(listed.map(({ name, state, madeBy }) => [name, state, madeBy])).toEqual([
      ['Good', 'good', 'Ada Example'],
      ['Expired', 'expired', 'Ada Example'],
      ['Revoked', 'revoked', 'Ada Example'],
    ]);
  });

  test('is made once from a form that is sent twice, and again when the first one is over', async () => {
    const db = await open();
    expect(await createOnlyApiToken(db, TOKEN, NOON)).toMatch(/^trib_/);
    expect(await createOnlyApiToken(db, TOKEN, NOON)).toBeNull();
    await revokeApiToken(db, 1, NOON);
    expect(await createOnlyApiToken(db, TOKEN, NOON)).toMatch(/^trib_/);
  });
});

/** A write that goes on until it is released. */
function holdWriter(db: Database) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let writing = Promise.resolve();
  const held = new Promise<void>((resolve) => {
    writing = db.transaction(async (transaction) => {
      await transaction.apiToken.updateMany({ data: { name: 'Nightly report' } });
      resolve();
      await released;
    });
  });
  return {
    held,
    release: () => {
      release();
      return writing;
    },
  };
}
