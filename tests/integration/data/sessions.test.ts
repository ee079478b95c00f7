import { expect, test } from 'vitest';
import type { Database } from '#app/data/database.server.ts';
import { addPerson, changePerson, findPerson } from '#app/data/people.server.ts';
import {
  endSession,
  endSessionsOf,
  findSession,
  findSignInMark,
  listSessions,
  noteSeen,
  startSession,
} from '#app/data/sessions.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const HOUR_MS = 60 * 60 * 1000;
const later = (hours: number, ms = 0) => new Date(NOW.getTime() + hours * HOUR_MS + ms);

const ida = (db: Database) =>
  addPerson(db, { email: 'ida@secretariat.example', name: 'Ida', role: 'officer' });

function never(error: unknown): never {
  throw error;
}

describeOnBothDatabases('a session', (open) => {
  test('is found by what the browser shows, of which only the hash is kept', async () => {
    const db = await open();
    const person = await ida(db);
    const token = await startSession(db, { personId: person.id, device: 'A test', now: NOW });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await findSession(db, token, NOW)).toMatchObject({ person, lastSeenAt: NOW });
    expect(await findSession(db, `${token}x`, NOW)).toBeNull();
    const rows = await db.client.session.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('is over after twelve hours without use', async () => {
    const db = await open();
    const { id: personId } = await ida(db);
    const token = await startSession(db, { personId, device: 'A test', now: NOW });
    expect(await findSession(db, token, later(12, -1))).not.toBeNull();
    expect(await findSession(db, token, later(12))).toBeNull();
  });

  test('lasts while it is used, and fourteen days at the most', async () => {
    const db = await open();
    const { id: personId } = await ida(db);
    const token = await startSession(db, { personId, device: 'A test', now: NOW });
    const LAST = 14 * 24;
    for (let hour = 10; hour < LAST; hour += 10) {
      const session = await findSession(db, token, later(hour));
      if (session === null) throw new Error(`over after ${hour} hours`);
      noteSeen(db, session, later(hour), never);
      await db.background.settle();
    }
    expect(await findSession(db, token, later(LAST, -1))).not.toBeNull();
    expect(await findSession(db, token, later(LAST))).toBeNull();
  });

  test('is noted as used once a minute at the most', async () => {
    const db = await open();
    const { id: personId } = await ida(db);
    const token = await startSession(db, { personId, device: 'A test', now: NOW });
    const seenAt = async (now: Date) => {
      const session = await findSession(db, token, now);
      if (session === null) throw new Error('over');
      noteSeen(db, session, now, never);
      await db.background.settle();
      return (await findSession(db, token, now))?.lastSeenAt;
    };
    expect(await seenAt(later(0, 60_000))).toEqual(NOW);
    expect(await seenAt(later(0, 60_001))).toEqual(later(0, 60_001));
  });

  test('replaces the one that the request came with', async () => {
    const db = await open();
    const { id: personId } = await ida(db);
    const first = await startSession(db, { personId, device: 'A test', now: NOW });
    const replaces = (await findSession(db, first, NOW))?.id ?? null;
    const second = await startSession(db, { personId, device: 'A test', now: NOW, replaces });
    expect(second).not.toBe(first);
    expect(await findSession(db, first, NOW)).toBeNull();
    expect(await findSession(db, second, NOW)).not.toBeNull();
  });

  test('goes when it is over, at the next sign-in of anybody', async () => {
    const db = await open();
    const { id: personId } = await ida(db);
    await startSession(db, { personId, device: 'Old', now: NOW });
    await startSession(db, { personId, device: 'New', now: later(12) });
    expect((await db.client.session.findMany()).map(({ device }) => device)).toEqual(['New']);
  });

  test('ends alone, or with all others, or all others end', async () => {
    const db = await open();
    const { id: personId } = await ida(db);
    const start = async (device: string) => {
      const token = await startSession(db, { personId, device, now: NOW });
      return (await findSession(db, token, NOW))?.id ?? 0;
    };
    const devices = async () => (await listSessions(db, personId, NOW)).map(({ device }) => device);
    const ids = [await start('One'), await start('Two'), await start('Three'), await start('Four')];
    await endSession(db, ids[0] ?? 0);
    await endSession(db, ids[0] ?? 0);
    expect(await devices()).toEqual(['Four', 'Three', 'Two']);
    expect(await endSessionsOf(db, personId, { except: ids[1] ?? 0 })).toBe(2);
    expect(await devices()).toEqual(['Two']);
    expect(await endSessionsOf(db, personId)).toBe(1);
    expect(await devices()).toEqual([]);
  });

  test('has the role that its person has at that moment', async () => {
    const db = await open();
    const { id, revision, name } = await ida(db);
    const token = await startSession(db, { personId: id, device: 'A test', now: NOW });
    await changePerson(db, { id, revision, name, role: 'manager', isDisabled: false });
    expect(await findSession(db, token, NOW)).toMatchObject({ person: { role: 'manager' } });
    expect(await findPerson(db, id)).toMatchObject({ role: 'manager' });
  });

  test('changes what was bound to the time before it', async () => {
    const db = await open();
    const { id } = await ida(db);
    const before = await findSignInMark(db, id);
    expect(await findSignInMark(db, id)).toBe(before);
    await startSession(db, { personId: id, device: 'A test', now: NOW });
    expect(await findSignInMark(db, id)).not.toBe(before);
  });
});
