import type { Logger } from 'pino';
import { readSessionToken } from '#app/accounts/session-cookie.ts';
import { actingAs, type Database } from '#app/data/database.server.ts';
import { findSession, noteSeen } from '#app/data/sessions.server.ts';
import { findSettings } from '#app/data/settings.server.ts';
import { NOBODY, type Visitor } from '#app/domain/visitor.ts';

type Asked = { readonly db: Database; readonly isLocal: boolean; readonly log: Logger };

/** Who makes a request, by the session that it shows. */
export async function recognise(request: Request, { db, isLocal, log }: Asked): Promise<Visitor> {
  const token = readSessionToken(request);
  if (token === null) return NOBODY;
  const now = new Date();
  const session = await findSession(db, token, now);
  if (session === null) return NOBODY;
  const { id, name, email, role, isDemonstration } = session.person;
  if (isDemonstration && !(isLocal && (await findSettings(db)).demonstration)) return NOBODY;
  noteSeen(db, session, now, (err) => log.warn({ err }, 'last use of a session not noted'));
  return { kind: 'person', id, name, email, role, isDemonstration, session: session.id };
}

/** The database as a visitor uses it. */
export function usedBy(db: Database, visitor: Visitor): Database {
  if (visitor.kind === 'nobody') return db;
  return actingAs(db, { kind: 'person', id: visitor.id, name: visitor.name });
}
