import { expect, test } from 'vitest';
import type { AccountContext } from '#app/accounts/account-context.ts';
import { beginAttempt } from '#app/accounts/attempt.ts';
import { knownDeviceCookie } from '#app/accounts/known-device.ts';
import { findPendingSignIn, startPendingSignIn } from '#app/accounts/pending-sign-in.ts';
import type { Database } from '#app/data/database.server.ts';
import { addPerson, savePassword } from '#app/data/people.server.ts';
import { startSession } from '#app/data/sessions.server.ts';
import { NOBODY } from '#app/domain/visitor.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const sessionSecret = 'only for tests, and long enough for them';
const IDA = 'ida@secretariat.example';
const MINUTE = 60_000;

const at = (ms: number) => new Date(NOW.getTime() + ms);
const from = (db: Database, address: string): AccountContext => ({
  ...{ db, sessionSecret, visitor: NOBODY, address },
});
const pairOf = (setCookie: string) => setCookie.split(';', 1)[0] ?? '';
const browser = (cookie = '') => new Request('http://127.0.0.1:3000/sign-in', { headers: { cookie } });

describeOnBothDatabases('attempts to sign in', (open) => {
  const fail = async (context: AccountContext, count: number, email = IDA, request = browser()) => {
    for (let index = 0; index < count; index++) await beginAttempt(context, request, email, NOW);
  };
  const kindOf = async (context: AccountContext, request = browser(), email = IDA, now = NOW) =>
    (await beginAttempt(context, request, email, now)).kind;

  test('wait after five failures at one address, and others do not', async () => {
    const db = await open();
    await fail(from(db, '192.0.2.1'), 5);
    expect(await beginAttempt(from(db, '192.0.2.1'), browser(), IDA, NOW)).toEqual({
      kind: 'wait',
      waitMs: 30_000,
    });
    expect(await kindOf(from(db, '192.0.2.2'))).toBe('go on');
    expect(await kindOf(from(db, '192.0.2.1'), browser(), 'jan@secretariat.example')).toBe('go on');
    expect(await kindOf(from(db, '192.0.2.1'), browser(), IDA, at(30_000))).toBe('go on');
  });

  test('of many at the same moment do not get through uncounted', async () => {
    const db = await open();
    const context = from(db, '192.0.2.1');
    const kinds = await Promise.all(Array.from({ length: 20 }, () => kindOf(context)));
    expect(kinds.filter((kind) => kind === 'go on')).toHaveLength(5);
  });

  test('are forgotten once one succeeds', async () => {
    const db = await open();
    const context = from(db, '192.0.2.1');
    await fail(context, 4);
    const fifth = await beginAttempt(context, browser(), IDA, NOW);
    if (fifth.kind === 'wait') throw new Error('has to wait');
    await fifth.succeed();
    expect(await db.client.failedSignIn.count()).toBe(0);
  });

  test('at one address wait after thirty failures of many accounts', async () => {
    const db = await open();
    const context = from(db, '2001:db8:1:2::1');
    for (let index = 0; index < 30; index++) await fail(context, 1, `p${index}@secretariat.example`);
    expect(await kindOf(from(db, '2001:db8:1:2:ffff::9'))).toBe('wait');
    expect(await kindOf(from(db, '2001:db8:1:3::1'))).toBe('go on');
  });

  test('of somebody else lock nobody out of a browser that they got in from before', async () => {
    const db = await open();
    const owner = browser(pairOf(knownDeviceCookie({ sessionSecret }, browser(), IDA)));
    // From the same address, and from a hundred others.
    await fail(from(db, '192.0.2.1'), 8);
    for (let index = 0; index < 60; index++) await fail(from(db, `198.51.100.${index}`), 1);
    expect(await kindOf(from(db, '192.0.2.1'))).toBe('wait');
    expect(await kindOf(from(db, '192.0.2.1'), owner)).toBe('go on');
    // Another address has one try while the account is under attack.
    expect(await kindOf(from(db, '203.0.113.1'))).toBe('go on');
    expect(await kindOf(from(db, '203.0.113.1'))).toBe('wait');
    // The known browser answers for itself.
    await fail(from(db, '192.0.2.1'), 4, IDA, owner);
    expect(await kindOf(from(db, '192.0.2.1'), owner)).toBe('wait');
  });

  test('are kept as hashes, and not for longer than they count', async () => {
    const db = await open();
    await fail(from(db, '192.0.2.1'), 2);
    expect(JSON.stringify(await db.client.failedSignIn.findMany())).not.toMatch(/ida|192\.0\.2/);
    await beginAttempt(from(db, '192.0.2.9'), browser(), 'jan@secretariat.example', at(60 * MINUTE));
    expect(await db.client.failedSignIn.count()).toBe(1);
  });
});

describeOnBothDatabases('a sign-in that waits for the second factor', (open) => {
  const begin = async (db: Database) => {
    const person = await addPerson(db, { email: IDA, name: 'Ida', role: 'officer', passwordHash: 'kept' });
    const context = { db, sessionSecret };
    const setCookie = await startPendingSignIn(context, browser(), { person, next: '/species?x=1' }, NOW);
    return { context, person, cookie: pairOf(setCookie) };
  };

  test('is known for five minutes, with where the person wanted to go', async () => {
    const { context, person, cookie } = await begin(await open());
    const pending = { person, next: '/species?x=1' };
    expect(await findPendingSignIn(context, browser(cookie), NOW)).toEqual(pending);
    expect(await findPendingSignIn(context, browser(cookie), at(5 * MINUTE - 1))).toEqual(pending);
    expect(await findPendingSignIn(context, browser(cookie), at(5 * MINUTE))).toBeNull();
    expect(await findPendingSignIn(context, browser(), NOW)).toBeNull();
  });

  test('is good once', async () => {
    const db = await open();
    const { context, person, cookie } = await begin(db);
    await startSession(db, { personId: person.id, device: 'A test', now: NOW });
    expect(await findPendingSignIn(context, browser(cookie), NOW)).toBeNull();
  });

  test('is over when the password changes', async () => {
    const db = await open();
    const { context, person, cookie } = await begin(db);
    await savePassword(db, person.id, 'another');
    expect(await findPendingSignIn(context, browser(cookie), NOW)).toBeNull();
  });

  test('cannot be made up, for another person or for longer', async () => {
    const db = await open();
    const { context, cookie } = await begin(db);
    const other = await addPerson(db, { email: 'jan@secretariat.example', name: 'Jan', role: 'manager' });
    const [name, value = ''] = cookie.split('=');
    const [id, endsAt, next, proof] = value.split('.');
    const encode = (text: string) => Buffer.from(text).toString('base64url');
    for (const parts of [
      [encode(String(other.id)), endsAt, next, proof],
      [id, encode(String(at(60 * MINUTE).getTime())), next, proof],
      [id, endsAt, encode('/elsewhere'), proof],
      [id, endsAt, next, ''],
      [id, endsAt, next],
      [encode('1; drop'), endsAt, next, proof],
    ]) {
      const forged = browser(`${name}=${parts.join('.')}`);
      expect(await findPendingSignIn(context, forged, NOW)).toBeNull();
    }
    const otherSecret = { db, sessionSecret: 'another secret, and long enough as well' };
    expect(await findPendingSignIn(otherSecret, browser(cookie), NOW)).toBeNull();
  });
});
