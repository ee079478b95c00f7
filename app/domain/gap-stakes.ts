import type { Rational } from './rational.ts';
import type { Win } from './win-distribution.ts';

/**
 * A prospect as a programme's gap sees it: all its stakes are won or lost together. `activity` is a position in
 * the list of needs; each occurs at most once.
 */
export type GapStakes = {
  readonly probability: Rational;
  readonly stakes: readonly { readonly activity: number; readonly amountMinor: bigint }[];
};

/** What a prospect may bring to an activity; `prospect` is a position in the list of prospects. */
export type ProspectWin = Win & { readonly prospect: number };

/** The wins of each activity, in the order of the prospects. */
export function winsByActivity(activityCount: number, prospects: readonly GapStakes[]): ProspectWin[][] {
  const wins = Array.from({ length: activityCount }, (): ProspectWin[] => []);
  for (const [prospect, { probability, stakes }] of prospects.entries()) {
    for (const { activity, amountMinor } of stakes)
      wins[activity]?.push({ prospect, probability, amountMinor });
  }
  return wins;
}
