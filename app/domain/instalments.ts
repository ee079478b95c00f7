import type { IsoDate } from './dates.ts';
import { comparePlain } from './order.ts';
import { type Instalment, isCancelled, type Pledge } from './pledge.ts';

/** An instalment that should have come in, with what is still missing up to and including it. */
export type OverdueInstalment = Instalment & {
  /** Minor units of the pledge's currency, above zero, at most the instalment's own amount. */
  readonly missingMinor: bigint;
};

/**
 * The overdue instalments of a pledge: due before the as-of date while receipts plus write-offs up to that date
 * are less than the instalments up to and including it, in due-date order. None once the pledge is cancelled, and
 * none before it was announced.
 *
 * @source domain.md, section 1 ("instalment")
 */
export function overdueInstalments(
  pledge: Pick<Pledge, 'date' | 'cancelledOn' | 'instalments' | 'receipts' | 'writeOffs'>,
  asOf: IsoDate,
): OverdueInstalment[] {
  if (isCancelled(pledge, asOf) || pledge.date > asOf) return [];
  const settledMinor = [...pledge.receipts, ...pledge.writeOffs]
    .filter(({ date }) => date <= asOf)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const overdue: OverdueInstalment[] = [];
  let dueMinor = 0n;
  for (const instalment of [...pledge.instalments].sort((a, b) => comparePlain(a.due, b.due))) {
    if (instalment.due >= asOf) break;
    dueMinor += instalment.amountMinor;
    const missingMinor = dueMinor - settledMinor;
    if (missingMinor <= 0n) continue;
    overdue.push({
      ...instalment,
      missingMinor: missingMinor < instalment.amountMinor ? missingMinor : instalment.amountMinor,
    });
  }
  return overdue;
}
