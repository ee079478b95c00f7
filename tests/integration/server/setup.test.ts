import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#app/data/database.server.ts';
import { portfolio, temporaryFolder } from '../../support/project.ts';
import { type RunningServer, startServer } from '../../support/server.ts';

const EMPTY = { format: 'portfolio-bundle', version: 1, baseCurrency: 'EUR' };
const FIELDS = {
  name: 'Ida Novak',
  email: 'ida@secretariat.example',
  password: 'four rivers meet here',
  passwordAgain: 'four rivers meet here',
};
/** As somebody at another machine. */
const REMOTE = { 'x-forwarded-for': '192.0.2.1' };

let server: RunningServer;
let databaseUrl: string;

beforeAll(async () => {
  databaseUrl = `file:${join(temporaryFolder(), 'tributary.db')}`;
  const env = { DATABASE_URL: databaseUrl };
  const { status, stderr } = await portfolio(['import', '-'], { env, input: JSON.stringify(EMPTY) });
  if (status !== 0) throw new Error(stderr);
  server = await startServer({ env });
});
afterAll(() => server?.stop());

type Texts = Readonly<Record<string, string>>;

const send = (fields: Texts, { headers = {}, search = '' }: { headers?: Texts; search?: string } = {}) =>
  fetch(`${server.url}/setup${search}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  });

async function codeOf(running: RunningServer): Promise<string> {
  const { stdout } = await running.stop();
  return /\/setup\?code=([\w-]{22})\n/.exec(stdout)?.[1] ?? '';
}

test('a portfolio without anybody leads every page to its setup', async () => {
  for (const path of ['/', '/activities?q=x', '/sign-in', '/people']) {
    const response = await fetch(server.url + path);
    expect(new URL(response.url).pathname).toBe('/setup');
    expect(response.status).toBe(200);
  }
});

test('the setup is not for other machines, unless they have the code that the server printed', async () => {
  const refused = await fetch(`${server.url}/setup`, { headers: REMOTE });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain(
    'the address with a code in it that the server prints when it starts',
  );
  expect((await send(FIELDS, { headers: REMOTE })).status).toBe(403);
  expect((await send(FIELDS, { headers: REMOTE, search: `?code=${'A'.repeat(22)}` })).status).toBe(403);

  const code = await codeOf(server);
  server = await startServer({ env: { DATABASE_URL: databaseUrl } });
  const allowed = await fetch(`${server.url}/setup?code=${code}`, { headers: REMOTE });
  expect(allowed.status).toBe(200);
  const wrong = await send(
    { ...FIELDS, passwordAgain: 'another one' },
    { headers: REMOTE, search: `?code=${code}` },
  );
  expect(wrong.status).toBe(400);
  const page = await wrong.text();
  expect(page).toContain('This is not the same password as above');
  expect(page).toContain(`value="${FIELDS.email}"`);
  expect(page).not.toContain(FIELDS.password);
});

test('of many setups at the same moment one makes the administrator, and then there is none any more', async () => {
  const emails = ['ida', 'jan', 'kim', 'lea'].map((name) => `${name}@secretariat.example`);
  const answers = await Promise.all(emails.map((email) => send({ ...FIELDS, email })));
  const signedIn = answers.filter((answer) => answer.headers.getSetCookie().length > 0);
  expect(signedIn).toHaveLength(1);
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302, 302]);
  const db = await openDatabase(databaseUrl);
  const people = await db.client.person.findMany();
  await db.close();
  expect(people).toHaveLength(1);
  expect(people[0]).toMatchObject({ role: 'administrator', demonstration: false });

  const cookie = (signedIn[0]?.headers.getSetCookie() ?? []).map((text) => text.split(';', 1)[0]).join('; ');
  expect((await fetch(`${server.url}/backups`, { headers: { cookie } })).status).toBe(200);
  const again = await send(FIELDS);
  expect([again.status, again.headers.get('location')]).toEqual([302, '/']);
  expect(again.headers.getSetCookie()).toEqual([]);
  await server.stop();
  server = await startServer({ env: { DATABASE_URL: databaseUrl } });
  expect(await codeOf(server)).toBe('');
});
