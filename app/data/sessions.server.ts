import { createHash, randomBytes } from 'node:crypto';
import type { Database, Transaction } from './database.server.ts';
import { type Person, toPerson } from './people.server.ts';

const TOKEN_BYTES = 32;
const MINUTE_MS = 60_000;
const IDLE_MS = 12 * 60 * MINUTE_MS;
/** How long a session lasts at the most, in seconds. */
export const LONGEST_SESSION_SECONDS = 14 * 24 * 60 * 60;

export type FoundSession = {
  readonly id: number;
  readonly person: Person;
  readonly lastSeenAt: Date;
};

/** A browser in which somebody is signed in. */
export type OpenSession = {
  readonly id: number;
  /** What the browser calls itself, in few words. */
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

type Reading = { readonly client: Transaction };

/**
 * Signs a person in. Sessions that are over are removed on the way.
 *
 * @param replaces The session that the request came with, which ends.
 * @returns What the browser has to show from now on; only its hash is kept.
 */
export async function startSession(
  db: Database,
  {
    personId,
    device,
    now,
    replaces = null,
  }: { personId: number; device: string; now: Date; replaces?: number | null },
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + LONGEST_SESSION_SECONDS * 1000);
  await db.transaction(async (transaction) => {
    await removeOver(transaction, now);
    if (replaces !== null) await transaction.session.deleteMany({ where: { id: replaces } });
    await transaction.session.create({
      data: { personId, device, hash: hashOf(token), createdAt: now, lastSeenAt: now, expiresAt },
    });
    await transaction.person.update({ where: { id: personId }, data: { lastSeenAt: now } });
  });
  return token;
}

/** The session that a browser shows, if it is not over and its person may sign in. */
export async function findSession(
  { client }: Reading,
  token: string,
  now: Date,
): Promise<FoundSession | null> {
  // Looked up by hash: how long that takes says nothing about the sessions that are there.
  const found = await client.session.findUnique({
    where: { hash: hashOf(token) },
    include: { person: true },
  });
  if (!found || found.expiresAt <= now || found.lastSeenAt <= idleSince(now)) return null;
  const person = toPerson(found.person);
  return person.isDisabled ? null : { id: found.id, person, lastSeenAt: found.lastSeenAt };
}

/** Notes that a session is in use, once a minute at the most; nobody waits for it, and it fails no request. */
export function noteSeen(
  db: Database,
  { id, lastSeenAt }: Pick<FoundSession, 'id' | 'lastSeenAt'>,
  now: Date,
  onError: (error: unknown) => void,
): void {
  if (now.getTime() - lastSeenAt.getTime() <= MINUTE_MS) return;
  // It may have ended in the meantime.
  const note = () =>
    db.transaction(async (transaction) => {
      await transaction.session.updateMany({ where: { id }, data: { lastSeenAt: now } });
      await transaction.person.updateMany({
        where: { sessions: { some: { id } } },
        data: { lastSeenAt: now },
      });
    });
  db.background.start(`session ${id}`, () => note().catch(onError));
}

export async function endSession(db: Database, id: number): Promise<void> {
  await db.transaction((transaction) => transaction.session.deleteMany({ where: { id } }));
}

/** Signs a person out everywhere, except where they are asking for it; says in how many browsers that was. */
export async function endSessionsOf(
  db: Database,
  personId: number,
  { except }: { except?: number } = {},
): Promise<number> {
  const where = { personId, ...(except !== undefined && { id: { not: except } }) };
  const { count } = await db.transaction((transaction) => transaction.session.deleteMany({ where }));
  return count;
}

/** Where a person is signed in, what was used last first. */
export function listSessions({ client }: Reading, personId: number, now: Date): Promise<OpenSession[]> {
  return client.session.findMany({
    where: { personId, expiresAt: { gt: now }, lastSeenAt: { gt: idleSince(now) } },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
  });
}

/** What holds until a person signs in the next time or gets another password: what is bound to it is good once. */
export async function findSignInMark({ client }: Reading, id: number): Promise<string> {
  const row = await client.person.findUnique({ where: { id }, select: { passwordHash: true } });
  const { _max } = await client.session.aggregate({ where: { personId: id }, _max: { id: true } });
  return `${row?.passwordHash ?? ''} ${_max.id ?? 0}`;
}

async function removeOver(transaction: Transaction, now: Date): Promise<void> {
  await transaction.session.deleteMany({
    where: { OR: [{ expiresAt: { lte: now } }, { lastSeenAt: { lte: idleSince(now) } }] },
  });
}

function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MS);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
