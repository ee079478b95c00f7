import { expect, test } from 'vitest';
import { createApiToken, findApiToken } from '#app/data/api-tokens.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';

const TOKEN = { role: 'officer', name: 'Nightly report', expiresOn: null } as const;
const NOON = new Date('2030-01-31T12:00:00Z');
const later = (ms: number) => new Date(NOON.getTime() + ms);

describeOnBothDatabases('an API token', (open) => {
  test('is known again by what was shown once, and kept as a hash only', async () => {
    const db = await open();
    const token = await createApiToken(db, TOKEN);
    expect(token).toMatch(/^trib_[A-Za-z0-9_-]{43}$/);
    expect(await findApiToken(db, token, NOON)).toEqual({ name: 'Nightly report', role: 'officer' });
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
    await db.transaction((transaction) => transaction.apiToken.updateMany({ data: { revokedAt: NOON } }));
    expect(await findApiToken(db, token, NOON)).toBeNull();
  });

  test('notes when it was used, once a minute at the most', async () => {
    const db = await open();
    const token = await createApiToken(db, TOKEN);
    const lastUsed = async () => (await db.client.apiToken.findFirst())?.lastUsedAt;
    await findApiToken(db, token, NOON);
    expect(await lastUsed()).toEqual(NOON);
    await findApiToken(db, token, later(59_000));
    expect(await lastUsed()).toEqual(NOON);
    await findApiToken(db, token, later(61_000));
    expect(await lastUsed()).toEqual(later(61_000));
  });
});
