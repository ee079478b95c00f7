import type { FigureReference } from './breakdown.ts';
import type { BudgetLine } from './budget.ts';
import type { GapReport } from './gap.ts';
import type { Receipt, WriteOff } from './pledge.ts';

/** The single records behind a figure, which the aggregated facts no longer tell apart. */
export type BreakdownSources = {
  /** All lines of the version in force of the activity that the figure is about. */
  readonly lines: readonly BudgetLine[];
  /** By pledge code, for {@link pledgesBehind} the figure; up to the as-of date. */
  readonly receipts: ReadonlyMap<string, readonly Receipt[]>;
  readonly writeOffs: ReadonlyMap<string, readonly WriteOff[]>;
};

/** Codes of the pledges whose receipts and write-offs a breakdown tells one by one. */
export function pledgesBehind({ pledges }: GapReport, { figure, scope }: FigureReference): string[] {
  const isFlexible = figure === 'flexible' || figure === 'flexibleIfPledgesHold';
  return pledges
    .filter(({ allocated, unallocatedReceivedMinor, unallocatedOutstandingMinor }) =>
      scope.by === 'activity'
        ? allocated.some(({ activity }) => activity === scope.key)
        : isFlexible && unallocatedReceivedMinor + unallocatedOutstandingMinor > 0n,
    )
    .map(({ pledge }) => pledge.code);
}
