import { expect, test } from 'vitest';
import { listPortfolio, savePortfolio } from '#app/data/portfolio.server.ts';
import { type Changes, changedBundle } from '../../support/bundles.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { inListedOrder, portfolioOf } from '../../support/portfolio-of.ts';

const exampleWith = (changes: Changes) => inListedOrder(portfolioOf(changedBundle(changes)));
const EXAMPLE = exampleWith({});

describeOnBothDatabases('changes of a portfolio that meet each other half-way', (open) => {
  const cases: Readonly<Record<string, Changes>> = {
    'species shares that change places': {
      'activities[0].species': [
        { code: 'saiga', share: '0.25' },
        { code: 'sharks', share: '0.75' },
      ],
    },
    'an approval that goes from one version to another': {
      'budgets[0].status': 'superseded',
      'budgets[1].status': 'approved',
      'budgets[1].approvedOn': '2013-03-01',
    },
    'an item that takes the other one’s code while a line refers to it': {
      'activities[0].items': [
        { code: 'b', title: 'Second item', funding: null },
        { code: 'a', title: 'First item, renamed', funding: 'external' },
        { code: 'c', title: 'Third item', funding: 'core' },
      ],
    },
    'an item that goes together with the reference to it': {
      'activities[0].items': [{ code: 'b', title: 'Second item', funding: null }],
      'budgets[0].lines[0].item': 'b',
    },
    'allocations that change places': {
      'pledges[0].allocations': [
        { activity: 'B8', year: 2013, amount: '20000.00' },
        { activity: 'B8', year: 2012, amount: '30000.00' },
      ],
    },
    'a pledge that goes to another programme': {
      'pledges[1].programme': 'NEXT',
      'pledges[1].allocations': [{ activity: 'X1', amount: '9000' }],
    },
    'lists that become empty': {
      'speciesProgrammes[0].taxa': [],
      'activities[0].partners': [],
      'donors[0].interests': null,
      'prospects[0].asks': [],
      'pledges[0].instalments': [],
      'pledges[0].writeOffs': [],
      'pledges[1].earmark': null,
    },
    'a timeframe that is gone': { 'activities[0].timeframe': null },
  };

  test.each(Object.entries(cases))('%s', async (_, changes) => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const changed = exampleWith(changes);
    await savePortfolio(db, changed);
    expect(await listPortfolio(db)).toEqual(changed);
    // And back again.
    await savePortfolio(db, EXAMPLE);
    expect(await listPortfolio(db)).toEqual(EXAMPLE);
  });

  test('approval days that two versions exchange', async () => {
    const db = await open();
    const twoApprovals = (first: string, second: string) =>
      exampleWith({
        'budgets[0].status': 'superseded',
        'budgets[0].approvedOn': first,
        'budgets[1].status': 'approved',
        'budgets[1].approvedOn': second,
      });
    await savePortfolio(db, twoApprovals('2013-02-01', '2013-03-01'));
    const exchanged = twoApprovals('2013-03-01', '2013-02-01');
    await savePortfolio(db, exchanged);
    expect(await listPortfolio(db)).toEqual(exchanged);
  });
});
