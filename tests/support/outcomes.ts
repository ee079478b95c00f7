import type { Rational } from '#app/domain/rational.ts';

/** One outcome of independent events: which happen, and how likely that is over {@link commonDenominator}. */
export type EventOutcome = { readonly happens: readonly boolean[]; readonly weight: bigint };

/** Every outcome of independent events, also those of weight 0: an independent way to test clever sums. */
export function everyOutcome(chances: readonly Rational[]): EventOutcome[] {
  return Array.from({ length: 2 ** chances.length }, (_, number) => {
    const happens = chances.map((_chance, index) => Math.floor(number / 2 ** index) % 2 === 1);
    const weight = chances.reduce(
      (product, { numerator, denominator }, index) =>
        product * (happens[index] ? numerator : denominator - numerator),
      1n,
    );
    return { happens, weight };
  });
}

/** What the weights of all outcomes add up to. */
export function commonDenominator(chances: readonly Rational[]): bigint {
  return chances.reduce((product, { denominator }) => product * denominator, 1n);
}
