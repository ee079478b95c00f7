import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Donor } from '#app/domain/donor.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { isEmptyPortfolio, mergePortfolios } from '#app/domain/portfolio-merge.ts';

const EMPTY: Portfolio = {
  ...{ baseCurrency: 'USD', demonstration: false, exchangeRates: [], programmes: [], themes: [] },
  ...{ speciesProgrammes: [], activities: [], budgets: [], donors: [], prospects: [], pledges: [] },
};

const donor = (code: string, name: string): Donor => ({
  ...{ code, name, type: 'other', country: null, currency: null, pscCap: null },
  interests: { themes: [], species: [] },
});

test('a record replaces the one with its code in its place, and new ones follow', () => {
  const current = { ...EMPTY, donors: [donor('a', 'old'), donor('b', 'old')] };
  const incoming = { ...EMPTY, donors: [donor('c', 'new'), donor('a', 'new')] };
  expect(mergePortfolios(current, incoming).donors).toEqual([
    donor('a', 'new'),
    donor('b', 'old'),
    donor('c', 'new'),
  ]);
});

test('themes of two programmes with one code are two themes', () => {
  const themes = ['P', 'Q'].map((programme) => ({ programme, code: 'A', title: programme }));
  const merged = mergePortfolios(
    { ...EMPTY, themes: themes.slice(0, 1) },
    { ...EMPTY, themes: themes.slice(1) },
  );
  expect(merged.themes).toEqual(themes);
});

test('codes with spaces in them are not mixed up', () => {
  const current = { ...EMPTY, themes: [{ programme: 'a b', code: 'c', title: '1' }] };
  const incoming = { ...EMPTY, themes: [{ programme: 'a', code: 'b c', title: '2' }] };
  expect(mergePortfolios(current, incoming).themes).toHaveLength(2);
});

test('a rate is told by currency and day', () => {
  const rate = (from: string, unitsPerBase: string) => ({ currency: 'EUR', from, unitsPerBase });
  const current = { ...EMPTY, exchangeRates: [rate('2012-01-01', '0.7'), rate('2012-02-01', '0.8')] };
  const merged = mergePortfolios(current, { ...EMPTY, exchangeRates: [rate('2012-02-01', '0.9')] });
  expect(merged.exchangeRates).toEqual([rate('2012-01-01', '0.7'), rate('2012-02-01', '0.9')]);
});

test('demonstration data stay marked when real data are added', () => {
  expect(mergePortfolios({ ...EMPTY, demonstration: true }, EMPTY).demonstration).toBe(true);
  expect(mergePortfolios(EMPTY, EMPTY).demonstration).toBe(false);
});

test('a portfolio without a record is empty, whatever its base currency', () => {
  expect(isEmptyPortfolio(EMPTY)).toBe(true);
  expect(isEmptyPortfolio({ ...EMPTY, donors: [donor('a', 'x')] })).toBe(false);
});

test('merging twice is merging once', () => {
  const donors = fc.uniqueArray(fc.record({ code: fc.constantFrom('a', 'b', 'c'), name: fc.string() }), {
    selector: ({ code }) => code,
  });
  const portfolios = donors.map((list) => ({
    ...EMPTY,
    donors: list.map(({ code, name }) => donor(code, name)),
  }));
  fc.assert(
    fc.property(portfolios, portfolios, (current, incoming) => {
      const once = mergePortfolios(current, incoming);
      expect(mergePortfolios(once, incoming)).toEqual(once);
      expect(mergePortfolios(once, once)).toEqual(once);
    }),
  );
});
