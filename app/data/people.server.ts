import type { Actor } from '#app/domain/actor.ts';
import type { Role } from '#app/domain/role.ts';
import { recordAudit } from './audit.server.ts';
import type { Database, Transaction } from './database.server.ts';
import { isConstraintViolation } from './driver-error.server.ts';
import type { PersonModel as Row } from './generated/sqlite/models.ts';

/** Somebody who may sign in, as far as others may know. */
export type Person = {
  readonly id: number;
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** One of the people of the demonstration, who sign in by one click on this machine. */
  readonly isDemonstration: boolean;
  readonly isDisabled: boolean;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly createdAt: Date;
  readonly revision: number;
};

export type Credentials = { readonly person: Person; readonly passwordHash: string | null };

export type NewPerson = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash?: string | null;
  readonly isDemonstration?: boolean;
};

/** What an administrator changes. */
export type PersonChange = {
  readonly id: number;
  /** Of the version that the change was made to. */
  readonly revision: number;
  readonly name: string;
  readonly role: Role;
  readonly isDisabled: boolean;
};

export type ChangedPerson =
  | { readonly kind: 'saved' | 'outdated'; readonly person: Person }
  | { readonly kind: 'last administrator' }
  | { readonly kind: 'missing' };

/** Somebody else has the e-mail address already. */
export class EmailTakenError extends Error {
  override readonly name = 'EmailTakenError';
}

type Reading = { readonly client: Transaction };

export async function findPerson({ client }: Reading, id: number): Promise<Person | null> {
  const row = await client.person.findUnique({ where: { id } });
  return row && toPerson(row);
}

/** The person with an e-mail address, and what their password is checked against. */
export async function findCredentials({ client }: Reading, email: string): Promise<Credentials | null> {
  const row = await client.person.findUnique({ where: { email: toEmail(email) } });
  return row && { person: toPerson(row), passwordHash: row.passwordHash };
}

/** How many real people there are: those of the demonstration are left out. */
export function countPeople({ client }: Reading): Promise<number> {
  return client.person.count({ where: { demonstration: false } });
}

/** @throws {EmailTakenError} when somebody else has the e-mail address. */
export function addPerson(db: Database, person: NewPerson): Promise<Person> {
  return db.transaction((transaction) => insertPerson(transaction, db.actor, person)).catch(explainTaken);
}

/** Adds the administrator of a portfolio that has no people; null where there is somebody already. */
export function addFirstAdministrator(
  db: Database,
  person: Omit<NewPerson, 'role' | 'isDemonstration'>,
): Promise<Person | null> {
  return db
    .transaction(async (transaction) => {
      if ((await countPeople({ client: transaction })) > 0) return null;
      return insertPerson(transaction, 'themselves', { ...person, role: 'administrator' });
    })
    .catch(explainTaken);
}

/**
 * Changes a person. Whoever is disabled is signed out everywhere. The last administrator who can sign in stays one.
 */
export function changePerson(db: Database, change: PersonChange): Promise<ChangedPerson> {
  return db.transaction(async (transaction): Promise<ChangedPerson> => {
    const before = await transaction.person.findUnique({ where: { id: change.id } });
    if (!before) return { kind: 'missing' };
    if (before.revision !== change.revision) return { kind: 'outdated', person: toPerson(before) };
    const staysAdministrator = change.role === 'administrator' && !change.isDisabled;
    if (isAdministrator(before) && !staysAdministrator && !(await hasOthersLike(transaction, before))) {
      return { kind: 'last administrator' };
    }
    const after = await transaction.person.update({
      where: { id: change.id },
      data: {
        name: change.name,
        role: change.role,
        disabledAt: change.isDisabled ? (before.disabledAt ?? new Date()) : null,
        revision: { increment: 1 },
      },
    });
    if (change.isDisabled) await transaction.session.deleteMany({ where: { personId: change.id } });
    await audit(transaction, db.actor, before, after);
    return { kind: 'saved', person: toPerson(after) };
  });
}

/**
 * Gives a person another password. Whoever knows the old one is out: sessions end, and so do links handed over.
 *
 * @param options.except The session of the person who is changing it.
 */
export async function savePassword(
  db: Database,
  id: number,
  passwordHash: string,
  { except }: { except?: number } = {},
): Promise<void> {
  await db.transaction(async (transaction) => {
    const before = await transaction.person.findUniqueOrThrow({ where: { id } });
    const after = await transaction.person.update({
      where: { id },
      data: { passwordHash, revision: { increment: 1 } },
    });
    await transaction.session.deleteMany({
      where: { personId: id, ...(except !== undefined && { id: { not: except } }) },
    });
    const now = new Date();
    await transaction.oneTimeLink.updateMany({
      where: { personId: id, usedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    const change = {
      before: describePerson(before),
      after: { ...describePerson(after), password: 'set anew' },
    };
    await recordAudit(transaction, db.actor, [{ kind: 'people', key: after.email, ...change }]);
  });
}

export function toPerson(row: Row): Person {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role as Role,
    isDemonstration: row.demonstration,
    isDisabled: row.disabledAt !== null,
    hasPassword: row.passwordHash !== null,
    hasSecondFactor: row.totpConfirmed,
    createdAt: row.createdAt,
    revision: row.revision,
  };
}

async function insertPerson(
  transaction: Transaction,
  actor: Actor | 'themselves',
  { email, name, role, passwordHash = null, isDemonstration = false }: NewPerson,
): Promise<Person> {
  const row = await transaction.person.create({
    data: { email: toEmail(email), name, role, passwordHash, demonstration: isDemonstration },
  });
  const themselves: Actor = { kind: 'person', id: row.id, name: row.name };
  await audit(transaction, actor === 'themselves' ? themselves : actor, null, row);
  return toPerson(row);
}

function explainTaken(error: unknown): never {
  if (isConstraintViolation(error)) throw new EmailTakenError('Somebody has this e-mail address already.');
  throw error;
}

function toEmail(text: string): string {
  return text.trim().toLowerCase();
}

function isAdministrator({ role, demonstration, disabledAt }: Row): boolean {
  return role === 'administrator' && !demonstration && disabledAt === null;
}

/** Whether another administrator can sign in: who has not accepted an invitation yet cannot. */
async function hasOthersLike(transaction: Transaction, { id }: Row): Promise<boolean> {
  const others = await transaction.person.count({
    where: {
      id: { not: id },
      role: 'administrator',
      demonstration: false,
      disabledAt: null,
      OR: [{ passwordHash: { not: null } }, { oidcSubject: { not: null } }],
    },
  });
  return others > 0;
}

function audit(transaction: Transaction, actor: Actor, before: Row | null, after: Row): Promise<void> {
  const change = { before: before && describePerson(before), after: describePerson(after) };
  return recordAudit(transaction, actor, [{ kind: 'people', key: after.email, ...change }]);
}

/** A person in the audit trail, without anything that lets somebody in. */
export function describePerson(row: Row) {
  return {
    email: row.email,
    name: row.name,
    role: row.role,
    isDisabled: row.disabledAt !== null,
    isDemonstration: row.demonstration,
    password: row.passwordHash === null ? 'none' : 'set',
    secondFactor: row.totpConfirmed ? 'set up' : 'none',
  };
}
