import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAmounts } from '#app/domain/amounts.ts';
import { smallestReaching } from '#app/domain/weighted-selection.ts';

type Weighted = { value: bigint; weight: bigint };

function select(items: readonly Weighted[], targets: readonly bigint[]): bigint[] {
  const values = BigInt64Array.from(items.map(({ value }) => value));
  return smallestReaching(values, (position) => items[position]?.weight ?? 0n, targets);
}

/** The same by sorting everything. */
function bySorting(items: readonly Weighted[], target: bigint): bigint | undefined {
  let weight = 0n;
  return items
    .toSorted((a, b) => Number(a.value - b.value))
    .find((item) => {
      weight += item.weight;
      return weight >= target;
    })?.value;
}

describe('the smallest value whose weight reaches a target', () => {
  it.each<[string, [bigint, bigint][], bigint, bigint]>([
    ['is the only one', [[7n, 3n]], 1n, 7n],
    [
      'is the smaller where its weight is just enough',
      [
        [9n, 5n],
        [7n, 5n],
      ],
      5n,
      7n,
    ],
    [
      'is the larger where that is short of one',
      [
        [9n, 5n],
        [7n, 5n],
      ],
      6n,
      9n,
    ],
    [
      'adds up equal values',
      [
        [7n, 2n],
        [9n, 5n],
        [7n, 2n],
      ],
      4n,
      7n,
    ],
    [
      'passes by values without weight',
      [
        [1n, 0n],
        [7n, 2n],
        [5n, 0n],
      ],
      1n,
      7n,
    ],
  ])('%s', (_, pairs, target, expected) => {
    expect(
      select(
        pairs.map(([value, weight]) => ({ value, weight })),
        [target],
      ),
    ).toEqual([expected]);
  });

  it('is the one that sorting finds, for several targets at once', () => {
    const anyItem = fc.record({ value: fc.bigInt(-20n, 20n), weight: fc.bigInt(0n, 5n) });
    fc.assert(
      fc.property(
        fc.array(anyItem, { minLength: 1, maxLength: 60 }),
        fc.array(fc.nat(99)),
        (items, shares) => {
          const total = items.reduce((sum, { weight }) => sum + weight, 0n);
          fc.pre(total > 0n);
          const targets = shares.map((share) => 1n + (BigInt(share) * (total - 1n)) / 99n);
          expect(select(items, targets)).toEqual(targets.map((target) => bySorting(items, target)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['ascend', (index: number) => BigInt(index)],
    ['descend', (index: number) => BigInt(-index)],
    ['are all equal', () => 5n],
    ['rise and fall', (index: number) => BigInt(Math.min(index, 100_000 - index))],
  ])('is found among 100,000 values that %s', (_, valueAt) => {
    const values = makeAmounts(100_000, 10n ** 6n);
    for (const index of values.keys()) values[index] = valueAt(index);
    const sorted = [...values].sort((a, b) => Number(a - b));
    expect(smallestReaching(values, () => 1n, [1n, 50_000n, 100_000n])).toEqual(
      [0, 49_999, 99_999].map((position) => sorted[position]),
    );
  });
});

describe('room for amounts', () => {
  it('holds any amount exactly, in machine integers where they fit', () => {
    for (const largest of [2n ** 62n, 2n ** 62n + 1n, 10n ** 30n]) {
      const amounts = makeAmounts(2, largest);
      amounts[0] = largest - 1n;
      amounts[1] = -(largest - 1n);
      expect([...amounts]).toEqual([largest - 1n, -(largest - 1n)]);
      expect(amounts instanceof BigInt64Array).toBe(largest <= 2n ** 62n);
    }
  });

  it('is empty at first', () => {
    expect([...makeAmounts(3, 10n)]).toEqual([0n, 0n, 0n]);
    expect([...makeAmounts(3, 10n ** 30n)]).toEqual([0n, 0n, 0n]);
  });
});
