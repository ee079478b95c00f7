import { describe, expect, it } from 'vitest';
import { fundingGap } from '#app/domain/gap.ts';
import { gapRows } from '#app/domain/gap-rows.ts';
import {
  speciesActivities,
  themeActivities,
  unbudgetedActivities,
  yearActivities,
} from '#app/domain/group-rows.ts';
import {
  budgetByYear,
  factsOf,
  makeActivity,
  makePledge,
  makePortfolio,
  sharesOf,
} from '../../support/portfolios.ts';

const report = fundingGap(
  factsOf(
    makePortfolio({
      activities: [
        makeActivity({ code: 'B10', species: sharesOf({ 'saiga-antelope': 100 }) }),
        makeActivity({ code: 'B9', species: sharesOf({ sharks: 50, 'marine-turtles': 50 }) }),
        makeActivity({ code: 'A1', theme: 'A' }),
        makeActivity({ code: 'B5' }),
      ],
      budgets: [
        budgetByYear('B10', { 2013: 9_000n, 2014: 1_000n }),
        budgetByYear('B9', { 2012: 101n }),
        budgetByYear('A1', { 2013: 700n }),
      ],
      pledges: [
        makePledge({
          amountMinor: 33n,
          committedOn: '2012-04-01',
          allocations: [{ activity: 'B9', year: null, amountMinor: 33n }],
        }),
      ],
    }),
  ),
);

describe('the activities of a group', () => {
  it('whose requirement is unknown are named', () => {
    expect(unbudgetedActivities(report)).toEqual([{ code: 'B5', title: 'Activity B5' }]);
  });

  it('of a theme come in natural order, the unbudgeted ones named', () => {
    const group = themeActivities(report, 'B');
    expect(group.rows.map(({ key }) => key)).toEqual(['B5', 'B9', 'B10']);
    expect(group.unbudgeted).toEqual([{ code: 'B5', title: 'Activity B5' }]);
    expect(group.shared).toEqual([]);
  });

  it.each(['theme', 'species'] as const)('add up to each row by %s', (by) => {
    const activitiesOf = by === 'theme' ? themeActivities : speciesActivities;
    for (const { key, label: _label, unbudgeted, ...figures } of gapRows(report, by)) {
      const group = activitiesOf(report, key);
      expect(group.total).toEqual(figures);
      expect(group.unbudgeted.map(({ code }) => code)).toEqual(unbudgeted);
    }
  });

  it('of a species programme count with their share and say so', () => {
    const { rows, shared } = speciesActivities(report, 'sharks');
    expect(rows.map(({ key, requirementMinor }) => [key, requirementMinor])).toEqual([['B9', 50n]]);
    expect(shared).toEqual(['B9']);
  });

  it('of no species programme are the cross-cutting ones', () => {
    expect(speciesActivities(report, 'cross-cutting').rows.map(({ key }) => key)).toEqual(['A1', 'B5']);
  });

  it('of a year are those with a requirement in it, and add up to the row of the year', () => {
    const { rows, total } = yearActivities(report, 2013);
    expect(rows.map(({ key, requirementMinor }) => [key, requirementMinor])).toEqual([
      ['A1', 700n],
      ['B10', 9_000n],
    ]);
    const year = gapRows(report, 'year').find(({ key }) => key === '2013');
    expect(total.gapMinor).toBe(year?.gapMinor);
    expect(total.requirementMinor).toBe(9_700n);
  });
});
