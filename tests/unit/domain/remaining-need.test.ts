import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRationals, type Rational, toNumber } from '#app/domain/rational.ts';
import { remainingNeed } from '#app/domain/remaining-need.ts';
import type { Win } from '#app/domain/win-distribution.ts';
import { commonDenominator, everyOutcome } from '../../support/outcomes.ts';

const win = (amountMinor: bigint, percent: bigint): Win => ({
  amountMinor,
  probability: { numerator: percent, denominator: 100n },
});

function exactly(needMinor: bigint, wins: readonly Win[]) {
  const result = remainingNeed(needMinor, wins);
  if (result === null) throw new Error('too many distinct sums');
  return result;
}

function isEqual(a: Rational | undefined, b: Rational): boolean {
  return a !== undefined && compareRationals(a, b) === 0;
}

/** Expectation and chance of full funding from every outcome. */
function fromOutcomes(needMinor: bigint, wins: readonly Win[]): { expected: Rational; funded: Rational } {
  const chances = wins.map(({ probability }) => probability);
  let [expected, funded] = [0n, 0n];
  for (const { happens, weight } of everyOutcome(chances)) {
    const left = wins.reduce(
      (minor, { amountMinor }, index) => (happens[index] ? minor - amountMinor : minor),
      needMinor,
    );
    if (left > 0n) expected += weight * left;
    else funded += weight;
  }
  const denominator = commonDenominator(chances);
  return { expected: { numerator: expected, denominator }, funded: { numerator: funded, denominator } };
}

const anyWin: fc.Arbitrary<Win> = fc
  .record({ amountMinor: fc.bigInt(0n, 12n), percent: fc.constantFrom(0n, 5n, 30n, 60n, 99n, 100n) })
  .map(({ amountMinor, percent }) => win(amountMinor, percent));
const anyWins = fc.array(anyWin, { maxLength: 7 });

describe('what is left of a need of 100', () => {
  it.each<[string, Win[], number, number]>([
    ['without anything to win is all of it', [], 100, 0],
    [
      'with two wins of 80 at 60 % is 25.6, with a chance of 36 %',
      [win(80n, 60n), win(80n, 60n)],
      25.6,
      0.36,
    ],
    ['with one win of exactly 100 at 60 % is 40', [win(100n, 60n)], 40, 0.6],
    ['with one win of 99 at 60 % is never nothing', [win(99n, 60n)], 40.6, 0],
    ['does not fall below nothing with a win of 1000', [win(1000n, 60n)], 40, 0.6],
    ['with a win that is certain is the rest', [win(70n, 100n)], 30, 0],
    ['with certain wins of 70 and 30 is nothing for sure', [win(70n, 100n), win(30n, 100n)], 0, 1],
    ['with certain wins of 70 and 80 is nothing for sure', [win(70n, 100n), win(80n, 100n)], 0, 1],
    ['with a win that is impossible is all of it', [win(100n, 0n)], 100, 0],
    ['with wins of nothing is all of it', [win(0n, 60n), win(0n, 100n)], 100, 0],
  ])('%s', (_, wins, expected, probability) => {
    const result = exactly(100n, wins);
    expect(toNumber({ ...result.expectedMinor, denominator: result.expectedMinor.denominator * 100n })).toBe(
      expected / 100,
    );
    expect(toNumber(result.fundedProbability)).toBe(probability);
  });
});

describe('what is left of a need of 0', () => {
  it.each([[[]], [[win(80n, 60n)]], [[win(0n, 0n), win(5n, 100n)]]])('is nothing for sure', (wins) => {
    const result = exactly(0n, wins);
    expect(result.expectedMinor.numerator).toBe(0n);
    expect(toNumber(result.fundedProbability)).toBe(1);
    expect(result.valuesMinor.map(({ numerator }) => numerator)).toEqual(wins.map(() => 0n));
  });
});

describe('the value of a win', () => {
  it.each<[string, Win[], bigint[]]>([
    ['alone is its amount, whatever its probability', [win(80n, 5n)], [80n]],
    ['that is impossible is what it would bring', [win(80n, 0n)], [80n]],
    ['that is certain is what its loss would leave', [win(80n, 100n)], [80n]],
    ['never exceeds the need', [win(500n, 60n)], [100n]],
    ['beside an equal one counts only where the other fails', [win(80n, 60n), win(80n, 60n)], [44n, 44n]],
    ['beside one that is certain and enough is nothing', [win(80n, 60n), win(100n, 100n)], [0n, 52n]],
    ['beside two that are certain is what they leave', [win(80n, 100n), win(80n, 100n)], [20n, 20n]],
    ['of nothing is nothing', [win(0n, 60n), win(80n, 60n)], [0n, 80n]],
  ])('%s', (_, wins, expected) => {
    const { valuesMinor } = exactly(100n, wins);
    expect(valuesMinor).toHaveLength(wins.length);
    for (const [index, value] of expected.entries()) {
      expect(isEqual(valuesMinor[index], { numerator: value, denominator: 1n })).toBe(true);
    }
  });
});

describe('meeting in the middle', () => {
  it('finds what all outcomes together say', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 40n), anyWins, (needMinor, wins) => {
        const result = exactly(needMinor, wins);
        const { expected, funded } = fromOutcomes(needMinor, wins);
        expect(isEqual(result.expectedMinor, expected)).toBe(true);
        expect(isEqual(result.fundedProbability, funded)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('values every win as the expectation without it minus that with it for certain', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 40n), anyWins, (needMinor, wins) => {
        const { valuesMinor } = exactly(needMinor, wins);
        for (const [index, { amountMinor }] of wins.entries()) {
          const lost = fromOutcomes(needMinor, wins.with(index, win(amountMinor, 0n))).expected;
          const won = fromOutcomes(needMinor, wins.with(index, win(amountMinor, 100n))).expected;
          const numerator = lost.numerator * won.denominator - won.numerator * lost.denominator;
          expect(
            isEqual(valuesMinor[index], { numerator, denominator: lost.denominator * won.denominator }),
          ).toBe(true);
        }
      }),
    );
  });

  it('does not mind when one and the same win comes twice', () => {
    const one = win(80n, 60n);
    const { valuesMinor } = exactly(100n, [one, one]);
    expect(valuesMinor.map(toNumber)).toEqual([44, 44]);
  });

  it('stays exact with 32 wins of which no two sums are alike', () => {
    const wins = Array.from({ length: 32 }, (_, index) => win(2n ** BigInt(index), 50n));
    const needMinor = 2n ** 32n;
    const { expectedMinor, fundedProbability, valuesMinor } = exactly(needMinor, wins);
    // every sum from 0 to 2^32 − 1 is equally likely
    expect(isEqual(expectedMinor, { numerator: 2n ** 32n + 1n, denominator: 2n })).toBe(true);
    expect(fundedProbability.numerator).toBe(0n);
    expect(
      valuesMinor.every((value, index) =>
        isEqual(value, { numerator: 2n ** BigInt(index), denominator: 1n }),
      ),
    ).toBe(true);
  }, 60_000);

  it('stays exact with hundreds of wins of a few different amounts', () => {
    const wins = Array.from({ length: 300 }, () => win(10n, 50n));
    const { expectedMinor } = exactly(3000n, wins);
    expect(isEqual(expectedMinor, { numerator: 1500n, denominator: 1n })).toBe(true);
  }, 60_000);

  it('gives up with 34 wins of which no two sums are alike', () => {
    const wins = Array.from({ length: 34 }, (_, index) => win(2n ** BigInt(index), 50n));
    expect(remainingNeed(2n ** 34n, wins)).toBeNull();
  }, 60_000);
});
