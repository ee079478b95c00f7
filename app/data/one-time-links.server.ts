import { createHash, randomBytes } from 'node:crypto';
import type { LinkPurpose } from '#app/domain/one-time-link.ts';
import { type AuditChange, recordAudit } from './audit.server.ts';
import type { Database, Transaction } from './database.server.ts';
import type { OneTimeLinkModel, PersonModel } from './generated/sqlite/models.ts';
import { describePerson, type Person, toPerson } from './people.server.ts';

const TOKEN_BYTES = 32;
const HOUR_MS = 60 * 60_000;

const GOOD_FOR_MS: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * HOUR_MS,
  reset: 24 * HOUR_MS,
};

/** A link that was just made; its token is shown once. */
export type NewLink = { readonly token: string; readonly purpose: LinkPurpose; readonly expiresAt: Date };

/** Why a link lets nobody in. */
export type LinkEnd = 'unknown' | 'used' | 'replaced' | 'expired' | 'disabled';

export type FoundLink =
  | {
      readonly kind: 'good';
      readonly purpose: LinkPurpose;
      readonly person: Person;
      readonly expiresAt: Date;
    }
  | { readonly kind: LinkEnd };

export type RedeemedLink = { readonly kind: 'done'; readonly person: Person } | { readonly kind: LinkEnd };

type Reading = { readonly client: Transaction };

/**
 * Makes the link by which a person gets a password; it ends those that the person had before.
 *
 * @returns Null when there is no such person, or when nothing may let them in: they are disabled.
 */
export function createOneTimeLink(
  db: Database,
  { personId, now }: { personId: number; now: Date },
): Promise<NewLink | null> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return db.transaction(async (transaction) => {
    const person = await transaction.person.findUnique({ where: { id: personId } });
    if (!person || person.disabledAt !== null || person.demonstration) return null;
    const purpose: LinkPurpose = person.passwordHash === null ? 'invitation' : 'reset';
    const expiresAt = new Date(now.getTime() + GOOD_FOR_MS[purpose]);
    await transaction.oneTimeLink.create({
      data: { personId, purpose, hash: hashOf(token), createdAt: now, expiresAt },
    });
    const link = { purpose, expiresAt: expiresAt.toISOString() };
    await recordAudit(transaction, db.actor, [change(person, person, { link })]);
    return { token, purpose, expiresAt };
  });
}

/** What a link is good for. Looking at it does not use it up: programs that check mail open links, too. */
export async function findOneTimeLink({ client }: Reading, token: string, now: Date): Promise<FoundLink> {
  // Looked up by hash: how long that takes says nothing about the links that are there.
  const row = await client.oneTimeLink.findUnique({
    where: { hash: hashOf(token) },
    include: { person: true },
  });
  if (!row) return { kind: 'unknown' };
  const end = await endOf(client, row, now);
  if (end) return { kind: end };
  return {
    kind: 'good',
    purpose: row.purpose as LinkPurpose,
    person: toPerson(row.person),
    expiresAt: row.expiresAt,
  };
}

/**
 * Uses a link up: its person has the password from now on, and is signed out everywhere. Of two that come at the
 * same time, one is told that the link was used.
 *
 * @param given The name that somebody who was invited wants to have; null keeps the one that is there.
 */
export function redeemOneTimeLink(
  db: Database,
  token: string,
  { passwordHash, name, now }: { passwordHash: string; name: string | null; now: Date },
): Promise<RedeemedLink> {
  return db.transaction(async (transaction) => {
    const row = await transaction.oneTimeLink.findUnique({
      where: { hash: hashOf(token) },
      include: { person: true },
    });
    if (!row) return { kind: 'unknown' };
    const end = await endOf(transaction, row, now);
    if (end) return { kind: end };
    const used = await transaction.oneTimeLink.updateMany({
      where: { id: row.id, usedAt: null },
      data: { usedAt: now },
    });
    if (used.count === 0) return { kind: 'used' };
    const { person } = row;
    const after = await transaction.person.update({
      where: { id: person.id },
      data: {
        passwordHash,
        ...(row.purpose === 'invitation' && name !== null && { name }),
        revision: { increment: 1 },
      },
    });
    await transaction.session.deleteMany({ where: { personId: person.id } });
    const password = person.passwordHash === null ? 'set' : 'set anew';
    const themselves = { kind: 'person', id: after.id, name: after.name } as const;
    await recordAudit(
      transaction,
      themselves,
      [change(person, after, { password })],
      row.purpose === 'invitation' ? 'accepted the invitation' : 'by a one-time link',
    );
    return { kind: 'done', person: toPerson(after) };
  });
}

/** Until when the link that a person was handed over is good; null without one. */
export async function findOpenLink({ client }: Reading, personId: number, now: Date): Promise<Date | null> {
  const newest = await client.oneTimeLink.findFirst({ where: { personId }, orderBy: { id: 'desc' } });
  return newest && newest.usedAt === null && newest.expiresAt > now ? newest.expiresAt : null;
}

async function endOf(
  transaction: Transaction,
  link: OneTimeLinkModel & { person: PersonModel },
  now: Date,
): Promise<LinkEnd | null> {
  if (link.usedAt !== null) return 'used';
  if (link.person.disabledAt !== null) return 'disabled';
  const newer = await transaction.oneTimeLink.count({
    where: { personId: link.personId, id: { gt: link.id } },
  });
  if (newer > 0) return 'replaced';
  return link.expiresAt <= now ? 'expired' : null;
}

function change(before: PersonModel, after: PersonModel, more: object): AuditChange {
  return {
    kind: 'people',
    key: after.email,
    before: describePerson(before),
    after: { ...describePerson(after), ...more },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
