import { type Budget, budgetInForce } from '#app/domain/budget.ts';
import type { IsoDate } from '#app/domain/dates.ts';
import type { Database } from './database.server.ts';
import { BUDGETS } from './records/budgets.server.ts';
import { listRecords } from './records.server.ts';

/** The version of an activity's budget that was in force on a date, with its lines; null before the first one. */
export async function findBudgetInForce(
  db: Database,
  programme: string,
  activity: string,
  asOf: IsoDate,
): Promise<Budget | null> {
  return budgetInForce(await listRecords(db, BUDGETS, programme, activity), asOf);
}
