import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareRationals,
  decimalPlaces,
  decimalText,
  isDecimal,
  multiply,
  ONE,
  parseDecimal,
  percentText,
  type Rational,
  roundHalfUp,
  toNumber,
  ZERO,
} from '#app/domain/rational.ts';

const above = (max: bigint) => fc.bigInt({ min: 1n, max });
const anyRational: fc.Arbitrary<Rational> = fc.record({
  numerator: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  denominator: above(10n ** 12n),
});
const anyDecimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^\d{0,12}$/))
  .map(([whole, fraction]) => (fraction === '' ? `${whole}` : `${whole}.${fraction}`));

describe('plain decimals', () => {
  it.each([
    { text: '0', numerator: 0n, denominator: 1n },
    { text: '1', numerator: 1n, denominator: 1n },
    { text: '0.7730', numerator: 7730n, denominator: 10_000n },
    { text: '12.5', numerator: 125n, denominator: 10n },
    { text: '0.000001', numerator: 1n, denominator: 1_000_000n },
    {
      text: '0.1000000000000000055511151231257827',
      numerator: 1000000000000000055511151231257827n,
      denominator: 10n ** 34n,
    },
  ])('reads $text exactly', ({ text, numerator, denominator }) => {
    expect(parseDecimal(text)).toEqual({ numerator, denominator });
    expect(isDecimal(text)).toBe(true);
  });

  it.each([
    '',
    '.',
    '.5',
    '5.',
    '-1',
    '+1',
    '01',
    '00',
    '1e3',
    '1,5',
    ' 1',
    '1 ',
    '1\n',
    '１',
    '0x1',
    '1/2',
    'NaN',
  ])('refuses "%s"', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => parseDecimal(text)).toThrow(RangeError);
    expect(() => parseDecimal(text)).toThrow('is not a plain decimal such as 1234.50');
  });

  it('repeats no more than 40 characters of what it refuses', () => {
    expect(() => parseDecimal('x'.repeat(5000))).toThrow(`"${'x'.repeat(40)}" is not a plain decimal`);
  });

  it.each([
    { text: '3', places: 0 },
    { text: '3.0', places: 1 },
    { text: '3.1400', places: 4 },
  ])('counts $places decimals in $text', ({ text, places }) => {
    expect(decimalPlaces(text)).toBe(places);
  });

  it('writes what it read', () => {
    fc.assert(
      fc.property(anyDecimal, (text) => {
        expect(decimalText(parseDecimal(text))).toBe(text);
      }),
    );
  });
});

describe('percentages', () => {
  it.each([
    { rate: '0.13', text: '13 %' },
    { rate: '0.07', text: '7 %' },
    { rate: '0.08', text: '8 %' },
    { rate: '0.1', text: '10 %' },
    { rate: '0.10', text: '10 %' },
    { rate: '0.125', text: '12.5 %' },
    { rate: '0.1250', text: '12.5 %' },
    { rate: '0.0705', text: '7.05 %' },
    { rate: '0', text: '0 %' },
    { rate: '0.00', text: '0 %' },
    { rate: '1', text: '100 %' },
    { rate: '1.5', text: '150 %' },
    { rate: '10', text: '1000 %' },
  ])('writes a rate of $rate as $text', ({ rate, text }) => {
    expect(percentText(parseDecimal(rate))).toBe(text);
  });
});

describe('rounding half-up', () => {
  it.each([
    { sentence: 'a half goes up', numerator: 1n, denominator: 2n, rounded: 1n },
    { sentence: 'one and a half goes up', numerator: 3n, denominator: 2n, rounded: 2n },
    { sentence: 'two and a half goes up, not to the even', numerator: 5n, denominator: 2n, rounded: 3n },
    { sentence: 'a hair below a half goes down', numerator: 499_999n, denominator: 1_000_000n, rounded: 0n },
    { sentence: 'a hair above a half goes up', numerator: 500_001n, denominator: 1_000_000n, rounded: 1n },
    { sentence: 'a third goes down', numerator: 1n, denominator: 3n, rounded: 0n },
    { sentence: 'two thirds go up', numerator: 2n, denominator: 3n, rounded: 1n },
    { sentence: 'a whole number stays', numerator: 6n, denominator: 3n, rounded: 2n },
    { sentence: 'nothing stays nothing', numerator: 0n, denominator: 7n, rounded: 0n },
    {
      sentence: 'half a unit decides where a floating point would not see it',
      numerator: 2n * 10n ** 30n + 1n,
      denominator: 2n,
      rounded: 10n ** 30n + 1n,
    },
  ])('$sentence', ({ numerator, denominator, rounded }) => {
    expect(roundHalfUp(numerator, denominator)).toBe(rounded);
  });

  it('is the only whole number n with n − ½ ≤ fraction < n + ½', () => {
    fc.assert(
      fc.property(anyRational, ({ numerator, denominator }) => {
        const rounded = roundHalfUp(numerator, denominator);
        expect((2n * rounded - 1n) * denominator <= 2n * numerator).toBe(true);
        expect(2n * numerator < (2n * rounded + 1n) * denominator).toBe(true);
      }),
    );
  });

  it('does not depend on the terms of the fraction', () => {
    fc.assert(
      fc.property(anyRational, above(10n ** 6n), ({ numerator, denominator }, factor) => {
        expect(roundHalfUp(numerator * factor, denominator * factor)).toBe(
          roundHalfUp(numerator, denominator),
        );
      }),
    );
  });

  it('never goes down when the fraction goes up', () => {
    fc.assert(
      fc.property(anyRational, fc.bigInt({ min: 0n, max: 10n ** 6n }), ({ numerator, denominator }, more) => {
        expect(roundHalfUp(numerator + more, denominator)).toBeGreaterThanOrEqual(
          roundHalfUp(numerator, denominator),
        );
      }),
    );
  });
});

describe('fractions', () => {
  it('multiplies exactly', () => {
    const product = multiply(parseDecimal('0.1'), parseDecimal('0.2'));
    expect(compareRationals(product, parseDecimal('0.02'))).toBe(0);
  });

  it.each([
    { a: '0.1', b: '0.10', order: 0 },
    { a: '0.1', b: '0.2', order: -1 },
    { a: '2', b: '1.999999999999999999999', order: 1 },
    { a: '0', b: '0.000', order: 0 },
  ])('compares $a with $b by value', ({ a, b, order }) => {
    expect(compareRationals(parseDecimal(a), parseDecimal(b))).toBe(order);
  });

  it('compares in opposite ways from the two sides, and a fraction with itself as equal', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        expect(compareRationals(a, b) + compareRationals(b, a)).toBe(0);
        expect(compareRationals(a, a)).toBe(0);
        expect(compareRationals(multiply(a, ONE), a)).toBe(0);
        expect(compareRationals(multiply(a, ZERO), ZERO)).toBe(0);
      }),
    );
  });
});

describe('JSON numbers', () => {
  it.each([
    { text: '0', number: 0 },
    { text: '1', number: 1 },
    { text: '0.1', number: 0.1 },
    { text: '0.3', number: 0.3 },
    { text: '0.36', number: 0.36 },
    { text: '0.999999999999999', number: 0.999999999999999 },
    { text: '0.00000000390625', number: 3.90625e-9 },
    { text: '0.000000000000152587890625', number: 1.52587890625e-13 },
  ])('a decimal of $text is the number of that name', ({ text, number }) => {
    expect(toNumber(parseDecimal(text))).toBe(number);
  });

  it('is what an exact division gives, for any fraction of whole numbers that JSON holds', () => {
    const whole = fc.bigInt({ min: 1n, max: 2n ** 53n - 1n });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [numerator, denominator] = a < b ? [a, b] : [b, a];
        const divided = Number(numerator) / Number(denominator);
        const difference = Math.abs(toNumber({ numerator, denominator }) - divided);
        expect(difference).toBeLessThanOrEqual(divided * 1e-15);
      }),
    );
  });
});
