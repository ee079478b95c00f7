import { describe, expect, it } from 'vitest';
import { fundingGap } from '#app/domain/gap.ts';
import { type GapDimension, gapRows } from '#app/domain/gap-rows.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import {
  budgetByYear,
  factsOf,
  makeActivity,
  makePledge,
  makePortfolio,
  makeProspect,
  sharesOf,
} from '../../support/portfolios.ts';

function rowsOf(given: Partial<Portfolio>, by: GapDimension) {
  return gapRows(fundingGap(factsOf(makePortfolio(given))), by);
}

/** Keys and gaps, the two that most tests are about. */
function gapsOf(given: Partial<Portfolio>, by: GapDimension) {
  return rowsOf(given, by).map(({ key, gapMinor }) => [key, gapMinor]);
}

const PORTFOLIO: Partial<Portfolio> = {
  activities: [
    makeActivity({
      code: 'B10',
      title: 'Follow turtles and sharks',
      species: sharesOf({ sharks: 50, 'marine-turtles': 50 }),
    }),
    makeActivity({ code: 'B8', title: 'Count sharks', species: sharesOf({ sharks: 100 }) }),
    makeActivity({ code: 'A2', title: 'Harmonize names', theme: 'A' }),
    makeActivity({ code: 'B9', title: 'Count saiga', species: sharesOf({ 'saiga-antelope': 100 }) }),
  ],
  budgets: [
    budgetByYear('B10', { 2012: 101n, 2014: 200n }),
    budgetByYear('B8', { 2012: 1_000n, 2013: 2_000n }),
    budgetByYear('A2', { 2013: 50n }),
  ],
};

describe('the rows by theme', () => {
  it('are all themes of the programme by code, those without an activity among them', () => {
    expect(gapsOf(PORTFOLIO, 'theme')).toEqual([
      ['A', 50n],
      ['B', 3_301n],
      ['C', 0n],
      ['D', 0n],
    ]);
    expect(rowsOf(PORTFOLIO, 'theme')[1]).toMatchObject({ label: 'Shared species', unbudgeted: ['B9'] });
  });

  it('come in natural order, whatever order they were listed in', () => {
    const themes = ['10', '9', '1'].map((code) => ({ programme: 'JWP', code, title: `Chapter ${code}` }));
    expect(rowsOf({ themes }, 'theme').map(({ key, label }) => [key, label])).toEqual([
      ['1', 'Chapter 1'],
      ['9', 'Chapter 9'],
      ['10', 'Chapter 10'],
    ]);
  });

  it('leave the themes of other programmes out', () => {
    const themes = [
      { programme: 'JWP', code: 'A', title: 'Ours' },
      { programme: 'EXT', code: 'Z', title: 'Theirs' },
    ];
    expect(rowsOf({ themes }, 'theme').map(({ label }) => label)).toEqual(['Ours']);
  });
});

describe('the rows by species programme', () => {
  it('are all species programmes in plain order, cross-cutting last, though it would sort before them', () => {
    expect(gapsOf(PORTFOLIO, 'species')).toEqual([
      ['marine-turtles', 151n],
      ['saiga-antelope', 0n],
      ['sharks', 3_150n],
      ['cross-cutting', 50n],
    ]);
  });

  it('list an unbudgeted activity under each of its species programmes', () => {
    const activities = [
      makeActivity({ code: 'B10', species: sharesOf({ sharks: 50, 'marine-turtles': 50 }) }),
      makeActivity({ code: 'B9', species: sharesOf({ sharks: 100 }) }),
      makeActivity({ code: 'A2', theme: 'A' }),
    ];
    expect(rowsOf({ activities }, 'species').map(({ key, unbudgeted }) => [key, unbudgeted])).toEqual([
      ['marine-turtles', ['B10']],
      ['saiga-antelope', []],
      ['sharks', ['B9', 'B10']],
      ['cross-cutting', ['A2']],
    ]);
  });

  it('have labels that people read', () => {
    expect(rowsOf({}, 'species').map(({ label }) => label)).toEqual([
      'Marine turtles',
      'Saiga antelope',
      'Sharks',
      'Cross-cutting',
    ]);
  });

  it('split surplus and weighted pipeline by share as well', () => {
    const rows = rowsOf(
      {
        ...PORTFOLIO,
        pledges: [
          makePledge({
            amountMinor: 306n,
            allocations: [{ activity: 'B10', year: null, amountMinor: 306n }],
          }),
        ],
        prospects: [makeProspect({ asks: [{ programme: 'JWP', activity: 'B10', amountMinor: 5n }] })],
      },
      'species',
    );
    expect(
      rows.map(({ key, surplusMinor, weightedPipelineMinor }) => [key, surplusMinor, weightedPipelineMinor]),
    ).toEqual([
      ['marine-turtles', 3n, 2n],
      ['saiga-antelope', 0n, 0n],
      ['sharks', 2n, 1n],
      ['cross-cutting', 0n, 0n],
    ]);
  });

  it('refuse an activity whose species programme does not exist, rather than losing its money', () => {
    const activities = [makeActivity({ code: 'B8', species: sharesOf({ unicorns: 100 }) })];
    expect(() => rowsOf({ activities }, 'species')).toThrow('B8 names an unknown species programme unicorns');
  });
});

describe('the rows by activity', () => {
  it('are all activities in natural order under their titles, also those without a figure', () => {
    expect(
      rowsOf(PORTFOLIO, 'activity').map(({ key, label, gapMinor, unbudgeted }) => [
        key,
        label,
        gapMinor,
        unbudgeted,
      ]),
    ).toEqual([
      ['A2', 'Harmonize names', 50n, []],
      ['B8', 'Count sharks', 3_000n, []],
      ['B9', 'Count saiga', 0n, ['B9']],
      ['B10', 'Follow turtles and sharks', 301n, []],
    ]);
  });
});

describe('the rows by year', () => {
  it('are the years of the programme, also where nothing is required', () => {
    expect(gapsOf({}, 'year')).toEqual([
      ['2012', 0n],
      ['2013', 0n],
      ['2014', 0n],
    ]);
    expect(gapsOf(PORTFOLIO, 'year')).toEqual([
      ['2012', 1_101n],
      ['2013', 2_050n],
      ['2014', 200n],
    ]);
  });

  it('have one more for each year outside the period that has a requirement, in chronological order', () => {
    const budgets = [budgetByYear('B8', { 2016: 7n, 2010: 5n, 2012: 1n })];
    expect(gapsOf({ ...PORTFOLIO, budgets }, 'year')).toEqual([
      ['2010', 5n],
      ['2012', 1n],
      ['2013', 0n],
      ['2014', 0n],
      ['2016', 7n],
    ]);
  });

  it('have none for a year outside the period whose lines cost nothing', () => {
    const budgets = [budgetByYear('B8', { 2016: 0n, 2012: 1n })];
    expect(gapsOf({ ...PORTFOLIO, budgets }, 'year').map(([key]) => key)).toEqual(['2012', '2013', '2014']);
  });

  it('keep the row of a fully covered year outside the period', () => {
    const budgets = [budgetByYear('B8', { 2016: 7n })];
    const pledges = [
      makePledge({
        amountMinor: 7n,
        committedOn: '2012-05-02',
        allocations: [{ activity: 'B8', year: 2016, amountMinor: 7n }],
      }),
    ];
    expect(rowsOf({ ...PORTFOLIO, budgets, pledges }, 'year').at(-1)).toMatchObject({
      key: '2016',
      requirementMinor: 7n,
      committedMinor: 7n,
      gapMinor: 0n,
    });
  });

  it("name the whole programme's unbudgeted activities, as a missing requirement may fall in any year", () => {
    for (const row of rowsOf(PORTFOLIO, 'year')) expect(row.unbudgeted).toEqual(['B9']);
  });

  it('have neither a surplus nor a pipeline, as these have no year', () => {
    for (const row of rowsOf(PORTFOLIO, 'year')) {
      expect(row.surplusMinor).toBeNull();
      expect(row.weightedPipelineMinor).toBeNull();
    }
  });
});
