import type { Database } from '#app/data/database.server.ts';
import { countPeople } from '#app/data/people.server.ts';
import { findSettings } from '#app/data/settings.server.ts';
import { isSameText, keyedHash } from './keyed-hash.ts';

const CODE_CHARACTERS = 22;

/** Whether the portfolio waits for its administrator: nobody can sign in, and it is not a demonstration either. */
export async function needsAdministrator(db: Database): Promise<boolean> {
  const [peopleCount, { demonstration }] = await Promise.all([countPeople(db), findSettings(db)]);
  return peopleCount === 0 && !demonstration;
}

/**
 * What proves, from another machine, that somebody reads what the server prints: 132 bits. All processes of one
 * portfolio have the same, and it opens nothing any more once there is an administrator.
 */
export function setupCode(sessionSecret: string): string {
  return keyedHash(sessionSecret, 'setup').slice(0, CODE_CHARACTERS);
}

/** Whether a request may make the administrator. */
export function maySetUp(
  { isLocal, sessionSecret }: { readonly isLocal: boolean; readonly sessionSecret: string },
  code: string | null,
): boolean {
  return isLocal || (code !== null && isSameText(code, setupCode(sessionSecret)));
}
