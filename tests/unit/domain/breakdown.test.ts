import { describe, expect, it } from 'vitest';
import {
  FIGURE_LABELS,
  FIGURE_NAMES,
  figureOf,
  groupBreakdown,
  isRowFigure,
  PROGRAMME_FIGURES,
  type RowFigure,
} from '#app/domain/breakdown.ts';
import { fundingGap } from '#app/domain/gap.ts';
import {
  budgetByYear,
  factsOf,
  makeActivity,
  makePledge,
  makePortfolio,
  makeProspect,
  sharesOf,
} from '../../support/portfolios.ts';

const portfolio = makePortfolio({
  activities: [
    makeActivity({ code: 'B8', title: 'Count sharks', species: sharesOf({ sharks: 100 }) }),
    makeActivity({
      code: 'B9',
      title: 'Follow both',
      species: sharesOf({ sharks: 25, 'marine-turtles': 75 }),
    }),
    makeActivity({ code: 'B10', title: 'Not priced yet' }),
    makeActivity({ code: 'A1', title: 'Harmonize names', theme: 'A' }),
  ],
  budgets: [
    budgetByYear('B8', { 2012: 1_000n, 2013: 500n }),
    budgetByYear('B9', { 2012: 200n }),
    budgetByYear('A1', { 2013: 300n }),
  ],
  pledges: [
    makePledge({
      amountMinor: 5_000n,
      committedOn: '2012-05-02',
      allocations: [
        { activity: 'B8', year: 2012, amountMinor: 1_600n },
        { activity: 'B9', year: null, amountMinor: 101n },
      ],
    }),
  ],
  prospects: [makeProspect({ asks: [{ programme: 'JWP', activity: 'B9', amountMinor: 100n }] })],
});
const report = fundingGap(factsOf(portfolio));

/** Labels and amounts of a group's parts. */
function partsOf(figure: RowFigure, scope: Parameters<typeof groupBreakdown>[2]) {
  return groupBreakdown(report, figure, scope)?.parts.map(({ label, amountMinor }) => [label, amountMinor]);
}

describe("a group's figure by its activities", () => {
  it('is for the programme what each of its activities adds', () => {
    expect(partsOf('gap', { by: 'total' })).toEqual([
      ['A1 Harmonize names', 300n],
      ['B8 Count sharks', 500n],
      ['B9 Follow both', 99n],
    ]);
    expect(groupBreakdown(report, 'gap', { by: 'total' })).toMatchObject({
      title: 'Funding gap: Joint Work Programme',
      currency: 'USD',
      totalMinor: 899n,
    });
  });

  it('is for a theme what its own activities add', () => {
    expect(partsOf('requirement', { by: 'theme', key: 'A' })).toEqual([['A1 Harmonize names', 300n]]);
    expect(groupBreakdown(report, 'requirement', { by: 'theme', key: 'B' })).toMatchObject({
      title: 'Requirement: Shared species (B)',
      totalMinor: 1_700n,
    });
  });

  it('is for a species programme the share of each activity, and says so', () => {
    const table = groupBreakdown(report, 'committed', { by: 'species', key: 'sharks' });
    expect(table?.title).toBe('Committed: Sharks (sharks)');
    expect(table?.parts).toEqual([
      {
        label: 'B8 Count sharks',
        note: null,
        amountMinor: 1_000n,
        reference: { figure: 'committed', scope: { by: 'activity', key: 'B8' } },
      },
      {
        label: 'B9 Follow both',
        note: '25 % of the activity, the parts rounded so that they add up to it',
        amountMinor: 25n,
        reference: { figure: 'committed', scope: { by: 'activity', key: 'B9' } },
      },
    ]);
  });

  it('is for cross-cutting what activities without a species programme add', () => {
    expect(partsOf('gap', { by: 'species', key: 'cross-cutting' })).toEqual([['A1 Harmonize names', 300n]]);
    const table = groupBreakdown(report, 'gap', { by: 'species', key: 'cross-cutting' });
    expect(table?.title).toBe('Funding gap: Cross-cutting');
  });

  it('is for a year what each activity adds in that year, referring to the year of the activity', () => {
    const table = groupBreakdown(report, 'gap', { by: 'year', key: '2013' });
    expect(table?.title).toBe('Funding gap: 2013');
    expect(table?.parts).toEqual([
      {
        label: 'A1 Harmonize names',
        note: null,
        amountMinor: 300n,
        reference: { figure: 'gap', scope: { by: 'activity', key: 'A1', year: 2013 } },
      },
      {
        label: 'B8 Count sharks',
        note: null,
        amountMinor: 500n,
        reference: { figure: 'gap', scope: { by: 'activity', key: 'B8', year: 2013 } },
      },
    ]);
  });

  it('is empty, and nothing, where no activity adds anything', () => {
    expect(groupBreakdown(report, 'gap', { by: 'theme', key: 'D' })).toMatchObject({
      totalMinor: 0n,
      parts: [],
    });
    expect(groupBreakdown(report, 'gap', { by: 'year', key: '2014' })).toMatchObject({
      totalMinor: 0n,
      parts: [],
    });
  });

  it('has surplus and pipeline for every group but a year', () => {
    expect(partsOf('surplus', { by: 'total' })).toEqual([['B8 Count sharks', 600n]]);
    expect(partsOf('weightedPipeline', { by: 'species', key: 'marine-turtles' })).toEqual([
      ['B9 Follow both', 45n],
    ]);
    expect(groupBreakdown(report, 'surplus', { by: 'year', key: '2012' })).toBeNull();
    expect(groupBreakdown(report, 'weightedPipeline', { by: 'year', key: '2012' })).toBeNull();
  });

  it.each([
    { by: 'theme', key: 'Z' },
    { by: 'species', key: 'unicorns' },
    { by: 'year', key: '1999' },
    { by: 'year', key: '2012.0' },
    { by: 'theme', key: '__proto__' },
  ] as const)('is none for the $by $key, which the programme does not have', (scope) => {
    expect(groupBreakdown(report, 'gap', scope)).toBeNull();
  });
});

describe('the names of figures', () => {
  it('each have a label that people read', () => {
    const labels = FIGURE_NAMES.map((name) => FIGURE_LABELS[name]);
    expect(new Set(labels).size).toBe(FIGURE_NAMES.length);
    for (const label of labels) expect(label).toMatch(/^[A-Z][a-z ]+$/);
  });

  it('are either those of rows or those of a programme', () => {
    expect(FIGURE_NAMES.filter((name) => !isRowFigure(name))).toEqual([...PROGRAMME_FIGURES]);
  });

  it('each stand for the figure of that name', () => {
    const figures = {
      requirementMinor: 1n,
      receivedMinor: 2n,
      committedMinor: 3n,
      pledgedMinor: 4n,
      gapMinor: 5n,
      gapIfPledgesHoldMinor: 6n,
      surplusMinor: 7n,
      weightedPipelineMinor: 8n,
    };
    for (const name of FIGURE_NAMES.filter(isRowFigure)) {
      expect(figureOf(figures, name)).toBe(figures[`${name}Minor`]);
    }
  });
});
