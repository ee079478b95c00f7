import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivityFacts, BudgetFacts } from '#app/domain/facts.ts';
import { MissingRateError, makeRateBook } from '#app/domain/rates.ts';
import { activityRequirements, yearRequirements } from '#app/domain/requirement.ts';
import {
  budgetByYear,
  EXCHANGE_RATES,
  factsOf,
  makeActivity,
  makePortfolio,
} from '../../support/portfolios.ts';

const rates = makeRateBook('USD', EXCHANGE_RATES);

function budgetFacts(given: Partial<BudgetFacts> = {}): BudgetFacts {
  return {
    version: 1,
    currency: 'USD',
    rateDate: '2012-02-01',
    pscRate: '0.13',
    directs: [{ year: 2012, directMinor: 10_000n }],
    ...given,
  };
}

describe('the requirement of a year', () => {
  it('is direct cost and PSC together', () => {
    expect(yearRequirements(budgetFacts(), { rates, currency: 'USD' })).toEqual([
      { year: 2012, directMinor: 10_000n, pscMinor: 1_300n, requirementMinor: 11_300n },
    ]);
  });

  it('is converted at the rate date of the budget, not of the year it falls in', () => {
    const budget = budgetFacts({
      currency: 'EUR',
      pscRate: '0',
      rateDate: '2012-12-31',
      directs: [2012, 2013, 2014].map((year) => ({ year, directMinor: 8_000n })),
    });
    const years = yearRequirements(budget, { rates, currency: 'USD' });
    expect(years.map(({ requirementMinor }) => requirementMinor)).toEqual([10_000n, 10_000n, 10_000n]);
    const later = yearRequirements({ ...budget, rateDate: '2013-01-01' }, { rates, currency: 'USD' });
    expect(later.map(({ requirementMinor }) => requirementMinor)).toEqual([10_667n, 10_667n, 10_667n]);
  });

  it('is converted once as direct cost plus PSC, not each by itself', () => {
    const budget = budgetFacts({
      currency: 'EUR',
      rateDate: '2013-01-01',
      directs: [{ year: 2012, directMinor: 10n }],
    });
    // 0.10 + 0.01 EUR ÷ 0.75 = 0.14666…; apart they would be 0.13333… + 0.01333… = 0.13 + 0.01.
    expect(yearRequirements(budget, { rates, currency: 'USD' })).toEqual([
      { year: 2012, directMinor: 10n, pscMinor: 1n, requirementMinor: 15n },
    ]);
  });

  it('is not converted where the budget is in the reporting currency, even without a rate', () => {
    const budget = budgetFacts({ currency: 'GBP' });
    const [year] = yearRequirements(budget, { rates, currency: 'GBP' });
    expect(year?.requirementMinor).toBe(11_300n);
    expect(() => yearRequirements(budget, { rates, currency: 'USD' })).toThrow(MissingRateError);
  });

  it.each([
    { currency: 'USD', requirement: 11_300n },
    { currency: 'EUR', requirement: 9_040n },
    { currency: 'JPY', requirement: 9_040n },
    { currency: 'KWD', requirement: 31_640n },
  ])('of 113.00 USD is $requirement minor units of $currency', ({ currency, requirement }) => {
    const [year] = yearRequirements(budgetFacts(), { rates, currency });
    expect(year?.requirementMinor).toBe(requirement);
  });

  it('is worked out and rounded for each year by itself, whatever the other years cost', () => {
    const anyDirects = fc.array(fc.bigInt({ min: 0n, max: 100_000n }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyDirects, (costs) => {
        const directs = costs.map((directMinor, index) => ({ year: 2012 + index, directMinor }));
        const budget = budgetFacts({ currency: 'EUR', directs });
        const years = yearRequirements(budget, { rates, currency: 'USD' });
        for (const [index, { directMinor }] of directs.entries()) {
          const alone = yearRequirements(
            { ...budget, directs: [{ year: 1, directMinor }] },
            { rates, currency: 'USD' },
          );
          expect(years[index]?.requirementMinor).toBe(alone[0]?.requirementMinor);
        }
      }),
    );
  });
});

describe('the requirement of an activity', () => {
  const requirementOf = (given: Partial<Parameters<typeof makeActivity>[0]>, hasBudget = true) => {
    const portfolio = makePortfolio({
      activities: [makeActivity({ code: 'B8', ...given })],
      budgets: hasBudget ? [budgetByYear('B8', { 2012: 10_000n, 2013: 5_000n })] : [],
    });
    const facts = factsOf(portfolio);
    const years = activityRequirements(facts.activities[0] as ActivityFacts, facts);
    return years.map(({ year, requirementMinor }) => [year, requirementMinor]);
  };
  const both = [
    [2012, 10_000n],
    [2013, 5_000n],
  ];

  it.each([
    {
      sentence: 'with external funding is what its budget says',
      given: { funding: 'external' },
      years: both,
    },
    { sentence: 'with partial funding is the same', given: { funding: 'partial' }, years: both },
    {
      sentence: 'of the core budget is still there where its budget has external lines',
      given: { funding: 'core' },
      years: both,
    },
    { sentence: 'that is completed is still there', given: { status: 'completed' }, years: both },
    { sentence: 'that is on hold is still there', given: { status: 'on-hold' }, years: both },
    { sentence: 'that is cancelled is none', given: { status: 'cancelled' }, years: [] },
  ] as const)('$sentence', ({ given, years }) => {
    expect(requirementOf(given)).toEqual(years);
  });

  it('without a budget in force is none that could be stated', () => {
    expect(requirementOf({}, false)).toEqual([]);
  });
});
