import { type Amounts, makeAmounts } from './amounts.ts';
import type { GapStakes } from './gap-stakes.ts';
import type { Rational } from './rational.ts';
import { smallestReaching } from './weighted-selection.ts';

/** For 10, 50 and 90 % each: the smallest value that the gap does not exceed with at least that probability. */
export type GapPercentiles = {
  readonly p10Minor: bigint;
  readonly p50Minor: bigint;
  readonly p90Minor: bigint;
};

/**
 * Percentiles of the programme's remaining gap Σ max(0, need − won asks), exactly, from every outcome of the
 * prospects.
 *
 * @param needsMinor One per activity.
 * @param prospects  About 20 at most: there are 2^n outcomes.
 * @source domain.md, section 5 ("Percentiles are exact for up to 20")
 */
export function exactGapPercentiles(
  needsMinor: readonly bigint[],
  prospects: readonly GapStakes[],
): GapPercentiles {
  // Those with few stakes come first, as they change hands most often in the walk.
  const order = prospects
    .filter(({ stakes, probability }) => stakes.length > 0 && probability.numerator > 0n)
    .sort((a, b) => a.stakes.length - b.stakes.length);
  const chances = order.map(({ probability }) => probability);
  const totalWeight = chances.reduce((product, { denominator }) => product * denominator, 1n);
  const targets = [1n, 5n, 9n].map((tenths) => (tenths * totalWeight + 9n) / 10n);
  const [p10Minor, p50Minor, p90Minor] = smallestReaching(
    gapOfOutcomes(needsMinor, order),
    outcomeWeights(chances),
    targets,
  ) as [bigint, bigint, bigint];
  return { p10Minor, p50Minor, p90Minor };
}

/** The gap after every outcome; bit i of an outcome's number says whether prospect i is won. */
function gapOfOutcomes(needsMinor: readonly bigint[], prospects: readonly GapStakes[]): Amounts {
  const asks = prospects.flatMap(({ stakes }) => stakes.map(({ amountMinor }) => amountMinor));
  const largest = [...needsMinor, ...asks].reduce((sum, amount) => sum + amount, 1n);
  const gaps = makeAmounts(2 ** prospects.length, largest);
  const remaining = makeAmounts(needsMinor.length, largest);
  for (const [activity, needMinor] of needsMinor.entries()) remaining[activity] = needMinor;
  let gapMinor = needsMinor.reduce((sum, needMinor) => sum + needMinor, 0n);
  let outcome = 0;
  gaps[outcome] = gapMinor;
  // In Gray code order one prospect at a time is won or lost again. What remains may fall below zero.
  for (let step = 1; step < gaps.length; step++) {
    const flipped = 31 - Math.clz32(step & -step);
    outcome ^= 1 << flipped;
    const isWon = (outcome & (1 << flipped)) !== 0;
    for (const { activity, amountMinor } of prospects[flipped]?.stakes ?? []) {
      const beforeMinor = remaining[activity] as bigint;
      const afterMinor = isWon ? beforeMinor - amountMinor : beforeMinor + amountMinor;
      remaining[activity] = afterMinor;
      gapMinor += (afterMinor > 0n ? afterMinor : 0n) - (beforeMinor > 0n ? beforeMinor : 0n);
    }
    gaps[outcome] = gapMinor;
  }
  return gaps;
}

/** The weight of an outcome: the product over the prospects, from one table for each half of its bits. */
function outcomeWeights(chances: readonly Rational[]): (outcome: number) => bigint {
  const lowBits = chances.length >> 1;
  const low = weightTable(chances.slice(0, lowBits));
  const high = weightTable(chances.slice(lowBits));
  const mask = 2 ** lowBits - 1;
  return (outcome) => (high[outcome >> lowBits] as bigint) * (low[outcome & mask] as bigint);
}

function weightTable(chances: readonly Rational[]): bigint[] {
  return chances.reduce<bigint[]>(
    (table, { numerator, denominator }) => [
      ...table.map((weight) => weight * (denominator - numerator)),
      ...table.map((weight) => weight * numerator),
    ],
    [1n],
  );
}
