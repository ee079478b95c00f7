import { describe, expect, it } from 'vitest';
import { figureBreakdown } from '#app/domain/figure-breakdown.ts';
import { fundingGap } from '#app/domain/gap.ts';
import { programmeBreakdown } from '#app/domain/programme-breakdown.ts';
import {
  budgetByYear,
  factsOf,
  makeActivity,
  makePledge,
  makePortfolio,
  makeProspect,
  sharesOf,
  sourcesOf,
} from '../../support/portfolios.ts';

const portfolio = makePortfolio({
  activities: [
    makeActivity({ code: 'B8', species: sharesOf({ sharks: 100 }) }),
    makeActivity({ code: 'D1', theme: 'D', priority: 'core' }),
  ],
  budgets: [budgetByYear('B8', { 2012: 1_000n }), budgetByYear('D1', { 2013: 4_000n })],
  pledges: [
    makePledge({
      code: 'PL-1',
      currency: 'EUR',
      amountMinor: 1_500n,
      committedOn: '2012-05-02',
      earmark: { activities: [], species: ['sharks'], themes: [], years: [] },
      receipts: [{ date: '2012-07-02', amountMinor: 400n }],
    }),
    makePledge({ code: 'PL-2', amountMinor: 700n, receipts: [{ date: '2012-07-02', amountMinor: 300n }] }),
    makePledge({
      code: 'PL-3',
      amountMinor: 100n,
      committedOn: '2012-05-02',
      earmark: { activities: ['D1'], species: [], themes: [], years: [] },
    }),
  ],
  prospects: [
    makeProspect({
      code: 'PR-1',
      decisionBy: '2013-01-01',
      currency: 'EUR',
      asks: [
        { programme: 'JWP', activity: 'B8', amountMinor: 750n },
        { programme: 'JWP', activity: 'D1', amountMinor: 75n },
      ],
    }),
    makeProspect({ code: 'PR-2', decisionBy: '2013-06-30' }),
  ],
});
const facts = factsOf(portfolio);
const report = fundingGap(facts);
const sources = sourcesOf(portfolio, facts, 'B8');

function rowsOf(figure: Parameters<typeof programmeBreakdown>[1]) {
  return programmeBreakdown(report, figure, sources).parts.map(({ label, note, amountMinor }) => [
    label,
    note,
    amountMinor,
  ]);
}

describe('a figure that only a whole programme has', () => {
  it('flexible is made of what each pledge has brought or is committed to and nobody was given', () => {
    expect(rowsOf('flexible')).toEqual([
      ['PL-1, received, not allocated', 'softly earmarked', 500n],
      ['PL-1, committed, not allocated', 'softly earmarked', 1_467n],
      ['PL-2, received, not allocated', 'unearmarked', 300n],
    ]);
    expect(programmeBreakdown(report, 'flexible', sources)).toMatchObject({
      title: 'Flexible funding: Joint Work Programme',
      currency: 'USD',
      totalMinor: 2_267n,
    });
  });

  it('flexible rests on what came in and is to come of those pledges, how it is split and at which rate', () => {
    const { basis } = programmeBreakdown(report, 'flexible', sources);
    expect(basis.map(({ title, totalMinor }) => [title, totalMinor])).toEqual([
      ['Receipts of PL-1', 500n],
      ['PL-1: received, by allocation', 500n],
      ['Outstanding of PL-1', 1_100n],
      ['PL-1: outstanding by allocation (11.00 EUR ÷ 0.75 (EUR rate from 2013-01-01))', 1_467n],
      ['Receipts of PL-2', 300n],
      ['PL-2: received, by allocation', 300n],
    ]);
  });

  it('deployable is a proposal of what could go where, referring to the gap it would close', () => {
    expect(programmeBreakdown(report, 'deployable', sources).parts).toEqual([
      {
        label: 'PL-1 could go to B8, 2012',
        note: 'a proposal, not an allocation',
        amountMinor: 1_000n,
        reference: { figure: 'gap', scope: { by: 'activity', key: 'B8', year: 2012 } },
      },
      {
        label: 'PL-2 could go to D1, 2013',
        note: 'a proposal, not an allocation',
        amountMinor: 300n,
        reference: { figure: 'gap', scope: { by: 'activity', key: 'D1', year: 2013 } },
      },
    ]);
  });

  it('stranded is flexible less deployable', () => {
    expect(rowsOf('stranded')).toEqual([
      ['Flexible funding', null, 2_267n],
      ['Deployable', null, -1_300n],
    ]);
    expect(programmeBreakdown(report, 'stranded', sources).totalMinor).toBe(967n);
  });

  it('the attainable gap is the gap less what is deployable', () => {
    expect(rowsOf('attainableGap')).toEqual([
      ['Funding gap', null, 4_900n],
      ['Deployable', null, -1_300n],
    ]);
    expect(programmeBreakdown(report, 'attainableGap', sources).totalMinor).toBe(3_600n);
  });

  it('the stale pipeline is made of the asks whose decision date has passed', () => {
    expect(rowsOf('stalePipeline')).toEqual([
      ['PR-1 for B8', '60 % of 7.50 EUR ÷ 0.75 (EUR rate from 2013-01-01)', 600n],
      ['PR-1 for D1', '60 % of 0.75 EUR ÷ 0.75 (EUR rate from 2013-01-01)', 60n],
    ]);
  });

  it('is made of nothing in a programme without money', () => {
    const empty = fundingGap(factsOf(makePortfolio()));
    for (const figure of ['flexible', 'deployable', 'stranded', 'attainableGap', 'stalePipeline'] as const) {
      expect(programmeBreakdown(empty, figure, sources)).toMatchObject({
        totalMinor: 0n,
        parts: [],
        basis: [],
      });
    }
  });
});

describe('asking for any figure', () => {
  it.each(['flexible', 'deployable', 'stranded', 'attainableGap', 'stalePipeline'] as const)(
    '%s belongs to the programme, not to a row of it',
    (figure) => {
      expect(figureBreakdown(report, figure, { by: 'total' }, sources)).toMatchObject({
        ...programmeBreakdown(report, figure, sources),
        figure,
        scope: { by: 'total' },
      });
      expect(figureBreakdown(report, figure, { by: 'theme', key: 'B' }, sources)).toBeNull();
      expect(figureBreakdown(report, figure, { by: 'activity', key: 'B8' }, sources)).toBeNull();
    },
  );

  it('finds the figures of groups and of activities', () => {
    expect(figureBreakdown(report, 'gap', { by: 'theme', key: 'B' }, sources)).toMatchObject({
      title: 'Funding gap: Shared species (B)',
      totalMinor: 1_000n,
      basis: [],
    });
    expect(figureBreakdown(report, 'gap', { by: 'activity', key: 'B8', year: 2012 }, sources)).toMatchObject({
      title: 'Funding gap: B8, 2012',
      totalMinor: 1_000n,
    });
    expect(figureBreakdown(report, 'gap', { by: 'theme', key: 'Z' }, sources)).toBeNull();
  });
});
