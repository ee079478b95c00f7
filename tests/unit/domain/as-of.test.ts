import { describe, expect, it } from 'vitest';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { fundingGap } from '#app/domain/gap.ts';
import { gapAnswer } from '#app/domain/gap-answer.ts';
import { GAP_DIMENSIONS } from '#app/domain/gap-rows.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { budgetByYear, makeActivity, makePledge, makePortfolio } from '../../support/portfolios.ts';
import { type AskedPortfolio, askedPortfolios } from '../../support/random-portfolios.ts';

/** What a portfolio would have looked like had it been written down on a day: nothing dated later is in it. */
function asKnownOn(portfolio: Portfolio, day: string): Portfolio {
  const unlessLater = (date: string | null) => (date !== null && date <= day ? date : null);
  const upToDay = <T extends { readonly date: string }>(records: readonly T[]) =>
    records.filter(({ date }) => date <= day);
  return {
    ...portfolio,
    exchangeRates: portfolio.exchangeRates.filter(({ from }) => from <= day),
    budgets: portfolio.budgets.filter(({ approvedOn }) => approvedOn !== null && approvedOn <= day),
    prospects: portfolio.prospects.filter(({ createdOn }) => createdOn <= day),
    pledges: upToDay(portfolio.pledges).map((pledge) => ({
      ...pledge,
      committedOn: unlessLater(pledge.committedOn),
      cancelledOn: unlessLater(pledge.cancelledOn),
      receipts: upToDay(pledge.receipts),
      writeOffs: upToDay(pledge.writeOffs),
    })),
  };
}

function answers(portfolio: Portfolio, question: AskedPortfolio['question']) {
  const report = fundingGap(factsOfPortfolio(portfolio, question));
  return GAP_DIMENSIONS.map((by) => gapAnswer(report, by));
}

const CASES = askedPortfolios(150);

describe('a figure as of a day', { timeout: 60_000 }, () => {
  it('is not changed by anything that is dated later', () => {
    for (const { name, portfolio, question } of CASES) {
      const known = asKnownOn(portfolio, question.asOf);
      expect(answers(known, question), name).toEqual(answers(portfolio, question));
    }
  });

  const B8 = { activity: 'B8', year: null };
  const portfolio = makePortfolio({
    activities: [makeActivity({ code: 'B8' })],
    budgets: [
      { ...budgetByYear('B8', { 2012: 10_000n }), status: 'superseded', approvedOn: '2012-02-01' },
      { ...budgetByYear('B8', { 2012: 12_000n }), version: 2, approvedOn: '2013-02-01' },
    ],
    pledges: [
      makePledge({
        date: '2012-03-01',
        committedOn: '2012-05-02',
        cancelledOn: '2013-06-01',
        amountMinor: 8_000n,
        allocations: [{ ...B8, amountMinor: 8_000n }],
        receipts: [{ date: '2012-07-02', amountMinor: 3_000n }],
        writeOffs: [{ date: '2012-11-30', amountMinor: 1_000n, reason: null }],
      }),
    ],
  });

  /** Requirement, received, committed, pledged, gap. */
  it.each([
    {
      day: '2012-01-31',
      why: 'nothing is approved or promised',
      figures: ['0.00', '0.00', '0.00', '0.00', '0.00'],
    },
    {
      day: '2012-02-01',
      why: 'the first budget is approved',
      figures: ['100.00', '0.00', '0.00', '0.00', '100.00'],
    },
    {
      day: '2012-03-01',
      why: 'a pledge is announced',
      figures: ['100.00', '0.00', '0.00', '80.00', '100.00'],
    },
    {
      day: '2012-05-01',
      why: 'it is not signed yet',
      figures: ['100.00', '0.00', '0.00', '80.00', '100.00'],
    },
    { day: '2012-05-02', why: 'it is signed', figures: ['100.00', '0.00', '80.00', '0.00', '20.00'] },
    { day: '2012-07-02', why: 'a part comes in', figures: ['100.00', '30.00', '50.00', '0.00', '20.00'] },
    {
      day: '2012-11-30',
      why: 'a part is written off',
      figures: ['100.00', '30.00', '40.00', '0.00', '30.00'],
    },
    {
      day: '2013-02-01',
      why: 'a dearer budget is approved',
      figures: ['120.00', '30.00', '40.00', '0.00', '50.00'],
    },
    {
      day: '2013-06-01',
      why: 'the rest is cancelled',
      figures: ['120.00', '30.00', '0.00', '0.00', '90.00'],
    },
  ])('moves on $day, when $why', ({ day, figures }) => {
    const [byTheme] = answers(portfolio, { programme: 'JWP', asOf: day, currency: 'USD' });
    const { requirement, received, committed, pledged, gap } = byTheme?.total ?? {};
    expect([requirement, received, committed, pledged, gap]).toEqual(figures);
  });

  it('is converted at the rate of its own day: what is outstanding moves with the rate, what came in does not', () => {
    const inEuros = {
      ...portfolio,
      budgets: portfolio.budgets.slice(0, 1),
      pledges: portfolio.pledges.map((pledge) => ({
        ...pledge,
        currency: 'EUR',
        cancelledOn: null,
        writeOffs: [],
      })),
    };
    const on = (asOf: string) => answers(inEuros, { programme: 'JWP', asOf, currency: 'USD' })[0]?.total;
    expect(on('2012-12-31')).toMatchObject({
      received: '37.50',
      committed: '62.50',
      gap: '0.00',
      surplus: '0.00',
    });
    expect(on('2013-01-01')).toMatchObject({
      received: '37.50',
      committed: '62.50',
      gap: '0.00',
      surplus: '4.17',
    });
  });
});
