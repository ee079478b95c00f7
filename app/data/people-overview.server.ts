import { type PersonState, personState } from '#app/domain/person-state.ts';
import type { Database, Transaction } from './database.server.ts';
import type { OneTimeLinkModel, PersonModel } from './generated/sqlite/models.ts';
import { type Person, toPerson } from './people.server.ts';

/** Somebody as whoever looks after people sees them. */
export type PersonOverview = Person & {
  readonly state: PersonState;
  readonly lastSeenAt: Date | null;
  /** Until when the link that was handed over last is good; null when it is used or over. */
  readonly linkGoodUntil: Date | null;
  readonly usesSingleSignOn: boolean;
};

const NEWEST_LINK = { links: { orderBy: { id: 'desc' }, take: 1 } } as const;

/** Everybody, by name. */
export async function listPeopleOverview({ client }: Database, now: Date): Promise<PersonOverview[]> {
  const rows = await client.person.findMany({
    include: NEWEST_LINK,
    orderBy: [{ demonstration: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => toOverview(row, now));
}

export async function findPersonOverview(
  { client }: { readonly client: Transaction },
  id: number,
  now: Date,
): Promise<PersonOverview | null> {
  const row = await client.person.findUnique({ where: { id }, include: NEWEST_LINK });
  return row && toOverview(row, now);
}

/** Who changed a person last, and when; null where the audit trail has nothing. */
export async function findLastEditOf(
  { client }: { readonly client: Transaction },
  { email }: Pick<Person, 'email'>,
): Promise<{ by: string; at: Date } | null> {
  const entry = await client.auditEntry.findFirst({
    where: { kind: 'people', key: email },
    orderBy: { id: 'desc' },
  });
  return entry && { by: entry.actorName, at: entry.at };
}

function toOverview(row: PersonModel & { links: OneTimeLinkModel[] }, now: Date): PersonOverview {
  const person = toPerson(row);
  const [link] = row.links;
  const linkGoodUntil = link && link.usedAt === null && link.expiresAt > now ? link.expiresAt : null;
  const usesSingleSignOn = row.oidcSubject !== null;
  const canSignIn = person.hasPassword || usesSingleSignOn;
  const state = personState({ ...person, canSignIn, hasOpenLink: linkGoodUntil !== null });
  return { ...person, state, lastSeenAt: row.lastSeenAt, linkGoodUntil, usesSingleSignOn };
}
