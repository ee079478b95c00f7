import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByWeight } from '#app/domain/split.ts';

const anyTotal = fc.bigInt({ min: 0n, max: 10n ** 15n });
const anyWeights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 });
const fewCents = fc.bigInt({ min: 0n, max: 40n });
const smallWeights = fc.array(fc.bigInt({ min: 0n, max: 6n }), { minLength: 1, maxLength: 5 });

function sum(values: readonly bigint[]): bigint {
  return values.reduce((whole, value) => whole + value, 0n);
}

/** Largest remainder, worked out one left-over unit at a time by looking for the next to be served. */
function handOutOneByOne(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = sum(weights);
  if (whole === 0n) return weights.map((_, index) => (index === weights.length - 1 ? total : 0n));
  const parts = weights.map((weight) => (total * weight) / whole);
  const served = new Set<number>();
  while (sum(parts) < total) {
    let next = -1;
    for (let index = 0; index < weights.length; index++) {
      if (served.has(index)) continue;
      const remainder = (total * (weights[index] ?? 0n)) % whole;
      const best = next < 0 ? -1n : (total * (weights[next] ?? 0n)) % whole;
      if (remainder > best) next = index;
    }
    served.add(next);
    parts[next] = (parts[next] ?? 0n) + 1n;
  }
  return parts;
}

describe('splitting an amount over weights', () => {
  it.each([
    { sentence: 'an even split', total: 90n, weights: [1n, 1n, 1n], parts: [30n, 30n, 30n] },
    {
      sentence: 'one cent too many goes to the first of equals',
      total: 100n,
      weights: [1n, 1n, 1n],
      parts: [34n, 33n, 33n],
    },
    {
      sentence: 'two cents too many go to the first two of equals',
      total: 101n,
      weights: [1n, 1n, 1n],
      parts: [34n, 34n, 33n],
    },
    {
      sentence: 'the larger remainder is served before the earlier element',
      total: 10n,
      weights: [1n, 2n, 4n],
      parts: [1n, 3n, 6n],
    },
    { sentence: 'a remainder is not the same as a weight', total: 7n, weights: [10n, 1n], parts: [6n, 1n] },
    { sentence: 'a tie at one half goes to the earlier', total: 1n, weights: [5n, 5n], parts: [1n, 0n] },
    { sentence: 'a weight of zero gets nothing', total: 100n, weights: [0n, 3n, 0n], parts: [0n, 100n, 0n] },
    {
      sentence: 'all weights zero give everything to the last',
      total: 100n,
      weights: [0n, 0n, 0n],
      parts: [0n, 0n, 100n],
    },
    { sentence: 'one weight of zero still takes everything', total: 5n, weights: [0n], parts: [5n] },
    { sentence: 'nothing is split into nothings', total: 0n, weights: [3n, 0n, 4n], parts: [0n, 0n, 0n] },
    { sentence: 'a single element takes all', total: 7n, weights: [123n], parts: [7n] },
    {
      sentence: 'fewer units than elements go to the largest shares',
      total: 2n,
      weights: [1n, 3n, 2n],
      parts: [0n, 1n, 1n],
    },
    {
      sentence: 'shares in millionths split a budget line',
      total: 1000n,
      weights: [333_333n, 333_333n, 333_334n],
      parts: [333n, 333n, 334n],
    },
    {
      sentence: 'amounts beyond a floating point split to the last unit',
      total: 10n ** 20n + 1n,
      weights: [1n, 1n],
      parts: [5n * 10n ** 19n + 1n, 5n * 10n ** 19n],
    },
  ])('$sentence', ({ total, weights, parts }) => {
    expect(splitByWeight(total, weights)).toEqual(parts);
  });

  it('cannot be split over nothing', () => {
    expect(() => splitByWeight(1n, [])).toThrow(RangeError);
    expect(() => splitByWeight(0n, [])).toThrow('An amount cannot be split over nothing');
  });

  it('parts always add up to the whole, one for each weight', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const parts = splitByWeight(total, weights);
        expect(parts).toHaveLength(weights.length);
        expect(sum(parts)).toBe(total);
      }),
    );
  });

  it('each part is its exact share, rounded down or up', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const whole = sum(weights);
        fc.pre(whole > 0n);
        splitByWeight(total, weights).forEach((part, index) => {
          const exact = total * (weights[index] ?? 0n);
          expect(part * whole > exact - whole && part * whole < exact + whole).toBe(true);
        });
      }),
    );
  });

  it('a part that is exact already gets none of the left-over', () => {
    fc.assert(
      fc.property(fewCents, smallWeights, (total, weights) => {
        const whole = sum(weights);
        fc.pre(whole > 0n);
        splitByWeight(total, weights).forEach((part, index) => {
          const exact = total * (weights[index] ?? 0n);
          if (exact % whole === 0n) expect(part).toBe(exact / whole);
        });
      }),
    );
  });

  it('gives the same as handing out the left-over one unit at a time', () => {
    fc.assert(
      fc.property(fewCents, smallWeights, (total, weights) => {
        expect(splitByWeight(total, weights)).toEqual(handOutOneByOne(total, weights));
      }),
      { numRuns: 1000 },
    );
  });

  it('no unit could move to an element with a larger remainder, or an earlier one with an equal', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const whole = sum(weights);
        fc.pre(whole > 0n);
        const parts = splitByWeight(total, weights);
        const remainders = weights.map((weight) => (total * weight) % whole);
        const isRoundedUp = parts.map((part, index) => part > (total * (weights[index] ?? 0n)) / whole);
        for (let up = 0; up < parts.length; up++) {
          for (let down = 0; down < parts.length; down++) {
            if (!isRoundedUp[up] || isRoundedUp[down]) continue;
            const [won = 0n, lost = 0n] = [remainders[up], remainders[down]];
            expect(won > lost || (won === lost && up < down)).toBe(true);
          }
        }
      }),
    );
  });

  it('does not depend on the unit of the weights', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, fc.bigInt({ min: 1n, max: 10n ** 6n }), (total, weights, unit) => {
        const scaled = weights.map((weight) => weight * unit);
        expect(splitByWeight(total, scaled)).toEqual(splitByWeight(total, weights));
      }),
    );
  });

  it('moves a left-over unit by at most one when the elements change places', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        fc.pre(sum(weights) > 0n);
        const forwards = splitByWeight(total, weights);
        const backwards = splitByWeight(total, [...weights].reverse()).reverse();
        forwards.forEach((part, index) => {
          const difference = part - (backwards[index] ?? 0n);
          expect(difference >= -1n && difference <= 1n).toBe(true);
        });
        const sorted = (parts: readonly bigint[]) => [...parts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(sorted(backwards)).toEqual(sorted(forwards));
      }),
    );
  });

  it('equal remainders aside, places do not matter at all', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const whole = sum(weights);
        fc.pre(whole > 0n);
        const remainders = weights.map((weight) => (total * weight) % whole);
        fc.pre(new Set(remainders).size === remainders.length);
        const backwards = splitByWeight(total, [...weights].reverse()).reverse();
        expect(backwards).toEqual(splitByWeight(total, weights));
      }),
    );
  });
});
