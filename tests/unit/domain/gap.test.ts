import { describe, expect, it } from 'vitest';
import type { Activity } from '#app/domain/activity.ts';
import type { Budget } from '#app/domain/budget.ts';
import {
  allPots,
  cellFigures,
  firmPots,
  fundingGap,
  type GapReport,
  gapCells,
  remainingNeeds,
} from '#app/domain/gap.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import {
  budgetByYear,
  factsOf,
  makeActivity,
  makeBudget,
  makeLine,
  makePledge,
  makePortfolio,
  makeProspect,
  sharesOf,
} from '../../support/portfolios.ts';

function reportOf(given: Partial<Portfolio>, view: Parameters<typeof factsOf>[1] = {}): GapReport {
  return fundingGap(factsOf(makePortfolio(given), view));
}

/** A programme of B8 alone. */
function reportOfB8(
  given: Partial<Activity>,
  budgets: readonly Budget[],
  pledges: readonly Pledge[] = [],
): GapReport {
  return reportOf({ activities: [makeActivity({ code: 'B8', ...given })], budgets, pledges });
}

const toB8 = (amountMinor: bigint, year: number | null = null) => ({ activity: 'B8', year, amountMinor });
const received = (amountMinor: bigint) => ({ date: '2012-07-02', amountMinor });
const budgetOfB8 = budgetByYear('B8', { 2012: 10_000n, 2013: 5_000n });

describe('the gap of one activity', () => {
  it('is its whole requirement before anything is given', () => {
    const { total, unbudgeted } = reportOfB8({}, [budgetOfB8]);
    expect(total).toMatchObject({
      requirementMinor: 15_000n,
      gapMinor: 15_000n,
      gapIfPledgesHoldMinor: 15_000n,
    });
    expect(unbudgeted).toEqual([]);
  });

  it('takes received and committed money off, but no announcement', () => {
    const { total } = reportOfB8(
      {},
      [budgetOfB8],
      [
        makePledge({
          code: 'PL-1',
          committedOn: '2012-05-02',
          amountMinor: 8_000n,
          allocations: [toB8(8_000n)],
          receipts: [received(3_000n)],
        }),
        makePledge({ code: 'PL-2', amountMinor: 4_000n, allocations: [toB8(4_000n)] }),
      ],
    );
    expect(total).toEqual({
      requirementMinor: 15_000n,
      receivedMinor: 3_000n,
      committedMinor: 5_000n,
      pledgedMinor: 4_000n,
      gapMinor: 7_000n,
      gapIfPledgesHoldMinor: 3_000n,
      surplusMinor: 0n,
      weightedPipelineMinor: 0n,
    });
  });

  it('counts what an announced pledge has brought already as received', () => {
    const pledge = makePledge({
      amountMinor: 9_000n,
      allocations: [toB8(9_000n)],
      receipts: [received(2_000n)],
    });
    const { total } = reportOfB8({}, [budgetOfB8], [pledge]);
    expect(total).toMatchObject({ receivedMinor: 2_000n, committedMinor: 0n, pledgedMinor: 7_000n });
  });

  it('sums its years: a surplus in one hides no gap in the other', () => {
    const pledge = makePledge({
      committedOn: '2012-05-02',
      amountMinor: 25_000n,
      allocations: [toB8(25_000n, 2012)],
    });
    const { total, activities } = reportOfB8({}, [budgetOfB8], [pledge]);
    expect(total).toMatchObject({ requirementMinor: 15_000n, gapMinor: 5_000n, surplusMinor: 15_000n });
    expect(activities[0]?.cells.map(({ year, gapMinor }) => [year, gapMinor])).toEqual([
      [2012, 0n],
      [2013, 5_000n],
    ]);
    expect(activities[0]?.surplusByLayer).toEqual({ received: 0n, committed: 15_000n, pledged: 0n });
  });

  it('adds the surplus of all three layers up', () => {
    const pledges = [
      makePledge({
        code: 'PL-1',
        amountMinor: 16_000n,
        allocations: [toB8(16_000n)],
        receipts: [received(16_000n)],
      }),
      makePledge({ code: 'PL-2', amountMinor: 200n, allocations: [toB8(200n)], committedOn: '2012-05-02' }),
      makePledge({ code: 'PL-3', amountMinor: 30n, allocations: [toB8(30n)] }),
    ];
    expect(reportOfB8({}, [budgetOfB8], pledges).total).toMatchObject({ gapMinor: 0n, surplusMinor: 1_230n });
  });
});

describe('an activity whose requirement is not known', () => {
  const draft = makeBudget({ activity: 'B8', status: 'draft', approvedOn: null });
  const superseded = makeBudget({ activity: 'B8', status: 'superseded' });
  const later = makeBudget({ activity: 'B8', approvedOn: '2013-07-01' });
  const coreLines = makeBudget({ activity: 'B8', lines: [makeLine({ funding: 'core' })] });

  it.each([
    { sentence: 'without any budget is unbudgeted', given: {}, budgets: [], unbudgeted: true },
    {
      sentence: 'with partial funding is, too',
      given: { funding: 'partial' },
      budgets: [],
      unbudgeted: true,
    },
    { sentence: 'with a mere draft is unbudgeted', given: {}, budgets: [draft], unbudgeted: true },
    {
      sentence: 'whose budget is approved the day after is unbudgeted',
      given: {},
      budgets: [later],
      unbudgeted: true,
    },
    {
      sentence: 'that is completed is unbudgeted all the same',
      given: { status: 'completed' },
      budgets: [],
      unbudgeted: true,
    },
    {
      sentence: 'with an approved budget is not',
      given: {},
      budgets: [makeBudget({ activity: 'B8' })],
      unbudgeted: false,
    },
    {
      sentence: 'whose version in force is superseded today is not',
      given: {},
      budgets: [superseded],
      unbudgeted: false,
    },
    {
      sentence: 'whose approved budget asks donors for nothing is not: its requirement is known to be zero',
      given: {},
      budgets: [coreLines],
      unbudgeted: false,
    },
    {
      sentence: 'paid from the core budget is not',
      given: { funding: 'core' },
      budgets: [],
      unbudgeted: false,
    },
    { sentence: 'that is cancelled is not', given: { status: 'cancelled' }, budgets: [], unbudgeted: false },
  ] as const)('$sentence', ({ given, budgets, unbudgeted }) => {
    const report = reportOfB8(given, budgets);
    expect(report.activities[0]?.isUnbudgeted).toBe(unbudgeted);
    expect(report.unbudgeted).toEqual(unbudgeted ? ['B8'] : []);
  });

  it('adds nothing to the total, which names it', () => {
    const { total, unbudgeted } = reportOf({
      activities: ['B10', 'B8', 'B9'].map((code) => makeActivity({ code })),
      budgets: [budgetByYear('B8', { 2012: 10_000n })],
    });
    expect(total.requirementMinor).toBe(10_000n);
    expect(unbudgeted).toEqual(['B9', 'B10']);
  });

  it('turns money given to it into surplus, as there is no requirement to cover', () => {
    const pledge = makePledge({ allocations: [toB8(10_000n)], receipts: [received(4_000n)] });
    expect(reportOfB8({}, [], [pledge]).total).toMatchObject({ gapMinor: 0n, surplusMinor: 10_000n });
  });
});

describe('an activity that is cancelled', () => {
  it('has no requirement, and its money is surplus', () => {
    const pledge = makePledge({
      allocations: [toB8(4_000n, 2012), toB8(6_000n)],
      receipts: [received(5_000n)],
      committedOn: '2012-05-02',
    });
    const { total, activities, unbudgeted } = reportOfB8({ status: 'cancelled' }, [budgetOfB8], [pledge]);
    expect(total).toMatchObject({
      requirementMinor: 0n,
      receivedMinor: 0n,
      gapMinor: 0n,
      surplusMinor: 10_000n,
    });
    expect(activities[0]?.surplusByLayer).toEqual({ received: 5_000n, committed: 5_000n, pledged: 0n });
    expect(unbudgeted).toEqual([]);
  });

  it.each(['planned', 'seeking-funding', 'funded', 'in-progress', 'completed', 'on-hold'] as const)(
    'differs from one that is %s, a status that changes no figure',
    (status) => {
      expect(reportOfB8({ status }, [budgetOfB8]).total.requirementMinor).toBe(15_000n);
    },
  );
});

describe('the gap of a programme', () => {
  const activities = [
    makeActivity({ code: 'B10' }),
    makeActivity({ code: 'B8' }),
    makeActivity({ code: 'B9' }),
  ];
  const budgets = [budgetByYear('B8', { 2012: 10_000n }), budgetByYear('B9', { 2012: 20_000n })];

  it('is the sum of its activities: a surplus of one hides no gap of another', () => {
    const pledges = [
      makePledge({ amountMinor: 50_000n, committedOn: '2012-05-02', allocations: [toB8(50_000n)] }),
    ];
    const { total } = reportOf({ activities, budgets, pledges });
    expect(total).toMatchObject({ requirementMinor: 30_000n, gapMinor: 20_000n, surplusMinor: 40_000n });
  });

  it('lists its activities in natural order', () => {
    const { activities: gaps } = reportOf({ activities, budgets });
    expect(gaps.map(({ activity }) => activity.code)).toEqual(['B8', 'B9', 'B10']);
  });

  it('leaves the money and the activities of other programmes alone', () => {
    const other = { programme: 'EXT' };
    const report = reportOf({
      programmes: [
        { code: 'JWP', title: 'Joint Work Programme', startYear: 2012, endYear: 2014 },
        { code: 'EXT', title: 'Extension', startYear: 2015, endYear: 2015 },
      ],
      activities: [makeActivity({ code: 'B8' }), makeActivity({ code: 'B8', ...other })],
      budgets: [budgetOfB8, { ...budgetByYear('B8', { 2015: 999n }), ...other }],
      pledges: [makePledge({ ...other, allocations: [toB8(10_000n)], committedOn: '2012-05-02' })],
    });
    expect(report.total).toMatchObject({ requirementMinor: 15_000n, gapMinor: 15_000n, surplusMinor: 0n });
    expect(report.activities).toHaveLength(1);
  });

  it('is nothing at all for a programme without activities', () => {
    const { total, activities: none, flexible } = reportOf({});
    expect(none).toEqual([]);
    expect(Object.values(total).every((amount) => amount === 0n)).toBe(true);
    expect(flexible).toMatchObject({ flexibleMinor: 0n, attainableGapMinor: 0n });
  });

  it('carries the weighted and the stale pipeline beside the gap, not off it', () => {
    const prospects = [
      makeProspect({ code: 'PR-1' }),
      makeProspect({ code: 'PR-2', stage: 'identified', decisionBy: '2013-06-29' }),
      makeProspect({ code: 'PR-3', stage: 'won' }),
    ];
    const report = reportOf({ activities, budgets, prospects });
    expect(report.total).toMatchObject({ gapMinor: 30_000n, weightedPipelineMinor: 6_000n });
    expect(report.stalePipelineMinor).toBe(500n);
  });

  it('is told in any currency that has rates, item by item', () => {
    const pledges = [makePledge({ amountMinor: 3n, committedOn: '2012-05-02', allocations: [toB8(3n)] })];
    const { total } = reportOf({ activities, budgets, pledges }, { currency: 'EUR' });
    // 100.00 and 200.00 USD on 2012-01-15 at 0.80; 0.03 USD on 2013-06-30 at 0.75 = 0.0225.
    expect(total).toMatchObject({ requirementMinor: 24_000n, committedMinor: 2n, gapMinor: 23_998n });
  });
});

describe('flexible funding', () => {
  const activities = [
    makeActivity({ code: 'B8', species: sharesOf({ sharks: 100 }), priority: 'high' }),
    makeActivity({ code: 'D1', theme: 'D' }),
  ];
  const budgets = [budgetByYear('B8', { 2012: 1_000n, 2013: 2_000n }), budgetByYear('D1', { 2012: 4_000n })];
  const forSharks = { activities: [], species: ['sharks'], themes: [], years: [] };

  it('is what is not allocated: firm when received or committed, announced otherwise', () => {
    const pledges = [
      makePledge({
        code: 'PL-1',
        committedOn: '2012-05-02',
        allocations: [toB8(1_000n)],
        receipts: [received(2_000n)],
      }),
      makePledge({ code: 'PL-2', amountMinor: 500n, receipts: [received(100n)] }),
    ];
    const report = reportOf({ activities, budgets, pledges });
    const firm = firmPots(report.pledges).map(({ pledge, amountMinor }) => [pledge, amountMinor]);
    const all = allPots(report.pledges).map(({ pledge, amountMinor }) => [pledge, amountMinor]);
    expect(firm).toEqual([
      ['PL-1', 9_000n],
      ['PL-2', 100n],
    ]);
    expect(all).toEqual([
      ['PL-1', 9_000n],
      ['PL-2', 500n],
    ]);
    expect(report.flexible.flexibleMinor).toBe(9_100n);
    expect(report.flexibleIfPledgesHold.flexibleMinor).toBe(9_500n);
  });

  it('lowers the attainable gap only as far as its earmark allows, the rest is stranded', () => {
    const pledges = [makePledge({ amountMinor: 5_000n, committedOn: '2012-05-02', earmark: forSharks })];
    const report = reportOf({ activities, budgets, pledges });
    expect(report.total.gapMinor).toBe(7_000n);
    expect(report.flexible).toMatchObject({
      flexibleMinor: 5_000n,
      deployableMinor: 3_000n,
      strandedMinor: 2_000n,
      attainableGapMinor: 4_000n,
    });
  });

  it('counts announced money only against the gaps that are left if pledges hold', () => {
    const pledges = [
      makePledge({ code: 'PL-1', amountMinor: 700n, allocations: [toB8(700n)] }),
      makePledge({ code: 'PL-2', amountMinor: 5_000n, earmark: forSharks }),
    ];
    const report = reportOf({ activities, budgets, pledges });
    expect(report.flexible).toMatchObject({ flexibleMinor: 0n, attainableGapMinor: 7_000n });
    expect(report.flexibleIfPledgesHold).toMatchObject({
      flexibleMinor: 5_000n,
      deployableMinor: 2_300n,
      strandedMinor: 2_700n,
      attainableGapMinor: 4_000n,
    });
  });

  it('never moves a surplus', () => {
    const pledges = [
      makePledge({ amountMinor: 9_000n, committedOn: '2012-05-02', allocations: [toB8(9_000n)] }),
    ];
    const report = reportOf({ activities, budgets, pledges });
    expect(report.total.surplusMinor).toBe(6_000n);
    expect(report.flexible).toMatchObject({ flexibleMinor: 0n, attainableGapMinor: 4_000n });
  });

  it('looks at each year of each activity with what is open in it', () => {
    const pledges = [makePledge({ amountMinor: 700n, allocations: [toB8(700n)] })];
    const report = reportOf({ activities, budgets, pledges });
    const B8 = { activity: 'B8', theme: 'B', species: ['sharks'], priority: 'high' };
    const D1 = { activity: 'D1', theme: 'D', species: [], priority: null };
    expect(gapCells(report.activities, 'gapMinor')).toEqual([
      { ...B8, year: 2012, openMinor: 1_000n },
      { ...B8, year: 2013, openMinor: 2_000n },
      { ...D1, year: 2012, openMinor: 4_000n },
    ]);
    expect(gapCells(report.activities, 'gapIfPledgesHoldMinor').map(({ openMinor }) => openMinor)).toEqual([
      300n,
      2_000n,
      4_000n,
    ]);
  });
});

describe('the figures of one year of an activity', () => {
  it('are those of its coverage, without a surplus and a pipeline, which have no year', () => {
    const cell = {
      year: 2012,
      requirementMinor: 100n,
      receivedMinor: 40n,
      committedMinor: 30n,
      pledgedMinor: 20n,
      gapMinor: 30n,
      gapIfPledgesHoldMinor: 10n,
    };
    const { year, ...amounts } = cell;
    expect(cellFigures(cell)).toEqual({ ...amounts, surplusMinor: 0n, weightedPipelineMinor: 0n });
  });
});

describe('what activities still need if pledges hold', () => {
  it('is known where there is a requirement, nothing where there is none, and unknown where it is not budgeted', () => {
    const report = reportOf({
      activities: [
        makeActivity({ code: 'B8' }),
        makeActivity({ code: 'B9' }),
        makeActivity({ code: 'B10', funding: 'core' }),
        makeActivity({ code: 'B11', status: 'cancelled' }),
      ],
      budgets: [budgetOfB8],
      pledges: [makePledge({ amountMinor: 4_000n, allocations: [toB8(4_000n)] })],
    });
    expect([...remainingNeeds(report)]).toEqual([
      ['B8', 11_000n],
      ['B9', null],
      ['B10', 0n],
      ['B11', 0n],
    ]);
  });
});
