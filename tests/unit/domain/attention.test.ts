import { describe, expect, it } from 'vitest';
import { type Attention, attentionOf, donorNamesIn, firstOfEach } from '#app/domain/attention.ts';
import { fundingGap } from '#app/domain/gap.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import {
  budgetByYear,
  factsOf,
  makeActivity,
  makePledge,
  makePortfolio,
  makeProspect,
} from '../../support/portfolios.ts';

function attention(given: Partial<Portfolio>, asOf = '2013-06-30'): Attention {
  const portfolio = makePortfolio({
    activities: [makeActivity({ code: 'B8' }), makeActivity({ code: 'B10' })],
    budgets: [budgetByYear('B8', { 2013: 10_000n }), budgetByYear('B10', { 2013: 5_000n })],
    ...given,
  });
  return attentionOf(fundingGap(factsOf(portfolio, { asOf })), portfolio.pledges);
}

const toB8 = [{ activity: 'B8', year: null, amountMinor: 10_000n }];

describe('what needs attention', () => {
  it('is nothing where all is in order', () => {
    expect(attention({})).toEqual({ overdue: [], stale: [], stranded: [], surpluses: [] });
  });

  it('is an instalment that is overdue, with what is missing and for which activities', () => {
    const pledge = makePledge({
      allocations: toB8,
      instalments: [
        { due: '2013-03-01', amountMinor: 6_000n },
        { due: '2013-05-01', amountMinor: 4_000n },
      ],
      receipts: [{ date: '2013-03-05', amountMinor: 5_000n }],
    });
    expect(attention({ pledges: [pledge] }).overdue).toEqual([
      {
        pledge: 'PL-1',
        donor: 'north-ministry',
        due: '2013-03-01',
        currency: 'USD',
        missingMinor: 1_000n,
        activities: ['B8'],
      },
      {
        pledge: 'PL-1',
        donor: 'north-ministry',
        due: '2013-05-01',
        currency: 'USD',
        missingMinor: 4_000n,
        activities: ['B8'],
      },
    ]);
  });

  it('is no instalment of a pledge that was not announced yet', () => {
    const pledge = makePledge({ date: '2013-07-01', instalments: [{ due: '2013-06-01', amountMinor: 1n }] });
    expect(attention({ pledges: [pledge] }).overdue).toEqual([]);
  });

  it('is a prospect whose decision date has passed, the longest waiting first', () => {
    const prospects = [
      makeProspect({ code: 'PR-1', decisionBy: '2013-06-29' }),
      makeProspect({ code: 'PR-2', decisionBy: '2012-12-31' }),
      makeProspect({ code: 'PR-3', decisionBy: '2013-06-30' }),
    ];
    expect(attention({ prospects }).stale.map(({ prospect }) => prospect)).toEqual(['PR-2', 'PR-1']);
  });

  it('is firm money that no open gap can take', () => {
    const pledge = makePledge({
      amountMinor: 7_000n,
      committedOn: '2012-05-01',
      earmark: { activities: [], species: [], themes: [], years: [2012] },
    });
    expect(attention({ pledges: [pledge] }).stranded).toEqual([
      { pledge: 'PL-1', donor: 'north-ministry', amountMinor: 7_000n },
    ]);
  });

  it('tells a part that is stranded by pledge, and all parts add up to the figure', () => {
    const unearmarked = { amountMinor: 12_000n, committedOn: '2012-05-01' };
    const pledges = [
      makePledge({ code: 'PL-1', ...unearmarked }),
      makePledge({ code: 'PL-2', ...unearmarked }),
    ];
    const { stranded } = attention({ pledges });
    expect(stranded.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(9_000n);
  });

  it('is an activity that has more than it needs', () => {
    const pledge = makePledge({
      amountMinor: 12_000n,
      allocations: [{ activity: 'B8', year: null, amountMinor: 12_000n }],
    });
    expect(attention({ pledges: [pledge] }).surpluses).toEqual([
      { activity: 'B8', title: 'Activity B8', surplusMinor: 2_000n },
    ]);
  });
});

describe('the first of each kind', () => {
  const given = attention({
    prospects: ['PR-1', 'PR-2', 'PR-3'].map((code) => makeProspect({ code, decisionBy: '2012-12-31' })),
  });

  it('are cut to what a page has room for, and counted whole', () => {
    const { first, counts } = firstOfEach(given, 2);
    expect(first.stale.map(({ prospect }) => prospect)).toEqual(['PR-1', 'PR-2']);
    expect(counts).toEqual({ overdue: 0, stale: 3, stranded: 0, surpluses: 0 });
  });

  it('name their donors, by code where there is no name', () => {
    expect(donorNamesIn(given, new Map([['other', 'Other']]))).toEqual(
      new Map([['north-ministry', 'north-ministry']]),
    );
  });
});
