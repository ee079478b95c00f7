import { type Rational, ZERO } from './rational.ts';

/** The same fraction with the smallest denominator. */
export function inLowestTerms({ numerator, denominator }: Rational): Rational {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The exact sum of fractions that are not negative; its denominator is their smallest common one. */
export function sumRationals(fractions: Iterable<Rational>): Rational {
  let sum = ZERO;
  for (const { numerator, denominator } of fractions) {
    const divisor = greatestCommonDivisor(sum.denominator, denominator);
    sum = {
      numerator: sum.numerator * (denominator / divisor) + numerator * (sum.denominator / divisor),
      denominator: sum.denominator * (denominator / divisor),
    };
  }
  return sum;
}

/** Euclid's, for numbers that are not negative and not both zero. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
