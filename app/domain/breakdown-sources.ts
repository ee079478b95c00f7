import type { BudgetLine } from './budget.ts';
import type { Receipt, WriteOff } from './pledge.ts';

/** The single records behind one activity's figures, which the aggregated facts no longer tell apart. */
export type BreakdownSources = {
  /** All lines of the activity's version in force. */
  readonly lines: readonly BudgetLine[];
  /** By pledge code, for the pledges that touch the activity; up to the as-of date. */
  readonly receipts: ReadonlyMap<string, readonly Receipt[]>;
  readonly writeOffs: ReadonlyMap<string, readonly WriteOff[]>;
};
