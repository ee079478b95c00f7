import { truncate } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiToken } from '#app/data/api-tokens.server.ts';
import { openDatabase } from '#app/data/database.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { logEntries } from '../../support/log.ts';
import { onServer } from '../../support/postgres-databases.ts';
import { type RunningServer, startServer } from '../../support/server.ts';
import { personCookie } from '../../support/signed-in.ts';

// What only somebody who looks into the server's log has to see.
const INTERNALS =
  /prisma|sqlite|postgres|malformed|node_modules|at .+:\d+:\d+|tributary\.db|tributary_test|\/app\//i;

describeOnBothDatabases('while the database cannot be read', (_open, { provider, createUrl }) => {
  const ids: (string | null)[] = [];
  // A file that cannot be read is said in words; that this database lets nobody in is for the log alone.
  const expected = provider === 'sqlite' ? 503 : 500;
  let server: RunningServer;
  let token: string;
  let cookie: string;

  beforeAll(async () => {
    const databaseUrl = await createUrl('without tables');
    server = await startServer({ env: { DATABASE_URL: databaseUrl } });
    const db = await openDatabase(databaseUrl);
    token = await createApiToken(db, { role: 'viewer', name: null, expiresOn: null });
    await db.close();
    cookie = await personCookie(databaseUrl, 'viewer');
    await (provider === 'sqlite' ? spoil(databaseUrl) : shut(databaseUrl));
  });
  afterAll(() => server?.stop());

  async function get(path: string, headers: Readonly<Record<string, string>> = {}) {
    const response = await fetch(server.url + path, { headers: { cookie, ...headers } });
    const id = response.headers.get('x-request-id') ?? 'none';
    ids.push(id);
    // The names of the pages' own files say which pages there are, and nothing else.
    const text = (await response.text()).replaceAll(/\/assets\/[\w.$-]+/g, '');
    return { status: response.status, id, text, type: response.headers.get('content-type') };
  }

  test('a page says what to do and which request it was, and nothing of the inside', async () => {
    const { status, id, text } = await get('/activities?q=secret-word');
    expect(status).toBe(expected);
    if (expected === 500) expect(text).toContain('Something went wrong');
    if (expected === 500) expect(text).toContain(`<code>${id}</code>`);
    expect(text).not.toMatch(INTERNALS);
  });

  test('so do the data of a page that the browser asks for by itself', async () => {
    const { status, id, text } = await get('/activities.data?q=secret-word');
    expect(status).toBe(expected);
    if (expected === 500) expect(text).toContain(id);
    expect(text).not.toMatch(INTERNALS);
  });

  test('the API says so in a problem document', async () => {
    const { status, id, text, type } = await get('/api/v1/gap?by=theme', {
      authorization: `Bearer ${token}`,
    });
    expect({ status, type }).toEqual({ status: expected, type: 'application/problem+json' });
    if (expected === 500) expect(JSON.parse(text).detail).toContain(id);
    expect(text).not.toMatch(INTERNALS);
  });

  test('the check of the server fails', async () => {
    expect(await get('/healthz')).toMatchObject({
      status: 503,
      text: '{"status":"the database does not answer"}',
    });
  });

  test('the log has the reason under the same id, and no secrets', async () => {
    await fetch(`${server.url}/nowhere/secret-link`, { headers: { cookie: 'session=secret-cookie' } });
    const { stderr, status } = await server.stop();
    expect(status).toBe(0);
    const entries = logEntries(stderr);
    expect(ids).toHaveLength(4);
    for (const id of ids) {
      const ofRequest = entries.filter(({ requestId }) => requestId === id);
      const reasons = ofRequest.filter(({ msg }) => msg === 'failed').map(({ err }) => err);
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) {
        expect(reason).toMatchObject({ message: expect.any(String), at: expect.any(Array) });
      }
      expect(ofRequest.at(-1)).toMatchObject({ level: 'error', msg: 'request', method: 'GET' });
    }
    expect(entries.map(({ route }) => route)).toContain('/activities');
    expect(stderr).not.toContain(token);
    expect(stderr).not.toContain(cookie.split('=')[1]);
    expect(stderr).not.toContain('people.example');
    expect(stderr).not.toMatch(/secret-|127\.0\.0\.1|only-for-tests/);
  });
});

/** Leaves nothing of the file that the server has open. */
async function spoil(databaseUrl: string): Promise<void> {
  const file = databaseUrl.slice('file:'.length);
  await Promise.all([file, `${file}-wal`].map((part) => truncate(part)));
}

/** Hangs up, and takes no connections any more. */
async function shut(databaseUrl: string): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const admin = new URL('/postgres', databaseUrl).href;
  await onServer(admin, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await onServer(admin, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
}
