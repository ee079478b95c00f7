import type { Database, Transaction } from './database.server.ts';

/** Gives somebody new recovery codes, of which the hashes are kept; the older ones are void. */
export async function replaceRecoveryCodes(
  transaction: Transaction,
  personId: number,
  hashes: readonly string[],
): Promise<void> {
  await transaction.recoveryCode.deleteMany({ where: { personId } });
  await transaction.recoveryCode.createMany({ data: hashes.map((hash) => ({ personId, hash })) });
}

/**
 * Uses a recovery code up.
 *
 * @returns How many are left; null when it is not one of the person's, or was used before: of two that come at the
 *   same time, one is told so.
 */
export function spendRecoveryCode(
  db: Database,
  { personId, hash, now }: { personId: number; hash: string; now: Date },
): Promise<number | null> {
  return db.transaction(async (transaction) => {
    const { count } = await transaction.recoveryCode.updateMany({
      where: { personId, hash, usedAt: null },
      data: { usedAt: now },
    });
    return count === 0 ? null : await countIn(transaction, personId);
  });
}

/** How many recovery codes somebody has left. */
export function countRecoveryCodes(db: Database, personId: number): Promise<number> {
  return countIn(db.client, personId);
}

function countIn(transaction: Transaction, personId: number): Promise<number> {
  return transaction.recoveryCode.count({ where: { personId, usedAt: null } });
}
