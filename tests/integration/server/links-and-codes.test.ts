import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAuthenticatorSecret } from '#app/accounts/authenticator.ts';
import { hashPassword } from '#app/accounts/password.ts';
import { newRecoveryCodes, recoveryCodeHash } from '#app/accounts/recovery-codes.ts';
import { seal } from '#app/accounts/sealing.ts';
import { type Database, openDatabase } from '#app/data/database.server.ts';
import { createOneTimeLink } from '#app/data/one-time-links.server.ts';
import { addPerson, changePerson, findPerson, type Person } from '#app/data/people.server.ts';
import { beginSecondFactor, confirmSecondFactor } from '#app/data/second-factors.server.ts';
import { CookieJar, locationOf } from '../../support/cookie-jar.ts';
import { temporaryFolder } from '../../support/project.ts';
import { type RunningServer, startServer } from '../../support/server.ts';
import { demonstrationCookie, personCookie } from '../../support/signed-in.ts';

const PASSWORD = 'four rivers meet here';
const SESSION_SECRET = 'only for these tests, and long enough for them';
const AT_ONCE = 20;

let server: RunningServer;
let db: Database;
let databaseUrl: string;

beforeAll(async () => {
  databaseUrl = `file:${join(temporaryFolder(), 'tributary.db')}`;
  server = await startServer({ env: { DATABASE_URL: databaseUrl, SESSION_SECRET } });
  db = await openDatabase(databaseUrl);
});
afterAll(async () => {
  await db?.close();
  await server?.stop();
});

type Sent = Readonly<Record<string, string>>;

const post = (path: string, fields: Sent, headers: Sent = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  });

async function newLink({ id }: Person): Promise<string> {
  const link = await createOneTimeLink(db, { personId: id, now: new Date() });
  if (!link) throw new Error('no link was made');
  return `/accept/${link.token}`;
}

describe('a one-time link', () => {
  const accepting = { name: 'Ines Marsh', password: PASSWORD, passwordAgain: PASSWORD };

  test('is neither used up by GET and HEAD, nor told to other pages, nor kept by caches or the log', async () => {
    const ines = await addPerson(db, { email: 'ines@example.org', name: 'Ines', role: 'officer' });
    const path = await newLink(ines);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await fetch(server.url + path, { method });
      expect(response.status).toBe(200);
      expect(response.headers.get('referrer-policy')).toBe('strict-origin');
      expect(response.headers.get('cache-control')).toContain('no-store');
    }
    const accepted = await post(path, accepting);
    expect(accepted.status).toBe(302);
    expect(accepted.headers.getSetCookie().join()).toContain('tributary-session=');
    expect((await fetch(server.url + path)).status).toBe(404);
    const own = await startServer({ env: { DATABASE_URL: databaseUrl, SESSION_SECRET } });
    await fetch(own.url + path);
    await fetch(`${own.url}${path}.data`);
    const { stderr } = await own.stop();
    expect(stderr).toContain('/accept/:token');
    expect(stderr).not.toContain(path.slice('/accept/'.length));
  });

  test(`of ${AT_ONCE} who use it at the same time lets one in`, async () => {
    const kim = await addPerson(db, { email: 'kim@example.org', name: 'Kim', role: 'viewer' });
    const path = await newLink(kim);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => post(path, accepting)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([302, ...Array.from({ length: AT_ONCE - 1 }, () => 404)]);
    const cookies = answers.filter((answer) => /session=/.test(answer.headers.getSetCookie().join()));
    expect(cookies).toHaveLength(1);
  });

  test.each([
    [{ ...accepting, passwordAgain: 'something else' }, 'not the same password'],
    [{ ...accepting, password: 'short', passwordAgain: 'short' }, 'Take at least 12 characters'],
    [{ ...accepting, name: ' ' }, 'Must not be empty'],
    [{}, 'Is missing'],
  ])('stays good when the form is wrong: %j', async (fields, words) => {
    const email = `${crypto.randomUUID()}@example.org`;
    const path = await newLink(await addPerson(db, { email, name: 'Wren', role: 'viewer' }));
    const refused = await post(path, fields as Sent);
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain(words);
    expect(page).not.toContain(PASSWORD);
    expect((await post(path, accepting)).status).toBe(302);
  });

  test('to a new password leads to the second factor where there is one', async () => {
    const { person } = await personWithApp('reset@example.org');
    const answer = await post(await newLink(person), { password: PASSWORD, passwordAgain: PASSWORD });
    expect(locationOf(answer).pathname).toBe('/sign-in/code');
    expect(answer.headers.getSetCookie().join()).not.toContain('tributary-session=');
  });
});

describe('the second step of signing in', () => {
  test('takes one of many uses of the same code at the same time', async () => {
    const { person, app } = await personWithApp('codes@example.org');
    const jars = await Promise.all(Array.from({ length: 5 }, () => passwordGiven(person)));
    const code = app.generate({ timestamp: Date.now() + 30_000 });
    const answers = await Promise.all(jars.map((jar) => sendCode(jar, code)));
    // The others hear that it was used, or have to begin again: signing in ends what was pending elsewhere.
    const isIn = (answer: Response) => answer.headers.getSetCookie().join().includes('tributary-session=');
    expect(answers.filter(isIn)).toHaveLength(1);
  });

  test('is for nobody who has not given the password', async () => {
    const answer = await post('/sign-in/code', { code: '123456' });
    expect([answer.status, locationOf(answer).pathname]).toEqual([302, '/sign-in']);
  });

  test('slows down who guesses, also when the password is given anew each time', async () => {
    const { person, codes } = await personWithApp('guessed@example.org');
    const statuses: number[] = [];
    for (let guess = 0; guess < 8; guess++) {
      statuses.push((await sendCode(await passwordGiven(person), '000000')).status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429, 429]);
    // A right code, too, until the time is over.
    expect((await sendCode(await passwordGiven(person), codes[0] ?? '')).status).toBe(429);
  });

  test('takes recovery codes alone when the secret of the server is another one', async () => {
    const { person, app, codes } = await personWithApp(
      'moved@example.org',
      'another secret, from before the move',
    );
    const jar = await passwordGiven(person);
    const refused = await sendCode(jar, app.generate());
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('The secret of this server has changed');
    expect((await sendCode(jar, codes[0] ?? '')).status).toBe(302);
  });

  test('lets nobody in who was disabled in between', async () => {
    const { person, codes } = await personWithApp('gone@example.org');
    const jar = await passwordGiven(person);
    const now = await findPerson(db, person.id);
    if (now) await changePerson(db, { ...now, isDisabled: true });
    expect(locationOf(await sendCode(jar, codes[0] ?? '')).pathname).toBe('/sign-in');
  });

  const sendCode = (jar: CookieJar, code: string) =>
    jar.fetch(`${server.url}/sign-in/code`, { method: 'POST', body: new URLSearchParams({ code }) });

  async function passwordGiven({ email }: Person): Promise<CookieJar> {
    const jar = new CookieJar();
    const body = new URLSearchParams({ email, password: PASSWORD });
    const answer = await jar.fetch(`${server.url}/sign-in`, { method: 'POST', body });
    expect(locationOf(answer).pathname).toBe('/sign-in/code');
    return jar;
  }
});

describe('looking after people', () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = await demonstrationCookie(server.url, 'administrator');
  });

  test('never leaves the portfolio without an administrator who can sign in', async () => {
    const passwordHash = await hashPassword(PASSWORD);
    const ada = await addPerson(db, {
      email: 'ada@example.org',
      name: 'Ada',
      role: 'administrator',
      passwordHash,
    });
    await addPerson(db, { email: 'invited@example.org', name: 'Invited', role: 'administrator' });
    const disabled = await post(`/people/${ada.id}`, { intent: 'disable' }, { cookie });
    expect([disabled.status, await disabled.text()]).toEqual([
      409,
      expect.stringContaining('Nobody else who can'),
    ]);
    const demoted = await post(
      `/people/${ada.id}`,
      { name: 'Ada', role: 'viewer', revision: '1' },
      { cookie },
    );
    expect([demoted.status, await demoted.text()]).toEqual([
      409,
      expect.stringContaining('Nobody else who can'),
    ]);
    expect(await findPerson(db, ada.id)).toMatchObject({ role: 'administrator', isDisabled: false });
  });

  test('lets no administrator disable themselves, although there is another', async () => {
    const own = await personCookie(databaseUrl, 'administrator');
    const me = (await db.client.person.findUnique({ where: { email: 'administrator@people.example' } }))?.id;
    const answer = await post(`/people/${me}`, { intent: 'disable' }, { cookie: own });
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('somebody else has to'),
    ]);
  });

  test.each(['officer', 'manager'] as const)('is refused to the role %s', async (role) => {
    const other = await demonstrationCookie(server.url, role);
    for (const path of ['/people', '/people/invite', '/people/1']) {
      expect((await fetch(server.url + path, { headers: { cookie: other } })).status, path).toBe(403);
      if (path !== '/people')
        expect((await post(path, { intent: 'link' }, { cookie: other })).status).toBe(403);
    }
  });

  test('leaves the people of the demonstration as they are', async () => {
    const demonstration = await db.client.person.findFirst({ where: { demonstration: true } });
    for (const fields of [
      { intent: 'disable' },
      { intent: 'link' },
      { name: 'X', role: 'viewer', revision: '1' },
    ]) {
      const answer = await post(`/people/${demonstration?.id}`, fields as Sent, { cookie });
      expect([403, 409]).toContain(answer.status);
    }
    expect(await db.client.person.findFirst({ where: { demonstration: true } })).toMatchObject({
      name: demonstration?.name,
      disabledAt: null,
    });
  });
});

async function personWithApp(email: string, sealedWith = SESSION_SECRET) {
  const passwordHash = await hashPassword(PASSWORD);
  const person = await addPerson(db, { email, name: 'Wim Oak', role: 'officer', passwordHash });
  const secret = newAuthenticatorSecret();
  const sealedSecret = seal(secret, { sessionSecret: sealedWith, personId: person.id });
  const codes = newRecoveryCodes();
  await beginSecondFactor(db, person.id, sealedSecret);
  const recoveryHashes = codes.map((code) => recoveryCodeHash(code) ?? '');
  await confirmSecondFactor(db, { personId: person.id, sealedSecret, step: 1, recoveryHashes });
  return { person, app: new TOTP({ secret }), codes };
}
