import type { BreakdownSources } from '#app/domain/breakdown-sources.ts';
import type { IsoDate } from '#app/domain/dates.ts';
import { findBudgetInForce } from './budgets.server.ts';
import type { Database } from './database.server.ts';
import { listPledgesTouching } from './pledges.server.ts';

/** The budget lines, receipts and write-offs that an activity's figures rest on, as they stood on a date. */
export async function findBreakdownSources(
  db: Database,
  programme: string,
  activity: string,
  asOf: IsoDate,
): Promise<BreakdownSources> {
  const [budget, pledges] = await Promise.all([
    findBudgetInForce(db, programme, activity, asOf),
    listPledgesTouching(db, programme, activity),
  ]);
  const soFar = <T extends { readonly date: IsoDate }>(records: readonly T[]) =>
    records.filter(({ date }) => date <= asOf);
  const existing = soFar(pledges);
  return {
    lines: budget?.lines ?? [],
    receipts: new Map(existing.map(({ code, receipts }) => [code, soFar(receipts)])),
    writeOffs: new Map(existing.map(({ code, writeOffs }) => [code, soFar(writeOffs)])),
  };
}
