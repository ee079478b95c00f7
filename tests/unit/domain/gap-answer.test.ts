import { describe, expect, it } from 'vitest';
import { fundingGap } from '#app/domain/gap.ts';
import { gapAnswer } from '#app/domain/gap-answer.ts';
import { GAP_DIMENSIONS } from '#app/domain/gap-rows.ts';
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
  programmes: [{ code: 'JWP', title: 'Joint Work Programme', startYear: 2012, endYear: 2012 }],
  themes: [{ programme: 'JWP', code: 'B', title: 'Shared species' }],
  speciesProgrammes: [{ code: 'sharks', name: 'Sharks', status: 'priority', taxa: [] }],
  activities: [
    makeActivity({ code: 'B8', title: 'Count sharks', species: sharesOf({ sharks: 100 }) }),
    makeActivity({ code: 'B9', title: 'Tag sharks', species: sharesOf({ sharks: 100 }) }),
  ],
  budgets: [budgetByYear('B8', { 2012: 100_000n })],
  pledges: [
    makePledge({
      code: 'PL-1',
      amountMinor: 30_000n,
      committedOn: '2012-05-02',
      allocations: [{ activity: 'B8', year: 2012, amountMinor: 20_000n }],
      receipts: [{ date: '2012-07-02', amountMinor: 15_000n }],
    }),
    makePledge({
      code: 'PL-2',
      amountMinor: 5_050n,
      allocations: [{ activity: 'B9', year: null, amountMinor: 4_000n }],
    }),
  ],
  prospects: [
    makeProspect({ code: 'PR-1', probability: '0.25' }),
    makeProspect({ code: 'PR-2', decisionBy: '2013-01-01' }),
  ],
});
const report = fundingGap(factsOf(portfolio));

const TOTAL = {
  requirement: '1000.00',
  received: '100.00',
  committed: '100.00',
  pledged: '0.00',
  gap: '800.00',
  gapIfPledgesHold: '800.00',
  surplus: '40.00',
  weightedPipeline: '25.00',
  unbudgeted: ['B9'],
  flexible: '100.00',
  deployable: '100.00',
  stranded: '0.00',
  attainableGap: '700.00',
  stalePipeline: '60.00',
  ifPledgesHold: { flexible: '110.50', deployable: '110.50', stranded: '0.00', attainableGap: '689.50' },
};

describe('the answer of gap', () => {
  it('says what was asked and gives amounts as decimal strings in the currency asked for', () => {
    expect(gapAnswer(report, 'activity')).toEqual({
      programme: 'JWP',
      currency: 'USD',
      asOf: '2013-06-30',
      by: 'activity',
      rows: [
        {
          key: 'B8',
          label: 'Count sharks',
          requirement: '1000.00',
          received: '100.00',
          committed: '100.00',
          pledged: '0.00',
          gap: '800.00',
          gapIfPledgesHold: '800.00',
          surplus: '0.00',
          weightedPipeline: '25.00',
          unbudgeted: [],
        },
        {
          key: 'B9',
          label: 'Tag sharks',
          requirement: '0.00',
          received: '0.00',
          committed: '0.00',
          pledged: '0.00',
          gap: '0.00',
          gapIfPledgesHold: '0.00',
          surplus: '40.00',
          weightedPipeline: '0.00',
          unbudgeted: ['B9'],
        },
      ],
      total: TOTAL,
    });
  });

  it.each(GAP_DIMENSIONS)('has the same total by %s', (by) => {
    expect(gapAnswer(report, by).total).toEqual(TOTAL);
    expect(gapAnswer(report, by).by).toBe(by);
  });

  it('has null for surplus and weighted pipeline of a year, and the amounts in the total', () => {
    const { rows } = gapAnswer(report, 'year');
    expect(rows).toEqual([
      {
        key: '2012',
        label: '2012',
        requirement: '1000.00',
        received: '100.00',
        committed: '100.00',
        pledged: '0.00',
        gap: '800.00',
        gapIfPledgesHold: '800.00',
        surplus: null,
        weightedPipeline: null,
        unbudgeted: ['B9'],
      },
    ]);
  });

  it('ends by species with a row for what is cross-cutting, also where nothing is', () => {
    const { rows } = gapAnswer(report, 'species');
    expect(rows.map(({ key, label, gap }) => [key, label, gap])).toEqual([
      ['sharks', 'Sharks', '800.00'],
      ['cross-cutting', 'Cross-cutting', '0.00'],
    ]);
  });

  it.each([
    { currency: 'JPY', requirement: '80000', surplus: '3200' },
    { currency: 'KWD', requirement: '280.000', surplus: '11.200' },
    { currency: 'EUR', requirement: '800.00', surplus: '30.00' },
  ])('has the decimals of $currency', ({ currency, requirement, surplus }) => {
    const { total } = gapAnswer(fundingGap(factsOf(portfolio, { currency })), 'theme');
    expect(total).toMatchObject({ requirement, surplus });
  });

  it('comes out of JSON as it went in', () => {
    for (const by of GAP_DIMENSIONS) {
      const answer = gapAnswer(report, by);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    }
  });
});
