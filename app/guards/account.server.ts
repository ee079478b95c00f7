import type { AccountContext } from '#app/accounts/account-context.ts';
import { findPerson, type Person } from '#app/data/people.server.ts';
import { requirePerson } from './visitor.server.ts';

/** Who looks after the own account, and in which session; people of the demonstration have none. */
export async function requireAccount(
  context: Pick<AccountContext, 'db' | 'visitor'>,
): Promise<{ person: Person; session: number }> {
  const { id, session } = requirePerson(context);
  const person = await findPerson(context.db, id);
  if (person && !person.isDemonstration) return { person, session };
  throw new Response('People of the demonstration have no password and no account of their own.', {
    status: 403,
  });
}
