import { describe, expect, it } from 'vitest';
import { BUDGET_CATEGORIES } from '#app/domain/budget.ts';
import { DONOR_TYPES } from '#app/domain/donor.ts';
import { OPEN_STAGES, PROSPECT_STAGES } from '#app/domain/prospect.ts';
import { demonstration, TODAY } from './demonstration-portfolio.ts';

const { budgets, donors, exchangeRates, pledges, prospects } = demonstration;
const unique = <T>(values: readonly T[]) => [...new Set(values)];
const budgetsOf = (code: string) => budgets.filter(({ activity }) => activity === code);

describe('the demonstration data: what they are', () => {
  it('say that they are demonstration data', () => {
    expect(demonstration.demonstration).toBe(true);
  });

  it('add nothing to the real programme itself', () => {
    const { programmes, themes, speciesProgrammes, activities } = demonstration;
    expect([programmes, themes, speciesProgrammes, activities]).toEqual([[], [], [], []]);
  });

  it('have donors of every type, each named as fictitious and of no real country', () => {
    expect(unique(donors.map(({ type }) => type)).sort()).toEqual([...DONOR_TYPES].sort());
    expect(donors.filter(({ name }) => !/fictitious/i.test(name))).toEqual([]);
    expect(donors.filter(({ country }) => country !== null)).toEqual([]);
  });

  it('have donors that cap PSC at 7 % and at 8 %', () => {
    const caps = unique(donors.map(({ pscCap }) => pscCap));
    expect(caps).toEqual(expect.arrayContaining(['0.07', '0.08', null]));
  });

  it.each(['EUR', 'GBP', 'CHF'])('have rates of %s for every year of the programme and for today', (code) => {
    const froms = exchangeRates.filter(({ currency }) => currency === code).map(({ from }) => from);
    for (const year of ['2011', '2012', '2013', '2014', '2026']) {
      expect(froms.some((from) => from.startsWith(year))).toBe(true);
    }
    expect(froms.every((from) => from <= TODAY)).toBe(true);
  });
});

describe('the demonstration data: budgets', () => {
  it('leave B5 without any', () => {
    expect(budgetsOf('B5')).toEqual([]);
  });

  it.each(['B1', 'B8', 'B10', 'B13'])('have an approved one for %s, which waits for donors', (code) => {
    expect(budgetsOf(code).filter(({ status }) => status === 'approved')).toHaveLength(1);
  });

  it('have a superseded version beside an approved one, and drafts beside and without one', () => {
    const versions = (code: string) => budgetsOf(code).map(({ status }) => status);
    expect(versions('B1')).toEqual(['superseded', 'approved']);
    expect(versions('B13')).toEqual(['approved', 'draft']);
    expect(versions('A5')).toEqual(['draft']);
  });

  it('ask donors for the last of the four items of B1 alone', () => {
    const lines = budgetsOf('B1').flatMap(({ lines }) => lines);
    const items = (isMeant: (funding: string) => boolean) =>
      unique(lines.filter(({ funding }) => isMeant(funding)).map(({ item }) => item));
    expect(items((funding) => funding === 'external')).toEqual(['d']);
    expect(items((funding) => funding === 'core')).toEqual(['a', 'b', 'c']);
  });

  it('use three currencies, several PSC rates, every category and every funding of a line', () => {
    const lines = budgets.flatMap(({ lines }) => lines);
    expect(unique(budgets.map(({ currency }) => currency)).sort()).toEqual(['CHF', 'EUR', 'USD']);
    expect(unique(budgets.map(({ pscRate }) => pscRate)).sort()).toEqual(['0.07', '0.08', '0.13']);
    expect(unique(lines.map(({ category }) => category)).sort()).toEqual([...BUDGET_CATEGORIES].sort());
    expect(unique(lines.map(({ funding }) => funding)).sort()).toEqual(['core', 'external', 'in-kind']);
  });
});

describe('the demonstration data: prospects', () => {
  const open = prospects.filter(({ stage }) => OPEN_STAGES.some((one) => one === stage));
  const named = pledges.map(({ prospect }) => prospect);

  it('stand at every stage', () => {
    expect(unique(prospects.map(({ stage }) => stage)).sort()).toEqual([...PROSPECT_STAGES].sort());
  });

  it('come in every currency of the pledges, each in that of its donor', () => {
    expect(unique(prospects.map(({ currency }) => currency)).sort()).toEqual(['CHF', 'EUR', 'GBP', 'USD']);
    for (const { code, donor, currency } of [...prospects, ...pledges]) {
      expect(donors.find((candidate) => candidate.code === donor)?.currency, code).toBe(currency);
    }
  });

  it('have asks for one activity and for several', () => {
    expect(unique(prospects.map(({ asks }) => asks.length)).sort()).toEqual([1, 2]);
  });

  it('have the won one named by the pledge of the same donor', () => {
    const won = prospects.filter(({ stage }) => stage === 'won');
    expect(won).toHaveLength(1);
    const pledge = pledges.find(({ prospect }) => prospect === won[0]?.code);
    expect(pledge?.donor).toBe(won[0]?.donor);
    expect(named.filter((code) => code !== null)).toHaveLength(1);
  });

  it('have own probabilities, 0 among them', () => {
    const own = open.map(({ probability }) => probability).filter((probability) => probability !== null);
    expect(own).toEqual(['0.02', '0.75', '0']);
  });

  it('have a next step wherever they are open', () => {
    expect(open.filter(({ nextStep }) => nextStep === null)).toEqual([]);
  });

  it.each(['2013-06-30', '2026-12-31', '2030-01-01'])('on %s are stale in part only', (asOf) => {
    const known = open.filter(({ createdOn }) => createdOn <= asOf);
    const stale = known.filter(({ decisionBy }) => decisionBy !== null && decisionBy < asOf);
    expect(stale.length).toBeGreaterThan(0);
    expect(known.length - stale.length).toBeGreaterThanOrEqual(5);
  });
});
