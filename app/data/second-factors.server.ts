import { recordAudit } from './audit.server.ts';
import type { Database, Transaction } from './database.server.ts';
import type { PersonModel } from './generated/sqlite/models.ts';
import { describePerson } from './people.server.ts';
import { replaceRecoveryCodes } from './recovery-codes.server.ts';

/** The authenticator app of a person. */
export type SecondFactor = {
  /** The shared secret, which only the server's own secret opens. */
  readonly sealedSecret: string;
  /** Whether the person has shown that the app has it; asked for at sign-in from then on. */
  readonly isConfirmed: boolean;
};

export async function findSecondFactor(
  { client }: { readonly client: Transaction },
  personId: number,
): Promise<SecondFactor | null> {
  const row = await client.person.findUnique({ where: { id: personId } });
  if (!row || row.totpSecret === null) return null;
  return { sealedSecret: row.totpSecret, isConfirmed: row.totpConfirmed };
}

/** Keeps the secret that a person is about to put into an app; false when an app is in use already. */
export async function beginSecondFactor(
  db: Database,
  personId: number,
  sealedSecret: string,
): Promise<boolean> {
  const { count } = await db.transaction((transaction) =>
    transaction.person.updateMany({
      where: { id: personId, totpConfirmed: false },
      data: { totpSecret: sealedSecret, totpLastStep: null },
    }),
  );
  return count === 1;
}

/**
 * From now on the app is asked for at sign-in, and its recovery codes are good.
 *
 * @param step The time step of the code that was shown.
 * @returns False when the secret is another one by now.
 */
export function confirmSecondFactor(
  db: Database,
  {
    personId,
    sealedSecret,
    step,
    recoveryHashes,
  }: { personId: number; sealedSecret: string; step: number; recoveryHashes: readonly string[] },
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const before = await transaction.person.findUnique({ where: { id: personId } });
    if (!before || before.totpConfirmed || before.totpSecret !== sealedSecret) return false;
    const data = { totpConfirmed: true, totpLastStep: step };
    const after = await transaction.person.update({ where: { id: personId }, data });
    await replaceRecoveryCodes(transaction, personId, recoveryHashes);
    await audit(transaction, db, before, after);
    return true;
  });
}

/** Notes the time step of a code that was right; false for a step that was used before, or is older than that. */
export async function acceptStep(db: Database, personId: number, step: number): Promise<boolean> {
  const { count } = await db.transaction((transaction) =>
    transaction.person.updateMany({
      where: {
        id: personId,
        totpConfirmed: true,
        OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }],
      },
      data: { totpLastStep: step },
    }),
  );
  return count === 1;
}

/** Takes a person's authenticator app and recovery codes away: a password is enough again. */
export function removeSecondFactor(
  db: Database,
  personId: number,
  reason: string | null = null,
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const before = await transaction.person.findUnique({ where: { id: personId } });
    if (!before || before.totpSecret === null) return false;
    const data = { totpSecret: null, totpConfirmed: false, totpLastStep: null };
    const after = await transaction.person.update({ where: { id: personId }, data });
    await replaceRecoveryCodes(transaction, personId, []);
    await audit(transaction, db, before, after, reason);
    return true;
  });
}

/** Gives somebody who uses an app ten new recovery codes; false without an app. */
export function renewRecoveryCodes(
  db: Database,
  personId: number,
  hashes: readonly string[],
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const person = await transaction.person.findUnique({ where: { id: personId } });
    if (!person?.totpConfirmed) return false;
    await replaceRecoveryCodes(transaction, personId, hashes);
    const before = describePerson(person);
    const after = { ...before, recoveryCodes: 'made anew' };
    await recordAudit(transaction, db.actor, [{ kind: 'people', key: person.email, before, after }]);
    return true;
  });
}

function audit(
  transaction: Transaction,
  { actor }: Database,
  before: PersonModel,
  after: PersonModel,
  reason: string | null = null,
): Promise<void> {
  const change = { before: describePerson(before), after: describePerson(after) };
  return recordAudit(transaction, actor, [{ kind: 'people', key: after.email, ...change }], reason);
}
