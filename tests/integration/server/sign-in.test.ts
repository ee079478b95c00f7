import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/accounts/password.ts';
import { type Database, openDatabase } from '#app/data/database.server.ts';
import { addPerson, changePerson, type Person } from '#app/data/people.server.ts';
import { startSession } from '#app/data/sessions.server.ts';
import { logEntries } from '../../support/log.ts';
import { temporaryFolder } from '../../support/project.ts';
import { type RunningServer, startServer } from '../../support/server.ts';
import { demonstrationCookie, personCookie } from '../../support/signed-in.ts';

const PASSWORD = 'four rivers meet here';
const IDA = 'ida@secretariat.example';

const newUrl = () => `file:${join(temporaryFolder(), 'tributary.db')}`;

type Sent = Readonly<Record<string, string>>;

const get = (url: string, headers: Sent = {}) => fetch(url, { headers, redirect: 'manual' });
const send = (url: string, fields: Sent, headers: Sent = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
const answerOf = (response: Response) => [response.status, response.headers.get('location')];
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

describe('a server with the demonstration', () => {
  let server: RunningServer;
  let db: Database;
  let ida: Person;

  beforeAll(async () => {
    const databaseUrl = newUrl();
    server = await startServer({ env: { DATABASE_URL: databaseUrl } });
    db = await openDatabase(databaseUrl);
    const passwordHash = await hashPassword(PASSWORD);
    ida = await addPerson(db, { email: IDA, name: 'Ida Novak', role: 'officer', passwordHash });
  });
  afterAll(async () => {
    await db?.close();
    await server?.stop();
  });

  const signIn = (fields: Sent = {}, headers: Sent = {}) =>
    send(`${server.url}/sign-in`, { email: IDA, password: PASSWORD, ...fields }, headers);

  describe('to nobody', () => {
    test.each([
      ['/', '/sign-in'],
      ['/activities?q=saiga', '/sign-in?next=%2Factivities%3Fq%3Dsaiga'],
      ['/attention', '/sign-in?next=%2Fattention'],
    ])('shows no %s, and leads to signing in', async (path, location) => {
      const response = await get(server.url + path);
      expect(answerOf(response)).toEqual([302, location]);
      expect(await response.text()).toBe('');
    });

    test.each(['/activities.data', '/_root.data', '/breakdown.data?figure=gap&by=total&key=total'])(
      'gives none of the data of a page (%s)',
      async (path) => {
        const text = await (await get(server.url + path)).text();
        expect(text).toContain('/sign-in');
        expect(text).not.toMatch(/JWP|USD|Joint Work|saiga/i);
      },
    );

    test('says nothing of the portfolio around a page that everybody may see', async () => {
      for (const path of ['/sign-in', '/no-such-page', '/sign-in.data?_routes=root']) {
        const text = await (await get(server.url + path)).text();
        expect(text, path).not.toMatch(/JWP|Joint Work|CHF|as of/i);
      }
    });

    test('still answers the check of the server and the API', async () => {
      expect((await get(`${server.url}/healthz`)).status).toBe(200);
      expect((await get(`${server.url}/api/v1/gap`)).status).toBe(401);
    });
  });

  describe('signing in', () => {
    test('makes a session of its own, and ends the one before', async () => {
      const first = await signIn({ next: '/species?x=1' });
      expect(answerOf(first)).toEqual([302, '/species?x=1']);
      const [device, session] = first.headers.getSetCookie();
      expect(session).toMatch(
        /^tributary-session=[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax$/,
      );
      expect(device).toMatch(/^tributary-device=.*; HttpOnly; SameSite=Lax$/);
      const cookie = cookiesOf(first);
      expect((await get(server.url, { cookie })).status).toBe(200);
      const second = cookiesOf(await signIn({}, { cookie }));
      expect(answerOf(await get(server.url, { cookie }))).toEqual([302, '/sign-in']);
      expect((await get(server.url, { cookie: second })).status).toBe(200);
    });

    test.each([
      '//evil.example/',
      '/\\evil.example',
      'https://evil.example/',
      '/\t/evil.example',
      '/sign-out',
    ])('never leads to %j', async (next) => {
      const page = await get(`${server.url}/sign-in?${new URLSearchParams({ next })}`);
      expect(await page.text()).not.toContain('evil');
      const demonstration = await send(`${server.url}/sign-in`, { demonstration: 'viewer', next });
      expect(answerOf(demonstration)).toEqual([302, '/']);
      const cookie = cookiesOf(demonstration);
      const again = await get(`${server.url}/sign-in?${new URLSearchParams({ next })}`, { cookie });
      expect(answerOf(again)).toEqual([302, '/']);
    });

    test('says the same of a wrong address and a wrong password, and gives back what was typed', async () => {
      const wrongs = [{ password: 'four rivers meet there' }, { email: 'ida@secretariat.example.org' }];
      const pages = await Promise.all(
        wrongs.map(async (wrong) => {
          const response = await signIn({ ...wrong, next: '/species' });
          expect(response.status).toBe(400);
          expect(response.headers.getSetCookie()).toEqual([]);
          const text = await response.text();
          expect(text).toContain('The e-mail address or the password is not right.');
          expect(text).toMatch(/name="next" value="\/species"/);
          expect(text).toMatch(/value="ida@secretariat\.example(\.org)?"/);
          expect(text).not.toContain('four rivers');
          return text.match(/class="form-problem"/g)?.length;
        }),
      );
      expect(pages).toEqual([1, 1]);
    });

    test('with fields left out names each of them', async () => {
      const response = await send(`${server.url}/sign-in`, { email: 'ida', password: '' });
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(text).toContain('is not an e-mail address');
      expect(text).toContain('Fill in the password');
    });

    test('too often is put off in words, and the owner still gets in where they did before', async () => {
      const owner = cookiesOf(await signIn());
      const device = owner.split('; ').find((pair) => pair.startsWith('tributary-device')) ?? '';
      for (let count = 0; count < 5; count++) await signIn({ password: `guess number ${count}` });
      const refused = await signIn();
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.text()).toMatch(
        /There were too many attempts\. Wait \d+ seconds?, then try again\./,
      );
      expect((await signIn({}, { cookie: device })).status).toBe(302);
    });
  });

  describe('a session', () => {
    test('cannot be made up', async () => {
      const real = await demonstrationCookie(server.url, 'viewer');
      for (const cookie of [
        'tributary-session=made-up',
        `${real.slice(0, -1)}_`,
        real.toLowerCase(),
        `__Host-${real}`,
        "tributary-session=' OR 1=1",
        'tributary-session=',
      ]) {
        expect(answerOf(await get(server.url, { cookie })), cookie).toEqual([302, '/sign-in']);
      }
    });

    test('is over after signing out, which takes more than a link', async () => {
      const cookie = await demonstrationCookie(server.url, 'viewer');
      expect(answerOf(await get(`${server.url}/sign-out`, { cookie }))).toEqual([302, '/']);
      expect((await get(server.url, { cookie })).status).toBe(200);
      const foreign = await send(`${server.url}/sign-out`, {}, { cookie, origin: 'https://evil.example' });
      expect(foreign.status).toBe(403);
      const out = await send(`${server.url}/sign-out`, {}, { cookie });
      expect(answerOf(out)).toEqual([302, '/sign-in']);
      expect(out.headers.getSetCookie()).toEqual([
        'tributary-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
      ]);
      expect(answerOf(await get(server.url, { cookie }))).toEqual([302, '/sign-in']);
    });

    test('has a new role at the next request, and ends with its person', async () => {
      const cookie = await personCookie(`file:${await fileOf(db)}`, 'viewer');
      const open = () => get(`${server.url}/attention`, { cookie });
      const refused = await open();
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain(
        'This page is for officers and above; you are signed in as Pat Doe',
      );
      const { id, revision, name } = await db.client.person.findUniqueOrThrow({
        where: { email: 'viewer@people.example' },
      });
      const change = { id, name, role: 'officer' } as const;
      await changePerson(db, { ...change, revision, isDisabled: false });
      expect((await open()).status).toBe(200);
      await changePerson(db, { ...change, revision: revision + 1, isDisabled: true });
      expect(answerOf(await open())).toEqual([302, '/sign-in?next=%2Fattention']);
    });

    test('is not waited for, while somebody else holds the database, to be noted as used', async () => {
      const cookie = await personCookie(`file:${await fileOf(db)}`, 'officer');
      const longAgo = new Date(Date.now() - 2 * 60_000);
      await db.transaction((transaction) =>
        transaction.session.updateMany({ data: { lastSeenAt: longAgo } }),
      );
      await db.transaction(async () => {
        expect((await get(server.url, { cookie })).status).toBe(200);
        expect((await get(`${server.url}/species`, { cookie })).status).toBe(200);
      });
    });
  });

  describe('a click on a person of the demonstration', () => {
    test.each([
      ['a name that leads to this machine', { host: 'tributary.example' }],
      ['another machine’s address', { host: '10.0.0.7:3000' }],
      ['a proxy', { 'x-forwarded-for': '192.0.2.1' }],
      ['a proxy that says so in its own way', { via: '1.1 proxy' }],
      ['a proxy that speaks like one', {}, '1.0'],
    ])('is refused through %s', async (_what, headers, version = '1.1') => {
      const refused = await rawStatus(server.url, headers as Sent, version);
      expect(refused).toMatch(/^HTTP\/1\.1 403/);
    });

    test('is refused for a role that there is not', async () => {
      expect((await send(`${server.url}/sign-in`, { demonstration: 'owner' })).status).toBe(403);
    });

    test('makes a session that is good at this machine only', async () => {
      const cookie = await demonstrationCookie(server.url, 'administrator');
      const elsewhere = await get(server.url, { cookie, 'x-real-ip': '192.0.2.1' });
      expect(answerOf(elsewhere)).toEqual([302, '/sign-in']);
      expect((await get(server.url, { cookie })).status).toBe(200);
    });
  });

  test('the log says who by number, and never by address, cookie or password', async () => {
    const token = await startSession(db, { personId: ida.id, device: 'A test', now: new Date() });
    const cookie = `tributary-session=${token}`;
    await get(`${server.url}/species`, { cookie });
    const { stderr } = await server.stop();
    const entries = logEntries(stderr).filter(({ msg, who }) => msg === 'request' && who === ida.id);
    expect(entries.map(({ route }) => route)).toContain('/species');
    for (const secret of [IDA, 'Novak', PASSWORD, token]) {
      expect(stderr).not.toContain(secret);
    }
  });
});

describe('behind a trusted proxy that speaks HTTPS', () => {
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'tributary.example' };
  let server: RunningServer;
  let databaseUrl: string;

  beforeAll(async () => {
    databaseUrl = newUrl();
    const env = { DATABASE_URL: databaseUrl, TRUST_PROXY: 'loopback' };
    server = await startServer({ env });
  });
  afterAll(() => server?.stop());

  test('a demonstration says how to add the first person', async () => {
    const response = await get(`${server.url}/sign-in`, forwarded);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('npm run portfolio -- user add');
    expect((await send(`${server.url}/sign-in`, { demonstration: 'viewer' }, forwarded)).status).toBe(403);
    expect((await send(`${server.url}/sign-in`, { demonstration: 'viewer' })).status).toBe(403);
  });

  test('cookies are for this host over HTTPS alone', async () => {
    const db = await openDatabase(databaseUrl);
    const passwordHash = await hashPassword(PASSWORD);
    await addPerson(db, { email: IDA, name: 'Ida', role: 'viewer', passwordHash });
    await db.close();
    const response = await send(`${server.url}/sign-in`, { email: IDA, password: PASSWORD }, forwarded);
    expect(response.status).toBe(302);
    const cookies = response.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-tributary-(session|device)=.*; Path=\/; .*; SameSite=Lax; Secure$/);
    }
    const cookie = cookiesOf(response);
    expect((await get(server.url, { ...forwarded, cookie })).status).toBe(200);
    // Over HTTP somebody else may have set it.
    expect((await get(server.url, { cookie })).status).toBe(302);
  });
});

/** Sends what `fetch` does not let anybody say, and returns the first line of the answer. */
function rawStatus(url: string, headers: Sent, version: string): Promise<string> {
  const { port, host } = new URL(url);
  const body = 'demonstration=viewer';
  const all = {
    host,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`POST /sign-in HTTP/${version}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
    });
    socket.setEncoding('utf8').on('error', reject);
    socket.once('data', (text: string) => {
      socket.destroy();
      resolve(text.split('\r\n', 1)[0] ?? '');
    });
  });
}

async function fileOf(db: Database): Promise<string> {
  const [row] = await db.client.$queryRaw<{ file: string }[]>`SELECT file FROM pragma_database_list`;
  return row?.file ?? '';
}
