import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_WINS, shortfall, type Win, weightsWithout, withWin } from '#app/domain/win-distribution.ts';
import { commonDenominator, everyOutcome } from '../../support/outcomes.ts';

const win = (amountMinor: bigint, numerator: bigint, denominator: bigint): Win => ({
  amountMinor,
  probability: { numerator, denominator },
});

const anyWin = (smallestWeight: bigint, largestWeight: bigint) =>
  fc.record({
    amountMinor: fc.bigInt(1n, 9n),
    probability: fc.record({
      numerator: fc.bigInt(smallestWeight, largestWeight),
      denominator: fc.constant(10n),
    }),
  });
const anyWins = fc.array(anyWin(0n, 10n), { maxLength: 6 });
const openWins = fc.array(anyWin(1n, 9n), { maxLength: 6 });
const anyCap = fc.bigInt(0n, 30n);

function distributionOf(wins: readonly Win[], capMinor: bigint) {
  return wins.reduce((distribution, one) => withWin(distribution, one, capMinor), NO_WINS);
}

function outcomesOf(wins: readonly Win[]) {
  return everyOutcome(wins.map(({ probability }) => probability)).map(({ happens, weight }) => ({
    sumMinor: wins.reduce((sum, { amountMinor }, index) => (happens[index] ? sum + amountMinor : sum), 0n),
    weight,
  }));
}

/** Weights by sum, from every outcome. */
function weightBySum(wins: readonly Win[], capMinor: bigint): Map<bigint, bigint> {
  const weights = new Map<bigint, bigint>();
  for (const { sumMinor, weight } of outcomesOf(wins)) {
    const key = sumMinor < capMinor ? sumMinor : capMinor;
    weights.set(key, (weights.get(key) ?? 0n) + weight);
  }
  return weights;
}

describe('the distribution of the sum of wins', () => {
  it.each<[string, Win[], bigint, [bigint, bigint][]]>([
    ['of none is 0 for certain', [], 100n, [[0n, 1n]]],
    [
      'of one is two sums',
      [win(80n, 3n, 5n)],
      100n,
      [
        [0n, 2n],
        [80n, 3n],
      ],
    ],
    [
      'counts equal sums once',
      [win(80n, 3n, 5n), win(80n, 3n, 5n)],
      1000n,
      [
        [0n, 4n],
        [80n, 12n],
        [160n, 9n],
      ],
    ],
    [
      'gathers what reaches the cap at the cap',
      [win(80n, 3n, 5n), win(30n, 1n, 2n)],
      100n,
      [
        [0n, 2n],
        [30n, 2n],
        [80n, 3n],
        [100n, 3n],
      ],
    ],
    ['leaves out what cannot happen', [win(80n, 0n, 1n), win(30n, 1n, 1n)], 100n, [[30n, 1n]]],
    ['has one sum where there is nothing to win', [win(0n, 1n, 2n)], 100n, [[0n, 2n]]],
  ])('%s', (_, wins, capMinor, expected) => {
    const { sums, weights } = distributionOf(wins, capMinor);
    expect(sums.map((sumMinor, index) => [sumMinor, weights[index]])).toEqual(expected);
  });

  it('gives every sum its weight over all outcomes, in ascending order', () => {
    fc.assert(
      fc.property(anyWins, anyCap, (wins, capMinor) => {
        const { sums, weights } = distributionOf(wins, capMinor);
        // a win that cannot happen leaves the denominator alone
        const possible = wins.filter(({ probability }) => probability.numerator > 0n);
        const expected = [...weightBySum(possible, capMinor)]
          .filter(([, weight]) => weight > 0n)
          .sort(([a], [b]) => Number(a - b));
        expect(sums.map((sumMinor, index) => [sumMinor, weights[index]])).toEqual(expected);
      }),
    );
  });
});

describe('the weights without one of the wins', () => {
  it('are those that the others have below the cap', () => {
    fc.assert(
      fc.property(anyWin(1n, 9n), openWins, anyCap, (lost, others, capMinor) => {
        const distribution = distributionOf([...others, lost], capMinor);
        const expected = weightBySum(others, capMinor);
        for (const [index, weight] of weightsWithout(distribution, lost).entries()) {
          const sumMinor = distribution.sums[index] ?? 0n;
          if (sumMinor < capMinor) expect(weight).toBe(expected.get(sumMinor) ?? 0n);
        }
      }),
    );
  });
});

describe('the shortfall that two distributions leave', () => {
  it('of a need of 100 with two wins of 80 at 60 % is 25.6, and its chance 64 %', () => {
    const one = distributionOf([win(80n, 3n, 5n)], 100n);
    const { expected, unfunded, expectedBySum } = shortfall(one, one, 100n);
    expect([expected, unfunded]).toEqual([25n * 25n + 15n, 16n]);
    // over 5: after losing the first 100 × 2 + 20 × 3, after winning it 20 × 2 + 0 × 3
    expect(expectedBySum).toEqual([260n, 40n]);
  });

  it.each([0n, -5n])('of a need of %s is nothing', (needMinor) => {
    const one = distributionOf([win(80n, 3n, 5n)], 100n);
    expect(shortfall(one, one, needMinor)).toEqual({ expected: 0n, unfunded: 0n, expectedBySum: [0n, 0n] });
  });

  it('is what all outcomes of both leave, weighed', () => {
    fc.assert(
      fc.property(openWins, openWins, anyCap, fc.bigInt(0n, 30n), (first, second, capMinor, lower) => {
        const needMinor = capMinor - lower;
        const result = shortfall(
          distributionOf(first, capMinor),
          distributionOf(second, capMinor),
          needMinor,
        );
        let expected = 0n;
        let unfunded = 0n;
        for (const { sumMinor, weight } of outcomesOf([...first, ...second])) {
          if (sumMinor >= needMinor) continue;
          expected += weight * (needMinor - sumMinor);
          unfunded += weight;
        }
        expect([result.expected, result.unfunded]).toEqual([expected, unfunded]);
      }),
    );
  });

  it('has weights that add up to the product of the denominators', () => {
    fc.assert(
      fc.property(openWins, (wins) => {
        const { weights, denominator } = distributionOf(wins, 1000n);
        expect(weights.reduce((sum, weight) => sum + weight, 0n)).toBe(denominator);
        expect(denominator).toBe(commonDenominator(wins.map(({ probability }) => probability)));
      }),
    );
  });
});
