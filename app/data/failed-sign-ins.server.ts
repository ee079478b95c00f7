import type { Database, Transaction } from './database.server.ts';

/** Who tried, as keyed hashes: the account, and the address or browser. */
export type Attempt = { readonly account: string; readonly address: string; readonly at: Date };

export type RecentFailures = {
  readonly ofPair: readonly Date[];
  readonly ofAddress: readonly Date[];
  readonly ofAccountCount: number;
};

export type CountedAttempt =
  | { readonly kind: 'counted'; readonly id: number }
  | { readonly kind: 'refused'; readonly waitMs: number };

/** More than these say no more about the wait. */
const MOST = 60;

/**
 * Counts a try as failed before it is made, unless its time has not come: of many at the same moment none gets
 * through uncounted. Whatever is too old to count is removed.
 *
 * @param countsMs How long a failure counts.
 * @param waitOf How long to wait after these failures, in milliseconds.
 */
export function countAttempt(
  db: Database,
  { account, address, at }: Attempt,
  countsMs: number,
  waitOf: (failures: RecentFailures) => number,
): Promise<CountedAttempt> {
  const since = new Date(at.getTime() - countsMs);
  return db.transaction(async (transaction): Promise<CountedAttempt> => {
    await transaction.failedSignIn.deleteMany({ where: { at: { lte: since } } });
    const ofPair = await timesOf(transaction, { account, address });
    const ofAddress = await timesOf(transaction, { address });
    const ofAccountCount = await transaction.failedSignIn.count({ where: { account } });
    const waitMs = waitOf({ ofPair, ofAddress, ofAccountCount });
    if (waitMs > 0) return { kind: 'refused', waitMs };
    const { id } = await transaction.failedSignIn.create({ data: { account, address, at } });
    return { kind: 'counted', id };
  });
}

/** Forgets the failures of an account at an address, or in a browser, because it got in there. */
export async function forgetAttempts(
  db: Database,
  { account, address }: Pick<Attempt, 'account' | 'address'>,
): Promise<void> {
  await db.transaction((transaction) => transaction.failedSignIn.deleteMany({ where: { account, address } }));
}

async function timesOf(
  transaction: Transaction,
  where: { account?: string; address: string },
): Promise<Date[]> {
  const rows = await transaction.failedSignIn.findMany({
    where,
    select: { at: true },
    orderBy: { at: 'desc' },
    take: MOST,
  });
  return rows.map(({ at }) => at);
}
