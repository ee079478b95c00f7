import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Earmark, UNEARMARKED } from '#app/domain/earmark.ts';
import {
  deployFlexibleFunding,
  type FlexiblePot,
  type GapCell,
  proposeAssignment,
} from '#app/domain/flexible-funding.ts';

function cell(activity: string, year: number, openMinor: bigint, parts: Partial<GapCell> = {}): GapCell {
  return { activity, year, openMinor, theme: 'A', species: [], priority: null, ...parts };
}

function pot(pledge: string, amountMinor: bigint, earmark: Partial<Earmark> = {}): FlexiblePot {
  return { pledge, amountMinor, earmark: { ...UNEARMARKED, ...earmark } };
}

function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

function amountOf({ amountMinor }: { amountMinor: bigint }): bigint {
  return amountMinor;
}

type Proposed = ReturnType<typeof proposeAssignment>;

function takenBy({ activity, year }: GapCell, proposed: Proposed): Proposed {
  return proposed.filter((one) => one.activity === activity && one.year === year);
}

/** The rule of domain.md in other words: no dimension objects. */
function fits({ earmark }: FlexiblePot, target: GapCell): boolean {
  const objects = <T>(wanted: readonly T[], found: readonly T[]) =>
    wanted.length > 0 && !wanted.some((element) => found.includes(element));
  return !(
    objects(earmark.activities, [target.activity]) ||
    objects(earmark.species, target.species) ||
    objects(earmark.themes, [target.theme]) ||
    objects(earmark.years, [target.year])
  );
}

/** Every way the cells can be served, as amounts in the order of the cells, by handing out unit after unit. */
function servable(cells: readonly GapCell[], pots: readonly FlexiblePot[]): number[][] {
  let reached = new Map([[cells.map(() => 0).join(), cells.map(() => 0)]]);
  for (const giver of pots.flatMap((one) => Array<FlexiblePot>(Number(one.amountMinor)).fill(one))) {
    const next = new Map(reached);
    for (const amounts of reached.values()) {
      for (const [index, target] of cells.entries()) {
        if (!fits(giver, target) || (amounts[index] ?? 0) >= Number(target.openMinor)) continue;
        const more = amounts.with(index, (amounts[index] ?? 0) + 1);
        next.set(more.join(), more);
      }
    }
    reached = next;
  }
  return [...reached.values()];
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((whole, part) => whole + part, 0);
}

function mostServed(cells: readonly GapCell[], pots: readonly FlexiblePot[]): bigint {
  return BigInt(Math.max(...servable(cells, pots).map(total)));
}

/** What a way of serving is judged by, most important first: the whole, the priorities, then cell by cell. */
function merits(cells: readonly GapCell[], amounts: readonly number[]): number[] {
  const tiers = ['core', 'high', 'medium', 'low', null].map((priority) =>
    total(amounts.filter((_, index) => cells[index]?.priority === priority)),
  );
  const byCell = cells
    .map((target, index) => ({ target, amount: amounts[index] ?? 0 }))
    .sort(({ target: a }, { target: b }) => number(a) - number(b) || a.year - b.year);
  return [total(amounts), ...tiers, ...byCell.map(({ amount }) => amount)];
}

function number({ activity }: GapCell): number {
  return Number(activity.slice(1));
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((merit, index) => merit !== b[index]);
  return first !== -1 && (a[first] ?? 0) > (b[first] ?? 0);
}

const someOf = <T>(...elements: T[]) => fc.subarray(elements, { maxLength: 2 });
const anyCell = (activity: string, ...years: number[]) =>
  fc.record({
    activity: fc.constant(activity),
    year: fc.constantFrom(...years),
    theme: fc.constantFrom('A', 'B'),
    species: someOf('sharks', 'saiga'),
    priority: fc.constantFrom('core', 'high', 'medium', 'low', null),
    openMinor: fc.bigInt(0n, 3n),
  });
const anyCells = fc.tuple(
  anyCell('B2', 2013),
  anyCell('B10', 2012, 2013),
  anyCell('B1', 2012, 2013),
  anyCell('B2', 2012),
);
const anyEarmark = fc.record({
  activities: fc.oneof(fc.constant([]), someOf('B1', 'B2', 'B9', 'B10')),
  species: fc.oneof(fc.constant([]), someOf('sharks', 'saiga', 'eels')),
  themes: fc.oneof(fc.constant([]), someOf('A', 'B')),
  years: fc.oneof(fc.constant([]), someOf(2012, 2013, 2014)),
});
const anyPots = fc.array(
  fc.record({
    pledge: fc.constantFrom('PL-1', 'PL-2', 'PL-10', 'PL-3'),
    earmark: anyEarmark,
    amountMinor: fc.bigInt(0n, 3n),
  }),
  { maxLength: 4 },
);

describe('flexible money', () => {
  it.each<[string, FlexiblePot[], { deployable: bigint; stranded: bigint; attainable: bigint }]>([
    ['does nothing where there is none', [], { deployable: 0n, stranded: 0n, attainable: 300n }],
    [
      'lowers the gap by what it is when it may go everywhere',
      [pot('PL-1', 120n)],
      { deployable: 120n, stranded: 0n, attainable: 180n },
    ],
    [
      'is stranded beyond the sum of all gaps',
      [pot('PL-1', 350n)],
      { deployable: 300n, stranded: 50n, attainable: 0n },
    ],
    [
      'is stranded where its earmark finds no open gap',
      [pot('PL-1', 40n, { themes: ['C'] }), pot('PL-2', 10n, { years: [2015] })],
      { deployable: 0n, stranded: 50n, attainable: 300n },
    ],
    [
      'for one species fills only activities that concern it',
      [pot('PL-1', 150n, { species: ['sharks'] })],
      { deployable: 100n, stranded: 50n, attainable: 200n },
    ],
    [
      'must match every dimension that its earmark names',
      [pot('PL-1', 150n, { species: ['sharks'], years: [2013] })],
      { deployable: 0n, stranded: 150n, attainable: 300n },
    ],
    [
      'may match any code within a dimension',
      [pot('PL-1', 250n, { activities: ['B1', 'B10'] })],
      { deployable: 200n, stranded: 50n, attainable: 100n },
    ],
    [
      'that may go anywhere makes way for money that may not',
      [pot('PL-1', 100n), pot('PL-2', 100n, { activities: ['B1'] }), pot('PL-3', 100n, { themes: ['B'] })],
      { deployable: 300n, stranded: 0n, attainable: 0n },
    ],
  ])('%s', (_, pots, { deployable, stranded, attainable }) => {
    const cells = [
      cell('B1', 2012, 100n, { species: ['sharks', 'saiga'] }),
      cell('B2', 2013, 100n, { theme: 'B' }),
      cell('B10', 2012, 100n),
    ];
    expect(deployFlexibleFunding(cells, pots)).toMatchObject({
      flexibleMinor: sum(pots.map(amountOf)),
      deployableMinor: deployable,
      strandedMinor: stranded,
      attainableGapMinor: attainable,
    });
  });

  it('stays exact for amounts that no floating-point number can hold', () => {
    const huge = 10n ** 30n;
    expect(deployFlexibleFunding([cell('B1', 2012, huge + 1n)], [pot('PL-1', huge)])).toMatchObject({
      deployableMinor: huge,
      attainableGapMinor: 1n,
    });
  });

  it('can lower the gap exactly as far as the best of all ways to hand it out', () => {
    fc.assert(
      fc.property(anyCells, anyPots, (cells, pots) => {
        const funding = deployFlexibleFunding(cells, pots);
        expect(funding.deployableMinor).toBe(mostServed(cells, pots));
        expect(funding.deployableMinor + funding.strandedMinor).toBe(funding.flexibleMinor);
        const openMinor = sum(cells.map((one) => one.openMinor));
        expect(funding.attainableGapMinor).toBe(openMinor - funding.deployableMinor);
      }),
      { numRuns: 300 },
    );
  });

  it('never leaves a larger gap when there is more of it', () => {
    fc.assert(
      fc.property(anyCells, anyPots, anyPots, (cells, pots, more) => {
        const before = deployFlexibleFunding(cells, pots).attainableGapMinor;
        expect(deployFlexibleFunding(cells, [...pots, ...more]).attainableGapMinor <= before).toBe(true);
      }),
    );
  });

  it('does as much in one pledge as in several with the same earmark', () => {
    fc.assert(
      fc.property(anyCells, anyPots, (cells, pots) => {
        const units = pots.flatMap(({ earmark, amountMinor }, index) =>
          Array.from({ length: Number(amountMinor) }, (_, unit) => pot(`PL-${index}-${unit}`, 1n, earmark)),
        );
        expect(deployFlexibleFunding(cells, units)).toEqual(deployFlexibleFunding(cells, pots));
      }),
    );
  });
});

describe('the structurally under-funded cells', () => {
  it('are all those with an open gap where there is no money, by activity code and year', () => {
    const cells = [cell('B10', 2012, 1n), cell('B2', 2013, 1n), cell('B2', 2012, 1n), cell('B1', 2012, 0n)];
    expect(deployFlexibleFunding(cells, []).underfunded).toEqual([
      { activity: 'B2', year: 2012 },
      { activity: 'B2', year: 2013 },
      { activity: 'B10', year: 2012 },
    ]);
  });

  it('leave out a cell that stranded money would have filled anyway', () => {
    const cells = [cell('B1', 2012, 10n), cell('B2', 2012, 10n)];
    const pots = [pot('PL-1', 15n, { activities: ['B1'] })];
    expect(deployFlexibleFunding(cells, pots).underfunded).toEqual([{ activity: 'B2', year: 2012 }]);
  });

  it('include a full cell whose money could move on to an open one', () => {
    const cells = [cell('B1', 2012, 10n), cell('B2', 2012, 10n)];
    const pots = [pot('PL-1', 10n)];
    expect(deployFlexibleFunding(cells, pots).underfunded).toEqual([
      { activity: 'B1', year: 2012 },
      { activity: 'B2', year: 2012 },
    ]);
  });

  it('are those for which one more unit of money lowers the attainable gap', () => {
    fc.assert(
      fc.property(anyCells, anyPots, (cells, pots) => {
        const { underfunded } = deployFlexibleFunding(cells, pots);
        const before = mostServed(cells, pots);
        for (const { activity, year, openMinor } of cells) {
          const unit = pot('PL-NEW', 1n, { activities: [activity], years: [year] });
          const helps = openMinor > 0n && mostServed(cells, [...pots, unit]) > before;
          const isListed = underfunded.some((one) => one.activity === activity && one.year === year);
          expect(isListed).toBe(helps);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the proposed assignment', () => {
  it('serves core activities before high, medium, low and those without a priority', () => {
    const priorities = [null, 'low', 'medium', 'high', 'core'] as const;
    const cells = priorities.map((priority, index) => cell(`B${index + 1}`, 2012, 10n, { priority }));
    expect(proposeAssignment(cells, [pot('PL-1', 45n)])).toEqual([
      { pledge: 'PL-1', activity: 'B1', year: 2012, amountMinor: 5n },
      { pledge: 'PL-1', activity: 'B2', year: 2012, amountMinor: 10n },
      { pledge: 'PL-1', activity: 'B3', year: 2012, amountMinor: 10n },
      { pledge: 'PL-1', activity: 'B4', year: 2012, amountMinor: 10n },
      { pledge: 'PL-1', activity: 'B5', year: 2012, amountMinor: 10n },
    ]);
  });

  it('serves B2 before B10 and an earlier year before a later one', () => {
    const cells = [cell('B10', 2012, 10n), cell('B2', 2013, 10n), cell('B2', 2012, 10n)];
    expect(proposeAssignment(cells, [pot('PL-1', 15n)])).toEqual([
      { pledge: 'PL-1', activity: 'B2', year: 2012, amountMinor: 10n },
      { pledge: 'PL-1', activity: 'B2', year: 2013, amountMinor: 5n },
    ]);
  });

  it('never gives up a unit that can be placed for the sake of a priority', () => {
    const cells = [cell('B1', 2012, 10n, { priority: 'core' }), cell('B2', 2012, 10n)];
    const pots = [pot('PL-1', 10n), pot('PL-2', 10n, { activities: ['B1'] })];
    expect(proposeAssignment(cells, pots)).toEqual([
      { pledge: 'PL-1', activity: 'B2', year: 2012, amountMinor: 10n },
      { pledge: 'PL-2', activity: 'B1', year: 2012, amountMinor: 10n },
    ]);
  });

  it('uses pledges with the same earmark up in the order of their codes, however the earmark is written', () => {
    const pots = [
      pot('PL-2', 10n, { species: ['saiga', 'sharks'] }),
      pot('PL-1', 10n, { species: ['sharks', 'saiga', 'sharks'] }),
    ];
    expect(proposeAssignment([cell('B1', 2012, 12n, { species: ['sharks'] })], pots)).toEqual([
      { pledge: 'PL-1', activity: 'B1', year: 2012, amountMinor: 10n },
      { pledge: 'PL-2', activity: 'B1', year: 2012, amountMinor: 2n },
    ]);
  });

  it('adds up what the firm and the announced part of one pledge give to one cell', () => {
    expect(proposeAssignment([cell('B1', 2012, 30n)], [pot('PL-1', 10n), pot('PL-1', 15n)])).toEqual([
      { pledge: 'PL-1', activity: 'B1', year: 2012, amountMinor: 25n },
    ]);
  });

  it('is within every pledge, gap and earmark, and places all that can be placed', () => {
    fc.assert(
      fc.property(anyCells, anyPots, (cells, pots) => {
        const distinct = pots.map((one, index) => ({ ...one, pledge: `PL-${index}` }));
        const proposed = proposeAssignment(cells, distinct);
        expect(sum(proposed.map(amountOf))).toBe(mostServed(cells, distinct));
        for (const one of distinct) {
          const given = proposed.filter(({ pledge }) => pledge === one.pledge);
          expect(sum(given.map(amountOf)) <= one.amountMinor).toBe(true);
        }
        for (const target of cells) {
          const taken = takenBy(target, proposed);
          expect(sum(taken.map(amountOf)) <= target.openMinor).toBe(true);
          for (const { pledge, amountMinor } of taken) {
            expect(amountMinor > 0n).toBe(true);
            const giver = distinct.find((one) => one.pledge === pledge);
            expect(giver && fits(giver, target)).toBe(true);
          }
        }
      }),
    );
  });

  it('is the best of all by priority, then by activity', () => {
    fc.assert(
      fc.property(anyCells, anyPots, (cells, pots) => {
        const proposed = proposeAssignment(cells, pots);
        const amounts = cells.map((target) => Number(sum(takenBy(target, proposed).map(amountOf))));
        const own = merits(cells, amounts);
        for (const other of servable(cells, pots)) expect(isBetter(merits(cells, other), own)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whatever the order of the cells, the pledges and the codes in an earmark', () => {
    const reversed = ({ pledge, amountMinor, earmark }: FlexiblePot) => ({
      ...{ pledge, amountMinor },
      earmark: {
        activities: earmark.activities.toReversed(),
        species: earmark.species.toReversed(),
        themes: earmark.themes.toReversed(),
        years: earmark.years.toReversed(),
      },
    });
    fc.assert(
      fc.property(anyCells, anyPots, (cells, pots) => {
        const other = proposeAssignment(cells.toReversed(), pots.toReversed().map(reversed));
        expect(other).toEqual(proposeAssignment(cells, pots));
      }),
    );
  });

  it('places the same sum as the maximum flow among thousands of cells and pledges', () => {
    const species = (index: number) => `species-${index % 7}`;
    const cells = Array.from({ length: 3000 }, (_, index) =>
      cell(`B${index % 1000}`, 2012 + Math.floor(index / 1000), BigInt((index * 7919) % 1000), {
        theme: `T${index % 5}`,
        species: index % 4 === 0 ? [] : [species(index), species(index * 3)],
        priority: (['core', 'high', 'medium', 'low', null] as const)[index % 5] ?? null,
      }),
    );
    const pots = Array.from({ length: 3000 }, (_, index) =>
      pot(`PL-${index}`, BigInt((index * 104_729) % 900), {
        activities: index % 3 === 0 ? [`B${index % 1000}`, `B${(index * 17) % 1000}`] : [],
        species: index % 3 === 1 ? [species(index), species(index + 1)] : [],
        themes: index % 5 === 1 ? [`T${index % 4}`] : [],
        years: index % 7 === 1 ? [2012, 2013] : [],
      }),
    );
    const { deployableMinor, strandedMinor, attainableGapMinor } = deployFlexibleFunding(cells, pots);
    expect(strandedMinor > 0n && attainableGapMinor > 0n).toBe(true);
    expect(sum(proposeAssignment(cells, pots).map(amountOf))).toBe(deployableMinor);
  }, 60_000);
});
