import type { BreakdownSources } from '#app/domain/breakdown-sources.ts';
import type { IsoDate } from '#app/domain/dates.ts';
import { findBudgetInForce } from './budgets.server.ts';
import type { Database } from './database.server.ts';
import { listPledgesByCode } from './pledges.server.ts';

/**
 * The budget lines, receipts and write-offs that a figure rests on, as they stood on a date.
 *
 * @param activity The activity that the figure is about, null for one of the whole programme.
 * @param pledges  Codes of the pledges behind it.
 */
export async function findBreakdownSources(
  db: Database,
  {
    programme,
    activity,
    pledges: codes,
    asOf,
  }: {
    readonly programme: string;
    readonly activity: string | null;
    readonly pledges: readonly string[];
    readonly asOf: IsoDate;
  },
): Promise<BreakdownSources> {
  const [budget, pledges] = await Promise.all([
    activity === null ? null : findBudgetInForce(db, programme, activity, asOf),
    listPledgesByCode(db, programme, codes),
  ]);
  const soFar = <T extends { readonly date: IsoDate }>(records: readonly T[]) =>
    records.filter(({ date }) => date <= asOf);
  return {
    lines: budget?.lines ?? [],
    receipts: new Map(pledges.map(({ code, receipts }) => [code, soFar(receipts)])),
    writeOffs: new Map(pledges.map(({ code, writeOffs }) => [code, soFar(writeOffs)])),
  };
}
