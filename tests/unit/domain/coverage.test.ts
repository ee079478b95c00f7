import { describe, expect, it } from 'vitest';
import { coverActivity, type LayerAmounts, layerAmountsByActivity } from '#app/domain/coverage.ts';
import { pledgeMoney } from '#app/domain/pledge-money.ts';
import { makeRateBook } from '#app/domain/rates.ts';
import { makePledgeFacts } from '../../support/portfolios.ts';

type Poured = readonly (readonly [number | null, bigint])[];

const TWO_YEARS = [
  { year: 2012, requirementMinor: 100n },
  { year: 2013, requirementMinor: 50n },
];

function layers(given: { received?: Poured; committed?: Poured; pledged?: Poured }): LayerAmounts {
  return {
    received: new Map(given.received ?? []),
    committed: new Map(given.committed ?? []),
    pledged: new Map(given.pledged ?? []),
  };
}

describe('covering the years of an activity', () => {
  /** Each cell as [received, committed, pledged, gap, gap if pledges hold]; surplus as [received, committed, pledged]. */
  it.each([
    {
      sentence: 'no money leaves every gap open',
      amounts: {},
      cells: [
        [0n, 0n, 0n, 100n, 100n],
        [0n, 0n, 0n, 50n, 50n],
      ],
      surplus: [0n, 0n, 0n],
    },
    {
      sentence: 'money without a year fills the earliest year first',
      amounts: { received: [[null, 120n]] },
      cells: [
        [100n, 0n, 0n, 0n, 0n],
        [20n, 0n, 0n, 30n, 30n],
      ],
      surplus: [0n, 0n, 0n],
    },
    {
      sentence: 'money with a year fills that year only, the rest is surplus though another year has a gap',
      amounts: { received: [[2013, 70n]] },
      cells: [
        [0n, 0n, 0n, 100n, 100n],
        [50n, 0n, 0n, 0n, 0n],
      ],
      surplus: [20n, 0n, 0n],
    },
    {
      sentence: 'within a layer money with a year comes before money without',
      amounts: {
        received: [
          [null, 80n],
          [2012, 60n],
        ],
      },
      cells: [
        [100n, 0n, 0n, 0n, 0n],
        [40n, 0n, 0n, 10n, 10n],
      ],
      surplus: [0n, 0n, 0n],
    },
    {
      sentence: 'a layer comes before the next, also its money without a year before money with one',
      amounts: { received: [[null, 100n]], committed: [[2012, 30n]] },
      cells: [
        [100n, 0n, 0n, 0n, 0n],
        [0n, 0n, 0n, 50n, 50n],
      ],
      surplus: [0n, 30n, 0n],
    },
    {
      sentence: 'committed money closes the gap as received money does, an announcement does not',
      amounts: { committed: [[null, 100n]], pledged: [[2013, 20n]] },
      cells: [
        [0n, 100n, 0n, 0n, 0n],
        [0n, 0n, 20n, 50n, 30n],
      ],
      surplus: [0n, 0n, 0n],
    },
    {
      sentence: 'money for a year without a requirement is surplus',
      amounts: { received: [[2014, 10n]], committed: [[2011, 5n]], pledged: [[2020, 1n]] },
      cells: [
        [0n, 0n, 0n, 100n, 100n],
        [0n, 0n, 0n, 50n, 50n],
      ],
      surplus: [10n, 5n, 1n],
    },
    {
      sentence: 'what is left after the last year is surplus of its layer',
      amounts: { received: [[null, 140n]], committed: [[null, 20n]], pledged: [[null, 7n]] },
      cells: [
        [100n, 0n, 0n, 0n, 0n],
        [40n, 10n, 0n, 0n, 0n],
      ],
      surplus: [0n, 10n, 7n],
    },
    {
      sentence: 'a surplus of one year hides no gap of another',
      amounts: { received: [[2012, 150n]] },
      cells: [
        [100n, 0n, 0n, 0n, 0n],
        [0n, 0n, 0n, 50n, 50n],
      ],
      surplus: [50n, 0n, 0n],
    },
    {
      sentence: 'all three layers stack up in one year',
      amounts: { received: [[2012, 40n]], committed: [[2012, 30n]], pledged: [[2012, 20n]] },
      cells: [
        [40n, 30n, 20n, 30n, 10n],
        [0n, 0n, 0n, 50n, 50n],
      ],
      surplus: [0n, 0n, 0n],
    },
    {
      sentence: 'money that fits exactly leaves neither gap nor surplus',
      amounts: { received: [[2012, 100n]], committed: [[null, 50n]] },
      cells: [
        [100n, 0n, 0n, 0n, 0n],
        [0n, 50n, 0n, 0n, 0n],
      ],
      surplus: [0n, 0n, 0n],
    },
  ] as const)('$sentence', ({ amounts, cells, surplus }) => {
    const coverage = coverActivity(TWO_YEARS, layers(amounts));
    expect(
      coverage.cells.map((cell) => [
        cell.receivedMinor,
        cell.committedMinor,
        cell.pledgedMinor,
        cell.gapMinor,
        cell.gapIfPledgesHoldMinor,
      ]),
    ).toEqual(cells);
    expect([coverage.surplus.received, coverage.surplus.committed, coverage.surplus.pledged]).toEqual(
      surplus,
    );
  });

  it('turns all money of an activity without a requirement into surplus', () => {
    const amounts = layers({
      received: [
        [2012, 1n],
        [null, 2n],
      ],
      committed: [[2013, 3n]],
      pledged: [[null, 4n]],
    });
    expect(coverActivity([], amounts)).toEqual({
      cells: [],
      surplus: { received: 3n, committed: 3n, pledged: 4n },
    });
  });

  it('lets money pass by a year that needs nothing', () => {
    const requirements = [{ year: 2012, requirementMinor: 0n }, ...TWO_YEARS.slice(1)];
    const coverage = coverActivity(
      requirements,
      layers({
        received: [
          [2012, 5n],
          [null, 10n],
        ],
      }),
    );
    expect(coverage.cells.map(({ receivedMinor }) => receivedMinor)).toEqual([0n, 10n]);
    expect(coverage.surplus.received).toBe(5n);
  });

  it('leaves the requirements that it was given as they were', () => {
    const requirements = structuredClone(TWO_YEARS);
    coverActivity(requirements, layers({ received: [[null, 120n]] }));
    expect(requirements).toEqual(TWO_YEARS);
  });
});

describe('adding up the money of all pledges', () => {
  const view = { rates: makeRateBook('USD', []), currency: 'USD', asOf: '2013-06-30' };
  const B8_2012 = { activity: 'B8', year: 2012 };

  it('goes by activity, layer and year', () => {
    const signed = makePledgeFacts({
      code: 'PL-1',
      committedOn: '2012-05-02',
      allocations: [
        { ...B8_2012, amountMinor: 6_000n },
        { activity: 'B9', year: null, amountMinor: 4_000n },
      ],
      receipts: [{ date: '2012-07-02', amountMinor: 1_000n }],
    });
    const announced = makePledgeFacts({
      code: 'PL-2',
      allocations: [
        { ...B8_2012, amountMinor: 2_000n },
        { activity: 'B8', year: null, amountMinor: 3_000n },
      ],
    });
    const amounts = layerAmountsByActivity([signed, announced].map((pledge) => pledgeMoney(pledge, view)));
    expect(amounts.get('B8')).toEqual({
      received: new Map([[2012, 600n]]),
      committed: new Map([[2012, 5_400n]]),
      pledged: new Map<number | null, bigint>([
        [2012, 2_000n],
        [null, 3_000n],
      ]),
    });
    expect(amounts.get('B9')).toEqual({
      received: new Map([[null, 400n]]),
      committed: new Map([[null, 3_600n]]),
      pledged: new Map(),
    });
    expect(amounts.get('B10')).toBeUndefined();
  });

  it('adds pledges for the same activity and year together', () => {
    const pledge = makePledgeFacts({ allocations: [{ ...B8_2012, amountMinor: 10_000n }] });
    const amounts = layerAmountsByActivity([pledge, pledge, pledge].map((each) => pledgeMoney(each, view)));
    expect(amounts.get('B8')?.pledged).toEqual(new Map([[2012, 30_000n]]));
  });

  it('leaves what is not allocated to nobody', () => {
    expect(layerAmountsByActivity([pledgeMoney(makePledgeFacts(), view)])).toEqual(new Map());
  });
});
