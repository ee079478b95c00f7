import type { Rational } from './rational.ts';
import {
  NO_WINS,
  shortfall,
  type Win,
  type WinDistribution,
  weightsWithout,
  withWin,
} from './win-distribution.ts';

/** What independent wins may leave of one activity's need; amounts in minor units. */
export type RemainingNeed = {
  /** E[max(0, need − Σ wins)]. */
  readonly expectedMinor: Rational;
  /** P(Σ wins ≥ need). */
  readonly fundedProbability: Rational;
  /** For each win: the expectation with its probability set to 0, minus that with 1. */
  readonly valuesMinor: readonly Rational[];
};

/** Some of the wins and the distribution of their sum. */
type Half = { readonly wins: Win[]; distribution: WinDistribution };

/** So many distinct sums in each half are worth computing: 32 wins of different amounts stay exact. */
const LARGEST_HALF = 2 ** 16;

/**
 * What is left of a need, exactly, by meeting in the middle: the distributions of two halves of the wins hold
 * 2^(n/2) sums each at most, and far fewer where amounts are alike. Wins of probability 0 or 1 only move the need.
 *
 * @param needMinor Not negative.
 * @returns Null when the halves would have too many distinct sums.
 * @source domain.md, section 5 ("Forecast", "Value of a prospect")
 */
export function remainingNeed(needMinor: bigint, wins: readonly Win[]): RemainingNeed | null {
  const halves = splitInHalves(needMinor, wins.filter(isOpen));
  if (halves === null) return null;
  const [x, y] = [halves[0].distribution, halves[1].distribution];
  const denominator = x.denominator * y.denominator;
  const sureMinor = wins.reduce((sum, win) => (isSure(win) ? sum + win.amountMinor : sum), 0n);
  const openMinor = needMinor - sureMinor;
  const expectedOf = (minor: bigint) => shortfall(x, y, minor).expected;
  const { expected, unfunded } = shortfall(x, y, openMinor);
  const values = new Map([...openValues(halves[0], y, openMinor), ...openValues(halves[1], x, openMinor)]);
  return {
    expectedMinor: { numerator: expected, denominator },
    fundedProbability: { numerator: denominator - unfunded, denominator },
    valuesMinor: wins.map((win) => {
      if (isSure(win)) return { numerator: expectedOf(openMinor + win.amountMinor) - expected, denominator };
      const value = values.get(win);
      return value ?? { numerator: expected - expectedOf(openMinor - win.amountMinor), denominator };
    }),
  };
}

function isSure({ probability }: Win): boolean {
  return probability.numerator === probability.denominator;
}

function isOpen(win: Win): boolean {
  return win.probability.numerator > 0n && !isSure(win) && win.amountMinor > 0n;
}

/** Two halves with about as many distinct sums. */
function splitInHalves(needMinor: bigint, wins: readonly Win[]): [Half, Half] | null {
  const halves: [Half, Half] = [
    { wins: [], distribution: NO_WINS },
    { wins: [], distribution: NO_WINS },
  ];
  for (const win of wins) {
    const [first, second] = halves;
    const smaller = first.distribution.sums.length <= second.distribution.sums.length ? first : second;
    smaller.distribution = withWin(smaller.distribution, win, needMinor);
    if (smaller.distribution.sums.length > LARGEST_HALF) return null;
    smaller.wins.push(win);
  }
  return halves;
}

/**
 * The values of the wins of one half. With the weights of the other wins alone, the expectation after losing one
 * follows; all = (1 − p) × lost + p × won then gives lost − won = (lost − all) ÷ p, which divides evenly.
 */
function openValues(
  { wins, distribution }: Half,
  other: WinDistribution,
  needMinor: bigint,
): Map<Win, Rational> {
  const { expected, expectedBySum } = shortfall(distribution, other, needMinor);
  const values = new Map<Win, Rational>();
  for (const win of wins) {
    const { numerator, denominator } = win.probability;
    let lost = 0n;
    for (const [index, weight] of weightsWithout(distribution, win).entries()) {
      lost += weight * (expectedBySum[index] as bigint);
    }
    values.set(win, {
      numerator: (lost * denominator - expected) / numerator,
      denominator: (distribution.denominator / denominator) * other.denominator,
    });
  }
  return values;
}
