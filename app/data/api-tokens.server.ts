import { createHash, randomBytes } from 'node:crypto';
import type { IsoDate } from '#app/domain/dates.ts';
import type { Role } from '#app/domain/role.ts';
import type { Database } from './database.server.ts';

const PREFIX = 'trib_';
const SECRET_BYTES = 32;
const MINUTE_MS = 60_000;

export type ApiToken = { readonly name: string | null; readonly role: Role };

/**
 * Makes a key to the HTTP API.
 *
 * @param expiresOn The last day on which it is good (UTC), or null for ever.
 * @returns The token itself, to be shown once: only its hash is kept.
 */
export async function createApiToken(
  db: Database,
  { role, name, expiresOn }: { role: Role; name: string | null; expiresOn: IsoDate | null },
): Promise<string> {
  const token = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
  const expiresAt = expiresOn === null ? null : new Date(`${expiresOn}T23:59:59.999Z`);
  await db.transaction((transaction) =>
    transaction.apiToken.create({ data: { role, name, hash: hashOf(token), expiresAt } }),
  );
  return token;
}

/**
 * The token that somebody shows, if it is known, not expired and not revoked. That it was used is noted once a
 * minute at the most.
 */
export async function findApiToken(db: Database, token: string, now: Date): Promise<ApiToken | null> {
  // Looked up by hash: how long that takes says nothing about the tokens that are there.
  const found = await db.client.apiToken.findUnique({ where: { hash: hashOf(token) } });
  if (!found || found.revokedAt !== null) return null;
  if (found.expiresAt !== null && found.expiresAt < now) return null;
  if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() > MINUTE_MS) {
    await db.transaction((transaction) =>
      transaction.apiToken.update({ where: { id: found.id }, data: { lastUsedAt: now } }),
    );
  }
  return { name: found.name, role: found.role as Role };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
