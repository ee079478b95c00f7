import { describe, expect, test } from 'vitest';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { checkPortfolio } from '#app/domain/portfolio-check.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { type Changes, changedBundle } from '../support/bundles.ts';

const EARMARK = 'pledges[0].earmark';
const ALLOCATION = 'pledges[0].allocations[0]';

/** What is wrong between records, how to make it so, and each problem's path with words of its message. */
const REFUSALS: readonly [string, Changes, ...(readonly [string, string])[]][] = [
  [
    'a rate of the base currency other than 1',
    { 'exchangeRates[2].unitsPerBase': '1.01' },
    ['exchangeRates[2].unitsPerBase', 'the base currency USD is 1'],
  ],
  [
    'two rates of a currency from one day',
    { 'exchangeRates[3]': { currency: 'EUR', from: '2012-01-01', unitsPerBase: '2' } },
    ['exchangeRates[3].from', 'given in exchangeRates[0] already'],
  ],
  [
    'a programme that ends before it starts',
    { 'programmes[1].endYear': 2014 },
    ['programmes[1].endYear', 'before it starts in 2015'],
  ],
  [
    'two programmes with one code',
    { 'programmes[2]': { code: 'JWP', title: 'x', startYear: 2012, endYear: 2014 } },
    ['programmes[2].code', 'duplicate: JWP'],
  ],
  [
    'a theme of an unknown programme',
    { 'themes[3]': { programme: 'OLD', code: 'B', title: 'x' } },
    ['themes[3].programme', 'unknown programme OLD'],
  ],
  [
    'two themes of a programme with one code',
    { 'themes[3]': { programme: 'JWP', code: 'B', title: 'x' } },
    ['themes[3].code', 'duplicate: JWP B'],
  ],
  [
    'two species programmes with one code',
    { 'speciesProgrammes[2]': { code: 'sharks', name: 'x', status: 'other' } },
    ['speciesProgrammes[2].code', 'duplicate: sharks'],
  ],

  [
    'an activity of an unknown programme',
    { 'activities[1].programme': 'OLD', 'pledges[1].allocations': [] },
    ['activities[1].programme', 'unknown programme OLD'],
  ],
  [
    'a theme of another programme',
    { 'activities[1].theme': 'N' },
    ['activities[1].theme', 'unknown theme N in programme JWP'],
  ],
  [
    'two activities of a programme with one code',
    { 'activities[1].code': 'X1', 'pledges[1].allocations': [] },
    ['activities[2].code', 'duplicate: JWP X1'],
  ],
  [
    'an unknown species programme',
    { 'activities[0].species[1].code': 'otters' },
    ['activities[0].species[1].code', 'unknown species programme otters'],
  ],
  [
    'a species programme twice in an activity',
    { 'activities[0].species[1].code': 'sharks' },
    ['activities[0].species[1].code', 'duplicate'],
  ],
  [
    'shares below 1',
    { 'activities[0].species[1].share': '0.249999' },
    ['activities[0].species', 'the shares add up to 0.999999, not 1'],
  ],
  [
    'shares above 1',
    { 'activities[0].species[1].share': '0.3' },
    ['activities[0].species', 'the shares add up to 1.050000, not 1'],
  ],
  [
    'a single share of 0',
    { 'activities[0].species': [{ code: 'sharks', share: '0' }] },
    ['activities[0].species', 'add up to 0.000000'],
  ],
  [
    'two items with one code',
    { 'activities[0].items[1].code': 'a' },
    ['activities[0].items[1].code', 'duplicate'],
  ],
  [
    'an activity that ends before it starts',
    { 'activities[0].timeframe.endYear': 2011 },
    ['activities[0].timeframe.endYear', 'before it starts in 2012'],
  ],

  [
    'a budget of an unknown activity',
    { 'budgets[1].activity': 'B99' },
    ['budgets[1].activity', 'unknown activity B99'],
  ],
  [
    'a budget of an activity of another programme',
    { 'budgets[0].programme': 'NEXT' },
    ['budgets[0].activity', 'unknown activity B8 in programme NEXT'],
  ],
  [
    'a budget of an unknown programme',
    { 'budgets[0].programme': 'OLD' },
    ['budgets[0].programme', 'unknown programme OLD'],
  ],
  [
    'a budget of an activity that two programmes have',
    { 'budgets[1].activity': 'X1' },
    ['budgets[1].activity', 'several programmes have an activity X1 (JWP, NEXT)'],
  ],
  [
    'two budgets with one version',
    { 'budgets[1].version': 1 },
    ['budgets[1].version', 'given in budgets[0] already'],
  ],
  [
    'an approved version without its date',
    { 'budgets[0].approvedOn': null },
    ['budgets[0].approvedOn', 'approved needs its approval date'],
  ],
  [
    'a superseded version without its date',
    { 'budgets[1].status': 'superseded' },
    ['budgets[1].approvedOn', 'superseded needs its approval date'],
  ],
  [
    'a draft with an approval date',
    { 'budgets[1].approvedOn': '2013-03-01' },
    ['budgets[1].approvedOn', 'a draft has no approval date'],
  ],
  [
    'a rate date after the approval',
    { 'budgets[0].rateDate': '2012-02-02' },
    ['budgets[0].rateDate', '2012-02-02 is after the approval on 2012-02-01'],
  ],
  [
    'two approved versions',
    { 'budgets[1].status': 'approved', 'budgets[1].approvedOn': '2013-03-01' },
    ['budgets[1].status', 'version 1 of B8 is approved too'],
  ],
  [
    'two approvals on one day',
    {
      'budgets[1].status': 'superseded',
      'budgets[1].approvedOn': '2012-02-01',
      'budgets[1].rateDate': '2012-01-15',
    },
    ['budgets[1].approvedOn', 'version 1 of B8 was approved on 2012-02-01, too'],
  ],
  [
    'a budget before the first rate',
    { 'budgets[0].rateDate': '2011-12-31' },
    ['budgets[0].rateDate', 'no exchange rate for EUR on 2011-12-31'],
  ],
  [
    'a budget in a currency without rates',
    { 'budgets[1].currency': 'CHF' },
    ['budgets[1].rateDate', 'no exchange rate for CHF on 2013-02-01: the portfolio has none'],
  ],
  [
    'a line for an item that the activity lacks',
    { 'budgets[0].lines[0].item': 'z' },
    ['budgets[0].lines[0].item', 'unknown item z of activity B8'],
  ],
  [
    'a line above what can be added up',
    { 'budgets[0].lines[0].quantity': '9999999999' },
    ['budgets[0].lines[0].quantity', 'above 10000000000000.00 EUR'],
  ],

  [
    'two donors with one code',
    { 'donors[1].code': 'north', 'prospects[1].donor': 'north', 'pledges[1].donor': 'north' },
    ['donors[1].code', 'duplicate: north'],
  ],
  [
    'an interest in an unknown theme',
    { 'donors[0].interests.themes[1]': 'Z' },
    ['donors[0].interests.themes[1]', 'unknown theme Z'],
  ],
  [
    'an interest in an unknown species programme',
    { 'donors[0].interests.species[0]': 'otters' },
    ['donors[0].interests.species[0]', 'unknown species programme otters'],
  ],
  [
    'an interest named twice',
    { 'donors[0].interests.themes[1]': 'B' },
    ['donors[0].interests.themes[1]', 'duplicate'],
  ],

  ['two prospects with one code', { 'prospects[1].code': 'PR-1' }, ['prospects[1].code', 'duplicate: PR-1']],
  [
    'a prospect of an unknown donor',
    { 'prospects[1].donor': 'west' },
    ['prospects[1].donor', 'unknown donor west'],
  ],
  [
    'a prospect before the first rate',
    { 'prospects[1].currency': 'JPY' },
    ['prospects[1].createdOn', 'JPY on 2012-03-01: the first one is from 2012-06-01'],
  ],
  [
    'an ask for an unknown activity',
    { 'prospects[0].asks[0].activity': 'B99' },
    ['prospects[0].asks[0].activity', 'unknown activity B99'],
  ],
  [
    'an ask for an activity that two programmes have',
    { 'prospects[0].asks[1].programme': null },
    ['prospects[0].asks[1].activity', 'several programmes'],
  ],
  [
    'an ask in a programme without the activity',
    { 'prospects[0].asks[0].programme': 'NEXT' },
    ['prospects[0].asks[0].activity', 'unknown activity B8 in programme NEXT'],
  ],
  [
    'an ask in an unknown programme',
    { 'prospects[0].asks[1].programme': 'OLD' },
    ['prospects[0].asks[1].programme', 'unknown programme OLD'],
  ],

  ['two pledges with one code', { 'pledges[1].code': 'PL-1' }, ['pledges[1].code', 'duplicate: PL-1']],
  [
    'a pledge in an unknown programme',
    { 'pledges[0].programme': 'OLD' },
    ['pledges[0].programme', 'unknown programme OLD'],
  ],
  [
    'a pledge of an unknown donor',
    { 'pledges[0].donor': 'west' },
    ['pledges[0].donor', 'unknown donor west'],
  ],
  [
    'a pledge from an unknown prospect',
    { 'pledges[0].prospect': 'PR-9' },
    ['pledges[0].prospect', 'unknown prospect PR-9'],
  ],
  [
    'a pledge of 0',
    { 'pledges[1].amount': '0', 'pledges[1].allocations': [] },
    ['pledges[1].amount', 'a pledge cannot be 0'],
  ],
  [
    'a commitment before the pledge',
    { 'pledges[0].committedOn': '2012-04-09' },
    ['pledges[0].committedOn', '2012-04-09 is before the date of the pledge, 2012-04-10'],
  ],
  [
    'a cancellation before the pledge',
    { 'pledges[0].cancelledOn': '2012-04-09' },
    ['pledges[0].cancelledOn', 'before the date of the pledge'],
  ],
  [
    'a receipt before the pledge',
    { 'pledges[0].receipts[0].date': '2012-04-09' },
    ['pledges[0].receipts[0].date', 'before the date of the pledge'],
  ],
  [
    'a write-off before the pledge',
    { 'pledges[0].writeOffs[0].date': '2012-04-09' },
    ['pledges[0].writeOffs[0].date', 'before the date of the pledge'],
  ],
  [
    'a pledge before the first rate',
    { 'pledges[1].date': '2012-05-31' },
    ['pledges[1].date', 'no exchange rate for JPY on 2012-05-31'],
  ],
  [
    'a receipt before the first rate',
    { 'pledges[1].date': '2012-05-31', 'pledges[1].receipts': [{ date: '2012-05-31', amount: '1' }] },
    ['pledges[1].date', 'JPY'],
    ['pledges[1].receipts[0].date', 'no exchange rate for JPY on 2012-05-31'],
  ],
  [
    'allocations above the amount',
    { [`${ALLOCATION}.amount`]: '20000.01' },
    ['pledges[0].allocations', "50000.01 are above the pledge's amount of 50000.00"],
  ],
  [
    'an allocation twice for one activity and year',
    { [`${ALLOCATION}.year`]: 2013 },
    ['pledges[0].allocations[1]', 'twice for one activity and year'],
  ],
  [
    'an allocation twice for one activity',
    { 'pledges[1].allocations[1]': { activity: 'C1', amount: '0' } },
    ['pledges[1].allocations[1]', 'twice for one activity and year'],
  ],
  [
    'an allocation to an unknown activity',
    { 'pledges[1].allocations[0].activity': 'C9' },
    ['pledges[1].allocations[0].activity', 'unknown activity C9 in programme JWP'],
  ],
  [
    'an allocation to an activity that is not earmarked',
    {
      [`${EARMARK}`]: { activities: ['C1'] },
      'pledges[0].allocations[1]': undefined,
      'pledges[0].allocations': [{ activity: 'B8', amount: '1' }],
    },
    ['pledges[0].allocations[0].activity', 'B8 is not an activity of the earmark'],
  ],
  [
    'an allocation outside the earmarked theme',
    { [`${EARMARK}.themes`]: ['C'] },
    ['pledges[0].allocations[0].activity', 'does not name theme B of B8'],
    ['pledges[0].allocations[1].activity', 'theme B'],
  ],
  [
    'an allocation outside the earmarked species',
    { 'activities[0].species': [{ code: 'saiga', share: '1' }] },
    ['pledges[0].allocations[0].activity', 'names no species programme of B8'],
    ['pledges[0].allocations[1].activity', 'names no species programme'],
  ],
  [
    'an allocation to a cross-cutting activity under a species earmark',
    { 'pledges[1].earmark': { species: ['sharks'] } },
    ['pledges[1].allocations[0].activity', 'names no species programme of C1'],
  ],
  [
    'an allocation outside the earmarked years',
    { [`${EARMARK}.years`]: [2012] },
    ['pledges[0].allocations[1].year', '2013 is not in the earmark'],
  ],
  [
    'an allocation without a year under an earmark with years',
    { [`${ALLOCATION}.year`]: null },
    ['pledges[0].allocations[0].year', 'the earmark names years, so the allocation needs one'],
  ],
  [
    'an earmark for an unknown activity',
    { [`${EARMARK}.activities[1]`]: 'B99' },
    [`${EARMARK}.activities[1]`, 'unknown activity B99 in programme JWP'],
  ],
  [
    'an earmark for an unknown species programme',
    { [`${EARMARK}.species[1]`]: 'otters' },
    [`${EARMARK}.species[1]`, 'unknown species programme otters'],
  ],
  [
    'an earmark for a theme of another programme',
    { [`${EARMARK}.themes[1]`]: 'N' },
    [`${EARMARK}.themes[1]`, 'unknown theme N in programme JWP'],
  ],
  [
    'an earmark that names a year twice',
    { [`${EARMARK}.years[1]`]: 2012, 'pledges[0].allocations': [] },
    [`${EARMARK}.years[1]`, 'duplicate'],
  ],
  [
    'an earmark that names an activity twice',
    { [`${EARMARK}.activities[1]`]: 'B8' },
    [`${EARMARK}.activities[1]`, 'duplicate'],
  ],
];

describe('a portfolio is refused', () => {
  test.each(REFUSALS)('for %s', (_, changes, ...expected) => {
    const prepared = prepareImport(changedBundle(changes), null);
    const problems = expected.map(([path, words]) => ({ path, message: expect.stringContaining(words) }));
    expect(prepared).toEqual({ ok: false, problems });
  });
});

/** What may look odd and yet is allowed. */
const ALLOWED: readonly [string, Changes][] = [
  ['instalments that do not add up to the pledge', { 'pledges[0].instalments[0].amount': '1' }],
  ['more received than pledged', { 'pledges[0].receipts[0].amount': '60000' }],
  ['more written off than outstanding', { 'pledges[0].writeOffs[0].amount': '60000' }],
  ['a pledge without instalments', { 'pledges[0].instalments': [] }],
  ['an instalment due before the pledge', { 'pledges[0].instalments[0].due': '2010-01-01' }],
  [
    'a commitment and a cancellation on the day of the pledge',
    { 'pledges[0].committedOn': '2012-04-10', 'pledges[0].cancelledOn': '2012-04-10' },
  ],
  ['a cancellation before the commitment', { 'pledges[0].committedOn': '2014-02-01' }],
  [
    'a pledge that names a lost prospect of another donor',
    { 'prospects[0].stage': 'lost', 'pledges[1].prospect': 'PR-1' },
  ],
  ['a won prospect without a pledge', { 'prospects[1].stage': 'won' }],
  ['an ask for a cancelled activity', { 'activities[0].status': 'cancelled' }],
  ['two asks for one activity', { 'prospects[0].asks[1]': { activity: 'B8', amount: '1' } }],
  ['a decision before the prospect was created', { 'prospects[0].decisionBy': '2011-01-01' }],
  ['a probability of 0', { 'prospects[0].probability': '0' }],
  ['a budget line outside the period of the programme', { 'budgets[0].lines[0].year': 2016 }],
  ['a rate date on the day of approval', { 'budgets[0].rateDate': '2012-02-01' }],
  [
    'a superseded version beside an approved one',
    { 'budgets[1].status': 'superseded', 'budgets[1].approvedOn': '2013-02-01' },
  ],
  ['an allocation of 0', { 'pledges[1].allocations[0].amount': '0' }],
  [
    'one activity allocated with a year and without',
    { 'pledges[1].allocations[1]': { activity: 'C1', year: 2012, amount: '0' } },
  ],
  [
    'several decimals of rates and codes with spaces and slashes',
    {
      'exchangeRates[0].unitsPerBase': '0.773012345678',
      'donors[2]': { code: 'a/b c?#é', name: 'x', type: 'other' },
    },
  ],
  [
    'a share of 0 beside a whole one',
    { 'activities[0].species[0].share': '1.000000', 'activities[0].species[1].share': '0' },
  ],
  [
    'an allocation to an activity of a theme that an earmark names',
    { 'pledges[1].earmark': { themes: ['B', 'C'] } },
  ],
  ['texts with line feeds, tabs and every script', { 'activities[0].title': 'A\tb\r\nمها 羚羊 🦈' }],
];

test.each(ALLOWED)('%s: allowed', (_, changes) => {
  expect(prepareImport(changedBundle(changes), null)).toMatchObject({ ok: true });
});

test('a portfolio of values, without a bundle, is checked the same way', () => {
  const prepared = prepareImport(changedBundle({}), null);
  if (!prepared.ok) throw new Error('the example bundle is valid');
  const { portfolio } = prepared;
  const broken: Portfolio = { ...portfolio, donors: [], programmes: [] };
  expect(checkPortfolio(portfolio, () => 'x')).toEqual([]);
  expect(checkPortfolio(broken, (record) => ('code' in record ? record.code : '?'))).toContainEqual({
    path: 'PL-1.donor',
    message: 'unknown donor north',
  });
});
