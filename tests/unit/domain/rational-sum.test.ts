import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRationals, type Rational, ZERO } from '#app/domain/rational.ts';
import { inLowestTerms, sumRationals } from '#app/domain/rational-sum.ts';

const fraction = (numerator: bigint, denominator: bigint): Rational => ({ numerator, denominator });
const anyFraction = fc.record({
  numerator: fc.bigInt(0n, 10n ** 20n),
  denominator: fc.bigInt(1n, 10n ** 12n),
});

describe('a fraction in lowest terms', () => {
  it.each([
    [fraction(60n, 100n), fraction(3n, 5n)],
    [fraction(0n, 100n), fraction(0n, 1n)],
    [fraction(100n, 100n), fraction(1n, 1n)],
    [fraction(7n, 3n), fraction(7n, 3n)],
  ])('of %o is %o', (given, expected) => {
    expect(inLowestTerms(given)).toEqual(expected);
  });

  it('has the value it had', () => {
    fc.assert(fc.property(anyFraction, (one) => compareRationals(inLowestTerms(one), one) === 0));
  });
});

describe('the sum of fractions', () => {
  it('of none is zero', () => {
    expect(sumRationals([])).toEqual(ZERO);
  });

  it('has the smallest common denominator, so that thousands of them stay short', () => {
    expect(sumRationals([fraction(1n, 4n), fraction(1n, 6n)])).toEqual(fraction(5n, 12n));
    const many = Array.from({ length: 3000 }, (_, index) => fraction(1n, 10n ** BigInt(index % 7)));
    expect(sumRationals(many).denominator).toBe(1_000_000n);
  });

  it('is exact, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(anyFraction, { maxLength: 5 }), (fractions) => {
        const product = fractions.reduce((all, { denominator }) => all * denominator, 1n);
        const expected = fractions.reduce(
          (sum, { numerator, denominator }) => sum + (product / denominator) * numerator,
          0n,
        );
        expect(compareRationals(sumRationals(fractions), fraction(expected, product))).toBe(0);
        expect(compareRationals(sumRationals(fractions.toReversed()), fraction(expected, product))).toBe(0);
      }),
    );
  });
});
