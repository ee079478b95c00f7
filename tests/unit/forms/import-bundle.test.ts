import { describe, expect, test } from 'vitest';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { type Changes, changedBundle } from '../../support/bundles.ts';

function prepared(changes: Changes, current: Portfolio | null = null) {
  const result = prepareImport(changedBundle(changes), current);
  if (!result.ok)
    throw new Error(result.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return result;
}

const problemsOf = (text: string, current: Portfolio | null) => {
  const result = prepareImport(text, current);
  return result.ok ? [] : result.problems;
};

const EXAMPLE = prepared({}).portfolio;
const ONLY = (lists: object) =>
  JSON.stringify({ format: 'portfolio-bundle', version: 1, baseCurrency: 'USD', ...lists });

describe('the programme of a budget or ask', () => {
  test('is the only one that has the activity', () => {
    const { budgets, prospects } = EXAMPLE;
    expect(budgets.map(({ programme }) => programme)).toEqual(['JWP', 'JWP']);
    expect(prospects[0]?.asks.map(({ programme }) => programme)).toEqual(['JWP', 'NEXT']);
  });

  test('is found among the activities that the portfolio had before', () => {
    const budget = {
      ...{ activity: 'C1', version: 1, status: 'draft', rateDate: '2012-02-01' },
      currency: 'USD',
      pscRate: '0',
    };
    const result = prepareImport(ONLY({ budgets: [budget] }), EXAMPLE);
    expect(result).toMatchObject({
      ok: true,
      portfolio: { budgets: [{ programme: 'JWP', activity: 'C1' }] },
    });
  });

  test('must be said once a second programme has the activity', () => {
    const [, , , second] = EXAMPLE.activities;
    const activity = {
      programme: 'NEXT',
      code: 'B8',
      theme: 'N',
      title: 'x',
      funding: 'core',
      status: 'planned',
    };
    const budget = {
      ...{ activity: 'B8', version: 9, status: 'draft', rateDate: '2012-02-01' },
      currency: 'USD',
      pscRate: '0',
    };
    expect(second?.programme).toBe('NEXT');
    expect(problemsOf(ONLY({ activities: [activity], budgets: [budget] }), EXAMPLE)).toEqual([
      {
        path: 'budgets[0].activity',
        message: expect.stringContaining('several programmes have an activity B8 (JWP, NEXT)'),
      },
    ]);
  });
});

describe('an import into a portfolio', () => {
  test('changes nothing the second time', () => {
    expect(prepared({}, EXAMPLE).merged).toEqual(EXAMPLE);
  });

  test('answers with what is to be saved and with the whole', () => {
    const donor = { code: 'east', name: 'Eastern fund (fictitious)', type: 'ngo' };
    const result = prepareImport(ONLY({ donors: [donor] }), EXAMPLE);
    expect(result).toMatchObject({
      ok: true,
      portfolio: { donors: [{ code: 'east' }], pledges: [] },
      merged: { donors: [{ code: 'north' }, { code: 'south' }, { code: 'east' }], demonstration: true },
    });
  });

  test('is refused for what it breaks in records that are there already', () => {
    const [{ items: _, ...activity }] = JSON.parse(changedBundle({})).activities;
    const problems = problemsOf(
      ONLY({ activities: [{ ...activity, species: [{ code: 'saiga', share: '1' }] }] }),
      EXAMPLE,
    );
    expect(problems).toEqual([
      { path: '(portfolio) budgets[JWP B8 1].lines[0].item', message: 'unknown item a of activity B8' },
      {
        path: '(portfolio) pledges[PL-1].allocations[0].activity',
        message: 'the earmark names no species programme of B8',
      },
      {
        path: '(portfolio) pledges[PL-1].allocations[1].activity',
        message: 'the earmark names no species programme of B8',
      },
    ]);
  });

  test('is refused for a second approved version beside one that is there', () => {
    const budget = JSON.parse(changedBundle({})).budgets[0];
    const later = { ...budget, version: 3, approvedOn: '2013-01-01', lines: [] };
    expect(problemsOf(ONLY({ budgets: [later] }), EXAMPLE)).toEqual([
      { path: 'budgets[0].status', message: 'version 1 of B8 is approved too: only one version can be' },
    ]);
    expect(
      prepareImport(ONLY({ budgets: [{ ...budget, status: 'superseded' }, later] }), EXAMPLE),
    ).toMatchObject({ ok: true });
  });

  test('is refused for another base currency, without a list of rates that would then be missing', () => {
    const text = changedBundle({ baseCurrency: 'CHF', 'exchangeRates[2].unitsPerBase': '1' });
    expect(problemsOf(text, EXAMPLE)).toEqual([
      { path: 'baseCurrency', message: "the portfolio's base currency is USD, not CHF" },
    ]);
  });

  test('may choose the base currency of an empty portfolio', () => {
    const result = prepareImport(ONLY({ baseCurrency: 'CHF' }), null);
    const empty = result.ok ? result.portfolio : null;
    expect(prepareImport(ONLY({}), empty)).toMatchObject({ ok: true, merged: { baseCurrency: 'USD' } });
  });
});

describe('a value that cannot be read', () => {
  const pathsOf = (changes: Changes) => problemsOf(changedBundle(changes), null).map(({ path }) => path);

  test('does not keep other problems of its record and of others from being found', () => {
    expect(
      pathsOf({
        'pledges[0].amount': 50000,
        'pledges[0].donor': 'west',
        'pledges[0].receipts[0].date': '2012-01-01',
        'pledges[1].prospect': 'PR-9',
        'themes[1].code': '',
      }),
    ).toEqual([
      'themes[1].code',
      'pledges[0].amount',
      'activities[1].theme',
      'activities[2].theme',
      'pledges[0].donor',
      'pledges[0].receipts[0].date',
      'pledges[1].prospect',
    ]);
  });

  test.each<[string, Changes, string[]]>([
    ['an amount with allocations', { 'pledges[0].amount': '1e3' }, ['pledges[0].amount']],
    [
      'an allocation under an earmark',
      { 'pledges[0].allocations[0].activity': 7 },
      ['pledges[0].allocations[0].activity'],
    ],
    ['an earmark with years', { 'pledges[0].earmark.years[0]': '2012' }, ['pledges[0].earmark.years[0]']],
    ['the date of a pledge', { 'pledges[0].date': 'May' }, ['pledges[0].date']],
    ['the date of a receipt', { 'pledges[0].receipts[0].date': 'May' }, ['pledges[0].receipts[0].date']],
    ['the currency of a pledge', { 'pledges[0].currency': 'euro' }, ['pledges[0].currency']],
    ['the programme of a pledge', { 'pledges[0].programme': null }, ['pledges[0].programme']],
    ['the status of a budget', { 'budgets[0].status': 'final' }, ['budgets[0].status']],
    ['the approval of a budget', { 'budgets[0].approvedOn': 'May' }, ['budgets[0].approvedOn']],
    ['the activity of a budget', { 'budgets[1].activity': null }, ['budgets[1].activity']],
    ['the version of a budget', { 'budgets[1].version': '1' }, ['budgets[1].version']],
    ['the theme of an activity', { 'activities[0].theme': '' }, ['activities[0].theme']],
    ['an item', { 'activities[0].items[0].code': 1 }, ['activities[0].items[0].code']],
    ['a species programme', { 'activities[0].species[0].code': 1 }, ['activities[0].species[0].code']],
    ['a share', { 'activities[0].species[0].share': 0.75 }, ['activities[0].species[0].share']],
    ['a timeframe', { 'activities[0].timeframe.startYear': '2012' }, ['activities[0].timeframe.startYear']],
    [
      'two codes',
      { 'prospects[1].code': 1, 'donors[1]': 0, 'pledges[1].donor': 'north', 'prospects[1].donor': 'north' },
      ['donors[1]', 'prospects[1].code'],
    ],
    ['the list of donors', { donors: 'none' }, ['donors']],
    ['the list of rates', { exchangeRates: {} }, ['exchangeRates']],
    ['the list of activities', { activities: 1 }, ['activities']],
    ['the base currency', { baseCurrency: 'dollar' }, ['baseCurrency']],
  ])('%s is named without what would only follow from it', (_, changes, paths) => {
    expect(pathsOf(changes)).toEqual(paths);
  });
});
