import type { Actor } from '#app/domain/actor.ts';
import type { RefusedSignOn, SingleSignOnRefusal, Subject } from '#app/domain/single-sign-on.ts';
import { recordAudit } from './audit.server.ts';
import type { Database, Transaction } from './database.server.ts';
import type { PersonModel as Row } from './generated/sqlite/models.ts';
import { describePerson, type Person, toPerson } from './people.server.ts';

export type Admission = { readonly kind: 'admitted'; readonly person: Person } | RefusedSignOn;

/** The person who has signed in as somebody at a provider before; null for nobody. */
export async function findAdmission({ client }: Database, subject: Subject): Promise<Admission | null> {
  const row = await client.person.findUnique({ where: { oidcSubject: stored(subject) } });
  return row && admission(row);
}

/**
 * Notes who the person with an e-mail address is at a provider, so that they are found by that from now on. It stays:
 * an address that the provider gives to somebody else later does not lead to this person.
 *
 * @param email As the provider has verified it.
 */
export function admitByEmail(db: Database, email: string, subject: Subject): Promise<Admission> {
  return db.transaction(async (transaction): Promise<Admission> => {
    const before = await transaction.person.findUnique({ where: { email: email.trim().toLowerCase() } });
    const admitted = before ? admission(before) : refused('not known here');
    if (!before || admitted.kind === 'refused' || before.oidcSubject === stored(subject)) return admitted;
    if (before.oidcSubject?.startsWith(stored({ ...subject, subject: '' }))) return refused('somebody else');
    const after = await transaction.person.update({
      where: { id: before.id },
      data: { oidcSubject: stored(subject), revision: { increment: 1 } },
    });
    const themselves = { kind: 'person', id: before.id, name: before.name } as const;
    await audit(transaction, themselves, before, after);
    return { kind: 'admitted', person: toPerson(after) };
  });
}

/** Lets the next one who has a person's e-mail address at the provider be that person, whoever it was before. */
export async function forgetSubject(db: Database, personId: number): Promise<void> {
  await db.transaction(async (transaction) => {
    const before = await transaction.person.findUniqueOrThrow({ where: { id: personId } });
    if (before.oidcSubject === null) return;
    const data = { oidcSubject: null, revision: { increment: 1 } };
    const after = await transaction.person.update({ where: { id: personId }, data });
    await audit(transaction, db.actor, before, after);
  });
}

function audit(transaction: Transaction, actor: Actor, before: Row, after: Row): Promise<void> {
  const change = {
    before: { ...describePerson(before), singleSignOn: before.oidcSubject },
    after: { ...describePerson(after), singleSignOn: after.oidcSubject },
  };
  return recordAudit(transaction, actor, [{ kind: 'people', key: after.email, ...change }]);
}

/** An issuer is an address and has no space. */
function stored({ issuer, subject }: Subject): string {
  return `${issuer} ${subject}`;
}

function admission(row: Row): Admission {
  // They have one click of their own, and no business at a provider.
  if (row.demonstration) return refused('not known here');
  return row.disabledAt === null ? { kind: 'admitted', person: toPerson(row) } : refused('disabled');
}

function refused(refusal: SingleSignOnRefusal): RefusedSignOn {
  return { kind: 'refused', refusal, detail: null };
}
