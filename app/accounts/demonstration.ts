import type { Database } from '#app/data/database.server.ts';
import { addPerson, EmailTakenError, findCredentials, type Person } from '#app/data/people.server.ts';
import { findSettings } from '#app/data/settings.server.ts';
import { THE_PRODUCT } from '#app/domain/actor.ts';
import type { Role } from '#app/domain/role.ts';

/** Who shows the product, one for each role. */
export const DEMONSTRATION_PEOPLE = [
  { role: 'viewer', name: 'Vera Lund' },
  { role: 'officer', name: 'Omar Haddad' },
  { role: 'manager', name: 'Mei Tanaka' },
  { role: 'administrator', name: 'Ana Duarte' },
] as const satisfies readonly { role: Role; name: string }[];

type Asked = { readonly db: Database; readonly isLocal: boolean };

/** Whether people may sign in by one click: with made-up data, at this very machine. */
export async function offersDemonstration({ db, isLocal }: Asked): Promise<boolean> {
  return isLocal && (await findSettings(db)).demonstration;
}

/** The person of the demonstration with a role, who is made when first used; null where there is no demonstration. */
export async function findDemonstrationPerson({ db, isLocal }: Asked, role: string): Promise<Person | null> {
  const wanted = DEMONSTRATION_PEOPLE.find((person) => person.role === role);
  if (!wanted || !(await offersDemonstration({ db, isLocal }))) return null;
  const email = `${wanted.role}@demonstration.invalid`;
  const find = async () => (await findCredentials(db, email))?.person ?? null;
  const person = (await find()) ?? (await add(db, { ...wanted, email })) ?? (await find());
  // Somebody real may have been given this address.
  return person?.isDemonstration && !person.isDisabled && person.role === role ? person : null;
}

/** Null where somebody else has just done so. */
async function add(
  db: Database,
  person: { role: Role; name: string; email: string },
): Promise<Person | null> {
  try {
    return await addPerson({ ...db, actor: THE_PRODUCT }, { ...person, isDemonstration: true });
  } catch (error) {
    if (error instanceof EmailTakenError) return null;
    throw error;
  }
}
