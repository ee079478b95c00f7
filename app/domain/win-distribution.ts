import type { Rational } from './rational.ts';

/** An amount that is won with a probability and otherwise nothing, independently of all others. */
export type Win = { readonly amountMinor: bigint; readonly probability: Rational };

/**
 * How likely each sum of some wins is: `weights[i] / denominator` is the probability of `sums[i]`. Sums ascend,
 * each occurs once and none has the weight 0.
 */
export type WinDistribution = {
  readonly sums: readonly bigint[];
  readonly weights: readonly bigint[];
  readonly denominator: bigint;
};

/** Nothing to win: the sum is 0 for certain. */
export const NO_WINS: WinDistribution = { sums: [0n], weights: [1n], denominator: 1n };

/**
 * The distribution with one more win. Sums at or above the cap count as the cap, which keeps them few.
 *
 * @param capMinor The same one for every win of a distribution.
 */
export function withWin(distribution: WinDistribution, win: Win, capMinor: bigint): WinDistribution {
  const { numerator: wonWeight, denominator } = win.probability;
  if (wonWeight === 0n) return distribution;
  const lostWeight = denominator - wonWeight;
  const sums: bigint[] = [];
  const weights: bigint[] = [];
  const append = (sumMinor: bigint, weight: bigint) => {
    const last = sums.length - 1;
    if (weight === 0n) return;
    if (sums[last] === sumMinor) weights[last] = (weights[last] as bigint) + weight;
    else {
      sums.push(sumMinor);
      weights.push(weight);
    }
  };
  // Two ascending lists, the sums without and with the win, are merged into one.
  let lost = 0;
  for (const [won, sumMinor] of distribution.sums.entries()) {
    const raisedMinor = sumMinor + win.amountMinor < capMinor ? sumMinor + win.amountMinor : capMinor;
    for (; lost < distribution.sums.length && (distribution.sums[lost] as bigint) <= raisedMinor; lost++) {
      append(distribution.sums[lost] as bigint, (distribution.weights[lost] as bigint) * lostWeight);
    }
    append(raisedMinor, (distribution.weights[won] as bigint) * wonWeight);
  }
  return { sums, weights, denominator: distribution.denominator * denominator };
}

/**
 * What two independent distributions leave of a need: E[max(0, need − X − Y)] and P(X + Y < need), in one walk
 * over both.
 *
 * @param needMinor At most the cap of both distributions; at or below 0, nothing is left.
 * @returns Exact numerators: `expected` and `unfunded` over the product of both denominators, and `expectedBySum`,
 *   what is expected to be left for each sum of x, over that of y.
 */
export function shortfall(
  x: WinDistribution,
  y: WinDistribution,
  needMinor: bigint,
): { expected: bigint; unfunded: bigint; expectedBySum: bigint[] } {
  // Of the sums in y that leave something: how many, their weight, and their weighted sum.
  let count = y.sums.length;
  let weight = y.denominator;
  let weightedSum = y.sums.reduce(
    (sum, sumMinor, index) => sum + sumMinor * (y.weights[index] as bigint),
    0n,
  );
  let expected = 0n;
  let unfunded = 0n;
  const expectedBySum: bigint[] = [];
  for (const [index, sumMinor] of x.sums.entries()) {
    const roomMinor = needMinor - sumMinor;
    while (count > 0 && (y.sums[count - 1] as bigint) >= roomMinor) {
      count--;
      weight -= y.weights[count] as bigint;
      weightedSum -= (y.weights[count] as bigint) * (y.sums[count] as bigint);
    }
    const left = count === 0 ? 0n : weight * roomMinor - weightedSum;
    expectedBySum.push(left);
    expected += (x.weights[index] as bigint) * left;
    unfunded += (x.weights[index] as bigint) * weight;
  }
  return { expected, unfunded, expectedBySum };
}

/**
 * The weights of the sums when one of the wins is lost, over `denominator / win.probability.denominator`. Undoes
 * {@link withWin}: weight(s) = lost weight × others(s) + won weight × others(s − amount).
 *
 * @param win One of the distribution's, neither certain nor of nothing.
 * @returns In the order of the sums; what it says of the cap itself has no meaning.
 */
export function weightsWithout({ sums, weights }: WinDistribution, win: Win): bigint[] {
  const { numerator: wonWeight, denominator } = win.probability;
  const lostWeight = denominator - wonWeight;
  const others: bigint[] = [];
  let lower = 0;
  for (const [index, sumMinor] of sums.entries()) {
    const before = sumMinor - win.amountMinor;
    while ((sums[lower] as bigint) < before) lower++;
    const won = sums[lower] === before ? (others[lower] as bigint) * wonWeight : 0n;
    others.push(((weights[index] as bigint) - won) / lostWeight);
  }
  return others;
}
