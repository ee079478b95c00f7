import { describe, expect, it } from 'vitest';
import type { Activity } from '#app/domain/activity.ts';
import { type ActivityQuery, type ListedActivity, selectActivities } from '#app/domain/activity-list.ts';
import { NO_FIGURES } from '#app/domain/figures.ts';
import { makeActivity, sharesOf } from '../../support/portfolios.ts';

const ALL: ActivityQuery = {
  q: '',
  theme: null,
  species: null,
  funding: null,
  status: null,
  priority: null,
  sort: 'code',
  isDescending: false,
};

function listed(
  activity: Partial<Activity> & { code: string },
  gapMinor: bigint | 'unknown' = 0n,
): ListedActivity {
  const isUnknown = gapMinor === 'unknown';
  return {
    activity: makeActivity(activity),
    row: {
      key: activity.code,
      label: '',
      ...NO_FIGURES,
      gapMinor: isUnknown ? 0n : gapMinor,
      unbudgeted: isUnknown ? [activity.code] : [],
    },
  };
}

function codes(list: readonly ListedActivity[], query: Partial<ActivityQuery>): string[] {
  return selectActivities(list, { ...ALL, ...query }).map(({ activity }) => activity.code);
}

const LIST = [
  listed(
    { code: 'B10', title: 'Host country for the saiga meeting', species: sharesOf({ saiga: 100 }) },
    900n,
  ),
  listed({
    code: 'B2',
    title: 'MIKE in West Africa',
    partners: ['MIKE'],
    status: 'in-progress',
    funding: 'core',
  }),
  listed(
    { code: 'A1', theme: 'A', title: 'Concordance list', summary: 'Côte d’Ivoire', priority: 'low' },
    50n,
  ),
  listed({ code: 'B5', title: 'Central African elephants', priority: 'core', printedCode: 'B.5' }, 'unknown'),
];

describe('the list of activities', () => {
  it('comes by code in natural order', () => {
    expect(codes(LIST, {})).toEqual(['A1', 'B2', 'B5', 'B10']);
  });

  it.each([
    ['a word of the title, whatever its case', 'SAIGA', ['B10']],
    ['words in any order', 'africa mike', ['B2']],
    ['a letter without its accent', 'cote', ['A1']],
    ['a partner', 'mike', ['B2']],
    ['the code as printed', 'b.5', ['B5']],
    ['no activity when one word is nowhere', 'saiga unicorn', []],
  ])('finds %s', (_what, q, expected) => {
    expect(codes(LIST, { q })).toEqual(expected);
  });

  it.each([
    ['theme', { theme: 'A' }, ['A1']],
    ['species programme', { species: 'saiga' }, ['B10']],
    ['no species programme', { species: 'cross-cutting' }, ['A1', 'B2', 'B5']],
    ['funding', { funding: 'core' }, ['B2']],
    ['status', { status: 'in-progress' }, ['B2']],
    ['priority', { priority: 'core' }, ['B5']],
    ['no priority', { priority: 'none' }, ['B2', 'B10']],
    ['several at once', { theme: 'B', priority: 'none', funding: 'external' }, ['B10']],
  ] as const)('can be narrowed by %s', (_what, query, expected) => {
    expect(codes(LIST, query)).toEqual(expected);
  });

  it('puts an unknown gap last in either direction', () => {
    expect(codes(LIST, { sort: 'gap' })).toEqual(['B2', 'A1', 'B10', 'B5']);
    expect(codes(LIST, { sort: 'gap', isDescending: true })).toEqual(['B10', 'A1', 'B2', 'B5']);
  });

  it('orders by priority from core to none, equal ones by code', () => {
    expect(codes(LIST, { sort: 'priority' })).toEqual(['B5', 'A1', 'B2', 'B10']);
  });

  it('orders by title and by status', () => {
    expect(codes(LIST, { sort: 'title' })).toEqual(['B5', 'A1', 'B10', 'B2']);
    expect(codes(LIST, { sort: 'status' })).toEqual(['A1', 'B5', 'B10', 'B2']);
  });
});
