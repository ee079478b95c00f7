import { describe, expect, test } from 'vitest';
import { readBundle } from '#app/forms/bundle.ts';
import { type Changes, changedBundle } from '../../support/bundles.ts';

const LINE = 'budgets[0].lines[0]';
const LONE_SURROGATE = String.fromCharCode(0xd800);

/** What is wrong, how to make it so, where it is reported and with which words. */
const REFUSALS: readonly [string, Changes, string, string][] = [
  ['another format', { format: 'geojson' }, 'format', 'must be "portfolio-bundle"'],
  ['a version that does not exist yet', { version: 2 }, 'version', 'must be 1'],
  ['a version as text', { version: '1' }, 'version', 'must be 1'],
  ['no base currency', { baseCurrency: undefined }, 'baseCurrency', 'is missing'],
  ['an unknown base currency', { baseCurrency: 'XXY' }, 'baseCurrency', '"XXY" is not an ISO 4217'],
  ['a flag that is no flag', { demonstration: 'yes' }, 'demonstration', 'must be true or false, not text'],
  ['an unknown key at the top', { extras: [] }, 'extras', 'unknown key'],
  ['a list that is an object', { donors: {} }, 'donors', 'must be a list, not an object'],
  ['a record that is null', { 'donors[0]': null }, 'donors[0]', 'must be an object, not null'],
  ['a record that is a list', { 'donors[0]': [] }, 'donors[0]', 'must be an object, not a list'],

  ['an unknown key of a rate', { 'exchangeRates[0].to': 'x' }, 'exchangeRates[0].to', 'unknown key'],
  ['a rate of 0', { 'exchangeRates[0].unitsPerBase': '0.00' }, 'exchangeRates[0].unitsPerBase', 'above 0'],
  ['a rate below 0', { 'exchangeRates[0].unitsPerBase': '-1' }, 'exchangeRates[0].unitsPerBase', 'above 0'],
  [
    'a rate as a number',
    { 'exchangeRates[0].unitsPerBase': 0.77 },
    'exchangeRates[0].unitsPerBase',
    'in quotes',
  ],
  [
    'a rate with a comma',
    { 'exchangeRates[0].unitsPerBase': '0,77' },
    'exchangeRates[0].unitsPerBase',
    'plain',
  ],
  [
    'a currency in small letters',
    { 'exchangeRates[0].currency': 'eur' },
    'exchangeRates[0].currency',
    '"eur"',
  ],

  ['an empty code', { 'programmes[0].code': '' }, 'programmes[0].code', 'must not be empty'],
  [
    'a code of 65 characters',
    { 'programmes[0].code': 'x'.repeat(65) },
    'programmes[0].code',
    'longer than 64',
  ],
  [
    'a code with a space before',
    { 'programmes[0].code': ' J' },
    'programmes[0].code',
    'begin or end with a space',
  ],
  ['a code with a line feed', { 'programmes[0].code': 'J\nW' }, 'programmes[0].code', 'control characters'],
  ['a code as a number', { 'programmes[0].code': 7 }, 'programmes[0].code', 'must be text, not a number'],
  ['a blank title', { 'programmes[0].title': '  ' }, 'programmes[0].title', 'must not be empty'],
  ['a title of a megabyte', { 'programmes[0].title': 'x'.repeat(1e6) }, 'programmes[0].title', 'longer than'],
  ['U+0000 in a text', { 'programmes[0].title': 'a\0b' }, 'programmes[0].title', 'U+0000'],
  ['an escape character in a text', { 'programmes[0].title': 'a\u001bb' }, 'programmes[0].title', 'U+001B'],
  ['half a surrogate pair', { 'programmes[0].title': LONE_SURROGATE }, 'programmes[0].title', 'U+D800'],
  ['a noncharacter', { 'programmes[0].title': '\uffff' }, 'programmes[0].title', 'U+FFFF'],
  [
    'a year as text',
    { 'programmes[0].startYear': '2012' },
    'programmes[0].startYear',
    'such as 2012, not text',
  ],
  [
    'a year with decimals',
    { 'programmes[0].startYear': 2012.5 },
    'programmes[0].startYear',
    'must be a whole number from 1900 to 2200',
  ],
  [
    'a year long ago',
    { 'programmes[0].startYear': 12 },
    'programmes[0].startYear',
    'must be a whole number from 1900 to 2200',
  ],
  ['no year', { 'programmes[0].startYear': null }, 'programmes[0].startYear', 'such as 2012, not null'],

  [
    'a species programme by the name of the row for those without one',
    { 'speciesProgrammes[0].code': 'cross-cutting' },
    'speciesProgrammes[0].code',
    '"cross-cutting" is kept for activities that name no species programme',
  ],
  [
    'an unknown status of a species',
    { 'speciesProgrammes[0].status': 'x' },
    'speciesProgrammes[0].status',
    'must be',
  ],
  [
    'a taxon without a name',
    { 'speciesProgrammes[0].taxa[1]': {} },
    'speciesProgrammes[0].taxa[1].scientificName',
    'is missing',
  ],

  [
    'an activity without funding',
    { 'activities[0].funding': undefined },
    'activities[0].funding',
    'is missing',
  ],
  [
    'an unknown funding',
    { 'activities[0].funding': 'maybe' },
    'activities[0].funding',
    '"external", "partial" or "core"',
  ],
  [
    'an unknown priority',
    { 'activities[0].priority': 'top' },
    'activities[0].priority',
    'must be "core", "high"',
  ],
  ['an unknown status', { 'activities[0].status': 'done' }, 'activities[0].status', 'must be "planned"'],
  [
    'a share with 7 decimals',
    { 'activities[0].species[0].share': '0.3333333' },
    'activities[0].species[0].share',
    'more than 6 decimals',
  ],
  [
    'a share above 1',
    { 'activities[0].species[0].share': '1.000001' },
    'activities[0].species[0].share',
    'from 0 to 1',
  ],
  [
    'a negative share',
    { 'activities[0].species[0].share': '-0.5' },
    'activities[0].species[0].share',
    'from 0 to 1',
  ],
  [
    'a share as a number',
    { 'activities[0].species[0].share': 0.5 },
    'activities[0].species[0].share',
    'in quotes',
  ],
  [
    'a partner that is a number',
    { 'activities[0].partners[1]': 5 },
    'activities[0].partners[1]',
    'must be text',
  ],
  [
    'an item with an unknown key',
    { 'activities[0].items[1].x': 1 },
    'activities[0].items[1].x',
    'unknown key',
  ],
  [
    'an unknown kind of timeframe',
    { 'activities[0].timeframe.kind': 'soon' },
    'activities[0].timeframe.kind',
    'must be "years"',
  ],
  [
    'a timeframe without a kind',
    { 'activities[0].timeframe.kind': undefined },
    'activities[0].timeframe.kind',
    'is missing',
  ],
  [
    'a timeframe of years without an end',
    { 'activities[0].timeframe.endYear': undefined },
    'activities[0].timeframe.endYear',
    'is missing',
  ],
  [
    'an ongoing timeframe with a year',
    { 'activities[1].timeframe.startYear': 2012 },
    'activities[1].timeframe.startYear',
    'only a timeframe of kind "years"',
  ],

  [
    'a budget version of 0',
    { 'budgets[0].version': 0 },
    'budgets[0].version',
    'must be a whole number from 1 to',
  ],
  ['a budget version of 1.5', { 'budgets[0].version': 1.5 }, 'budgets[0].version', 'must be a whole number'],
  ['an unknown status of a budget', { 'budgets[1].status': 'final' }, 'budgets[1].status', 'must be "draft"'],
  ['a PSC rate above 1', { 'budgets[0].pscRate': '13' }, 'budgets[0].pscRate', 'a rate must be from 0 to 1'],
  [
    'a negative PSC rate',
    { 'budgets[0].pscRate': '-0.13' },
    'budgets[0].pscRate',
    'a rate must be from 0 to 1',
  ],
  [
    'a date that does not exist',
    { 'budgets[0].rateDate': '2012-02-30' },
    'budgets[0].rateDate',
    'does not exist',
  ],
  [
    'a date in another form',
    { 'budgets[0].rateDate': '1.2.2012' },
    'budgets[0].rateDate',
    'not a date as YYYY-MM-DD',
  ],
  [
    'a date with a time',
    { 'budgets[0].rateDate': '2012-02-01T00:00:00Z' },
    'budgets[0].rateDate',
    'not a date',
  ],
  [
    'a date as a number',
    { 'budgets[0].rateDate': 20120201 },
    'budgets[0].rateDate',
    'in quotes such as "2012-04-10"',
  ],
  ['a date in the year 0', { 'budgets[0].rateDate': '0000-01-01' }, 'budgets[0].rateDate', 'does not exist'],
  [
    'the category that is computed',
    { [`${LINE}.category`]: 'support' },
    `${LINE}.category`,
    'must be "staff"',
  ],
  [
    'a quantity with 5 decimals',
    { [`${LINE}.quantity`]: '1.00001' },
    `${LINE}.quantity`,
    'more than 4 decimals',
  ],
  ['a negative quantity', { [`${LINE}.quantity`]: '-1' }, `${LINE}.quantity`, 'cannot be negative'],
  ['a quantity as a number', { [`${LINE}.quantity`]: 20 }, `${LINE}.quantity`, 'in quotes such as "20"'],
  [
    'a negative unit cost',
    { [`${LINE}.unitCost`]: '-0.01' },
    `${LINE}.unitCost`,
    'an amount cannot be negative',
  ],
  [
    'a unit cost with 3 decimals',
    { [`${LINE}.unitCost`]: '1.001' },
    `${LINE}.unitCost`,
    'EUR has 2 decimals, not 3',
  ],
  [
    'an unknown funding of a line',
    { [`${LINE}.funding`]: 'partial' },
    `${LINE}.funding`,
    'must be "external"',
  ],

  ['an unknown type of donor', { 'donors[0].type': 'bank' }, 'donors[0].type', 'must be "government"'],
  ['a country in words', { 'donors[0].country': 'Germany' }, 'donors[0].country', 'two capital letters'],
  ['a PSC cap in per cent', { 'donors[0].pscCap': '7' }, 'donors[0].pscCap', 'from 0 to 1'],
  [
    'an unknown key of interests',
    { 'donors[0].interests.years': [] },
    'donors[0].interests.years',
    'unknown key',
  ],

  ['an unknown stage', { 'prospects[0].stage': 'hot' }, 'prospects[0].stage', 'must be "identified"'],
  ['a probability above 1', { 'prospects[0].probability': '1.1' }, 'prospects[0].probability', 'from 0 to 1'],
  [
    'a probability below 0',
    { 'prospects[0].probability': '-0.1' },
    'prospects[0].probability',
    'from 0 to 1',
  ],
  ['a probability as a number', { 'prospects[0].probability': 0.6 }, 'prospects[0].probability', 'in quotes'],
  [
    'a negative ask',
    { 'prospects[0].asks[1].amount': '-1' },
    'prospects[0].asks[1].amount',
    'cannot be negative',
  ],

  [
    'an amount as a number',
    { 'pledges[0].amount': 50000 },
    'pledges[0].amount',
    'in quotes such as "1234.50", not a number',
  ],
  [
    'scientific notation',
    { 'pledges[0].amount': '5e4' },
    'pledges[0].amount',
    '"5e4" is not a plain decimal',
  ],
  ['a thousands separator', { 'pledges[0].amount': '50,000' }, 'pledges[0].amount', 'not a plain decimal'],
  ['a plus sign', { 'pledges[0].amount': '+5' }, 'pledges[0].amount', 'not a plain decimal'],
  ['a leading zero', { 'pledges[0].amount': '05' }, 'pledges[0].amount', 'not a plain decimal'],
  ['a hexadecimal number', { 'pledges[0].amount': '0x10' }, 'pledges[0].amount', 'not a plain decimal'],
  ['not a number', { 'pledges[0].amount': 'NaN' }, 'pledges[0].amount', 'not a plain decimal'],
  ['an empty amount', { 'pledges[0].amount': '' }, 'pledges[0].amount', 'not a plain decimal'],
  ['yen with decimals', { 'pledges[1].amount': '9000.00' }, 'pledges[1].amount', 'JPY has 0 decimals, not 2'],
  [
    'more than can be added up',
    { 'pledges[0].amount': '10000000000000.01' },
    'pledges[0].amount',
    'above 10000000000000.00',
  ],
  ['an amount of 50 digits', { 'pledges[0].amount': '9'.repeat(50) }, 'pledges[0].amount', 'longer than 40'],
  [
    'a negative allocation',
    { 'pledges[0].allocations[1].amount': '-5' },
    'pledges[0].allocations[1].amount',
    'cannot be negative',
  ],
  [
    'an allocated year as text',
    { 'pledges[0].allocations[0].year': '2012' },
    'pledges[0].allocations[0].year',
    'such as 2012, not text',
  ],
  [
    'an instalment without a date',
    { 'pledges[0].instalments[0].due': undefined },
    'pledges[0].instalments[0].due',
    'is missing',
  ],
  [
    'a receipt with 3 decimals',
    { 'pledges[0].receipts[0].amount': '0.001' },
    'pledges[0].receipts[0].amount',
    'EUR has 2',
  ],
  [
    'a write-off with an unknown key',
    { 'pledges[0].writeOffs[0].why': '' },
    'pledges[0].writeOffs[0].why',
    'unknown key',
  ],
  [
    'an earmark that is a list',
    { 'pledges[0].earmark': [] },
    'pledges[0].earmark',
    'must be an object, not a list',
  ],
  [
    'an earmarked year as text',
    { 'pledges[0].earmark.years[1]': '2013' },
    'pledges[0].earmark.years[1]',
    'such as 2012, not text',
  ],
];

describe('a bundle is refused', () => {
  test.each(REFUSALS)('for %s', (_, changes, path, words) => {
    const read = readBundle(changedBundle(changes));
    expect(read).toEqual({ ok: false, problems: [{ path, message: expect.stringContaining(words) }] });
  });
});

/** Every key that may be left out or null. */
const OPTIONAL = [
  ...['demonstration', 'exchangeRates', 'programmes', 'themes', 'speciesProgrammes', 'activities'],
  ...['budgets', 'donors', 'prospects', 'pledges'],
  ...['speciesProgrammes[0].taxa', 'speciesProgrammes[0].taxa[0].commonName'],
  ...[
    'printedCode',
    'section',
    'summary',
    'species',
    'timeframe',
    'lead',
    'partners',
    'priority',
    'items',
  ].map((key) => `activities[0].${key}`),
  ...['activities[0].timeframe.printed', 'activities[0].timeframe.note', 'activities[0].items[0].funding'],
  ...['budgets[0].programme', 'budgets[0].approvedOn', 'budgets[0].lines'],
  ...['unit', 'funding', 'item'].map((key) => `budgets[0].lines[0].${key}`),
  ...['country', 'currency', 'pscCap', 'interests', 'interests.themes', 'interests.species'].map(
    (key) => `donors[0].${key}`,
  ),
  ...['probability', 'decisionBy', 'nextStep', 'asks', 'asks[1].programme'].map(
    (key) => `prospects[0].${key}`,
  ),
  ...['prospect', 'committedOn', 'cancelledOn', 'earmark', 'allocations', 'instalments', 'receipts'].map(
    (key) => `pledges[0].${key}`,
  ),
  ...['activities', 'species', 'themes', 'years'].map((key) => `pledges[0].earmark.${key}`),
  ...['pledges[0].writeOffs', 'pledges[0].writeOffs[0].reason', 'pledges[0].allocations[0].year'],
];

test.each(OPTIONAL)('%s may be left out or null, which is the same', (path) => {
  const [without, withNull] = [undefined, null].map((value) => readBundle(changedBundle({ [path]: value })));
  expect(without).toMatchObject({ ok: true });
  expect(withNull).toEqual(without);
});

test('every problem of a bundle is in one answer, also several of one record', () => {
  const read = readBundle(
    changedBundle({
      version: 3,
      'programmes[0].endYear': '2014',
      'pledges[0].extra': true,
      'pledges[0].date': '2012-13-01',
      'pledges[0].receipts[0].amount': '1.005',
      'pledges[0].allocations[1].amount': -3,
      'pledges[1]': 'none',
    }),
  );
  expect(read).toMatchObject({ ok: false });
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual([
    'version',
    'programmes[0].endYear',
    'pledges[0].date',
    'pledges[0].allocations[1].amount',
    'pledges[0].extra',
    'pledges[0].receipts[0].amount',
    'pledges[1]',
  ]);
});

test('an amount is not held against a currency that could not be read', () => {
  const read = readBundle(changedBundle({ 'pledges[1].currency': 'yen', 'pledges[1].amount': '1.2345' }));
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual(['pledges[1].currency']);
});

test('more than 1,000 problems are counted, not listed', () => {
  const donors = Array.from({ length: 1_500 }, () => ({ code: 'x', name: 'x', type: 'bank' }));
  const read = readBundle(changedBundle({ donors }));
  expect(read.ok ? [] : read.problems).toHaveLength(1_001);
  expect(read.ok ? null : read.problems.at(-1)).toEqual({ path: '', message: 'and 500 more problems' });
});

test('keys of other objects are unknown keys, not keys', () => {
  const text = changedBundle({}).replace(
    '"code":"PL-1"',
    '"__proto__":{"x":1},"constructor":{},"code":"PL-1"',
  );
  const read = readBundle(text);
  expect(read.ok ? [] : read.problems).toEqual([
    { path: 'pledges[0].__proto__', message: 'unknown key' },
    { path: 'pledges[0].constructor', message: 'unknown key' },
  ]);
  expect(({} as { x?: number }).x).toBeUndefined();
});
