import { createHash, randomBytes } from 'node:crypto';
import type { ApiTokenState } from '#app/domain/api-token.ts';
import { apiTokenState } from '#app/domain/api-token.ts';
import type { IsoDate } from '#app/domain/dates.ts';
import type { Role } from '#app/domain/role.ts';
import { recordAudit } from './audit.server.ts';
import type { Database, Transaction } from './database.server.ts';
import type { ApiTokenModel as Row } from './generated/sqlite/models.ts';

const PREFIX = 'trib_';
const SECRET_BYTES = 32;
const MINUTE_MS = 60_000;

/** A token that is good. */
export type ApiToken = { readonly id: number; readonly name: string | null; readonly role: Role };

export type NewApiToken = {
  readonly role: Role;
  readonly name: string | null;
  /** The last day on which it is good (UTC), or null for ever. */
  readonly expiresOn: IsoDate | null;
};

export type ListedApiToken = ApiToken & {
  readonly state: ApiTokenState;
  /** Whom the audit trail names; null for one that is older than the trail. */
  readonly madeBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

/**
 * Makes a key to the HTTP API.
 *
 * @returns The token itself, to be shown once: only its hash is kept.
 */
export function createApiToken(db: Database, token: NewApiToken): Promise<string> {
  return db.transaction((transaction) => insertApiToken(db, transaction, token));
}

/**
 * As {@link createApiToken}, unless a token that is good has the name already: a form that is sent twice makes one
 * token.
 *
 * @returns null where the name is taken.
 */
export function createOnlyApiToken(
  db: Database,
  token: NewApiToken & { readonly name: string },
  now: Date,
): Promise<string | null> {
  return db.transaction(async (transaction) => {
    const named = await transaction.apiToken.findMany({ where: { name: token.name } });
    if (named.some((row) => apiTokenState(row, now) === 'good')) return null;
    return insertApiToken(db, transaction, token);
  });
}

async function insertApiToken(
  { actor }: Database,
  transaction: Transaction,
  { role, name, expiresOn }: NewApiToken,
): Promise<string> {
  const token = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
  const expiresAt = expiresOn === null ? null : new Date(`${expiresOn}T23:59:59.999Z`);
  const row = await transaction.apiToken.create({ data: { role, name, hash: hashOf(token), expiresAt } });
  const change = { kind: 'apiTokens', key: String(row.id), before: null, after: describe(row) } as const;
  await recordAudit(transaction, actor, [change]);
  return token;
}

/**
 * The token that somebody shows, if it is known, not expired and not revoked. That it was used is noted once a
 * minute at the most; nobody waits for that.
 */
export async function findApiToken(db: Database, token: string, now: Date): Promise<ApiToken | null> {
  // Looked up by hash: how long that takes says nothing about the tokens that are there.
  const found = await db.client.apiToken.findUnique({ where: { hash: hashOf(token) } });
  if (!found || apiTokenState(found, now) !== 'good') return null;
  const { id, name, role } = found;
  if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() > MINUTE_MS) {
    db.background.start(`token ${id}`, () =>
      db.transaction((transaction) =>
        transaction.apiToken.update({ where: { id }, data: { lastUsedAt: now } }),
      ),
    );
  }
  return { id, name, role: role as Role };
}

/** All tokens that there ever were, the newest first. */
export async function listApiTokens(db: Database, now: Date): Promise<ListedApiToken[]> {
  const [rows, added] = await Promise.all([
    db.client.apiToken.findMany({ orderBy: { id: 'desc' } }),
    db.client.auditEntry.findMany({
      where: { kind: 'apiTokens', action: 'added' },
      select: { key: true, actorName: true },
    }),
  ]);
  const makers = new Map(added.map(({ key, actorName }) => [key, actorName]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role as Role,
    state: apiTokenState(row, now),
    madeBy: makers.get(String(row.id)) ?? null,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    lastUsedAt: row.lastUsedAt,
    revokedAt: row.revokedAt,
  }));
}

/** Ends a token for good. @returns false where there is none, or none that was not revoked before. */
export function revokeApiToken(db: Database, id: number, now: Date): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const before = await transaction.apiToken.findUnique({ where: { id } });
    if (!before || before.revokedAt !== null) return false;
    const after = await transaction.apiToken.update({ where: { id }, data: { revokedAt: now } });
    const change = { before: describe(before), after: describe(after) };
    await recordAudit(transaction, db.actor, [{ kind: 'apiTokens', key: String(id), ...change }]);
    return true;
  });
}

/** A token in the audit trail, without anything that lets somebody in. */
function describe({ name, role, expiresAt, revokedAt }: Row) {
  return {
    name,
    role,
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
