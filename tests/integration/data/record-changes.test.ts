import { expect, test } from 'vitest';
import { actingAs, type Database, openDatabase } from '#app/data/database.server.ts';
import { listPortfolio, savePortfolio } from '#app/data/portfolio.server.ts';
import { changeRecord } from '#app/data/record-changes.server.ts';
import { findRecord } from '#app/data/record-versions.server.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import type { PortfolioList } from '#app/domain/portfolio-check-findings.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import {
  makeActivity,
  makeBudget,
  makeLine,
  makePledge,
  makePortfolio,
  makeProspect,
  sharesOf,
} from '../../support/portfolios.ts';

const JWP = 'JWP';
const ALLOCATED = makePledge({
  prospect: 'PR-1',
  currency: 'EUR',
  allocations: [{ activity: 'B8', year: null, amountMinor: 4_000n }],
  earmark: { activities: [], species: ['sharks'], themes: [], years: [] },
});
const PORTFOLIO = makePortfolio({
  activities: [
    makeActivity({
      code: 'B8',
      species: sharesOf({ sharks: 100 }),
      items: [{ code: 'a', title: 'First item', funding: null }],
    }),
    makeActivity({ code: 'B10' }),
  ],
  budgets: [makeBudget({ activity: 'B8', lines: [makeLine({ item: 'a' })] })],
  prospects: [makeProspect()],
  pledges: [ALLOCATED],
});
const ANNA = { kind: 'person', id: 7, name: 'Anna Keller' } as const;
const BO = { kind: 'token', id: 3, name: 'The accounts' } as const;

const entryCount = (db: Database) => db.client.auditEntry.count();

describeOnBothDatabases('changing a record', (open, { createUrl }) => {
  const filled = async (): Promise<Database> => {
    const db = await open();
    await savePortfolio(db, PORTFOLIO);
    return actingAs(db, ANNA);
  };
  const edit = (db: Database, change: (pledge: Pledge) => Pledge | null, revision = 1) =>
    changeRecord(db, {
      list: 'pledges',
      key: ['PL-1'],
      revision,
      change: (pledge) => pledge && change(pledge),
    });
  const remove = (db: Database, list: PortfolioList, ...key: readonly (string | number)[]) =>
    changeRecord(db, { list, key, revision: 1, change: () => null });

  test('saves it, raises its revision and says who did what', async () => {
    const db = await filled();
    const outcome = await changeRecord(db, {
      list: 'pledges',
      key: ['PL-1'],
      revision: 1,
      change: (pledge) => pledge && { ...pledge, committedOn: '2012-04-01' },
      reason: ' Agreement signed ',
    });
    expect(outcome).toEqual({ kind: 'saved', revision: 2 });
    expect(await findRecord(db, 'pledges', ['PL-1'])).toEqual({
      record: { ...ALLOCATED, committedOn: '2012-04-01' },
      revision: 2,
    });
    const entry = await db.client.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(entry).toMatchObject({
      ...{ actorKind: 'person', actorId: 7, actorName: 'Anna Keller' },
      ...{ action: 'changed', kind: 'pledges', key: 'PL-1', reason: 'Agreement signed' },
    });
    expect(JSON.parse(entry.after ?? '')).toEqual({
      ...JSON.parse(entry.before ?? ''),
      committedOn: '2012-04-01',
    });
  });

  test('that ends as it was saves nothing and writes nothing down', async () => {
    const db = await filled();
    const count = await entryCount(db);
    expect(await edit(db, (pledge) => ({ ...pledge }))).toEqual({ kind: 'saved', revision: 1 });
    expect(await entryCount(db)).toBe(count);
  });

  test('adds one that is not there yet, and deletes it again', async () => {
    const db = await filled();
    const donor = { ...PORTFOLIO.donors[0], code: 'south' } as Portfolio['donors'][number];
    const add = () =>
      changeRecord(db, { list: 'donors', key: ['south'], revision: null, change: () => donor });
    expect(await add()).toEqual({ kind: 'saved', revision: 1 });
    expect(await add()).toMatchObject({ kind: 'outdated', record: donor, revision: 1, by: 'Anna Keller' });
    expect(await remove(db, 'donors', 'south')).toEqual({ kind: 'saved', revision: 0 });
    expect(await findRecord(db, 'donors', ['south'])).toBeNull();
    expect(await remove(db, 'donors', 'south')).toEqual({ kind: 'missing' });
    // One that is added again is never taken for the one that was deleted.
    expect(await add()).toEqual({ kind: 'saved', revision: 3 });
    expect(await findRecord(db, 'donors', ['south'])).toMatchObject({ revision: 3 });
    const entries = await db.client.auditEntry.findMany({ where: { kind: 'donors', key: 'south' } });
    expect(entries.map(({ action }) => action).toSorted()).toEqual(['added', 'added', 'deleted']);
  });

  test('made from an older version is refused with the newer one and who saved it', async () => {
    const db = await filled();
    const other = actingAs(db, BO);
    expect(await edit(other, (pledge) => ({ ...pledge, committedOn: '2012-04-01' }))).toMatchObject({
      kind: 'saved',
    });
    const count = await entryCount(db);
    const outcome = await edit(db, (pledge) => ({ ...pledge, committedOn: '2012-05-01' }));
    expect(outcome).toEqual({
      kind: 'outdated',
      record: { ...ALLOCATED, committedOn: '2012-04-01' },
      revision: 2,
      by: 'The accounts',
      at: expect.any(Date),
    });
    expect(await entryCount(db)).toBe(count);
    // Made from the newer one it is saved.
    expect(await edit(db, (pledge) => ({ ...pledge, committedOn: '2012-05-01' }), 2)).toEqual({
      kind: 'saved',
      revision: 3,
    });
  });

  test('says when a record was last saved that is older than the audit trail', async () => {
    const db = await open();
    await db.transaction((transaction) =>
      transaction.donor.create({ data: { code: 'old', name: 'Old', type: 'ngo', revision: 4 } }),
    );
    const outcome = await changeRecord(db, { list: 'donors', key: ['old'], revision: 1, change: () => null });
    if (outcome.kind !== 'outdated') throw new Error(outcome.kind);
    expect(outcome).toMatchObject({ revision: 4, by: 'somebody' });
    expect(Math.abs(outcome.at.getTime() - Date.now())).toBeLessThan(10 * 60_000);
  });

  test('of two at the same moment from one version, saves one and refuses the other', async () => {
    const url = await createUrl('with tables');
    const [first, second] = await Promise.all([openDatabase(url), openDatabase(url)]);
    await savePortfolio(first, PORTFOLIO);
    const outcomes = await Promise.all(
      [first, second, first, second].map((db, index) =>
        edit(db, (pledge) => ({ ...pledge, committedOn: `2012-04-0${index + 1}` })),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
      'outdated',
      'outdated',
      'outdated',
      'saved',
    ]);
    expect(await findRecord(first, 'pledges', ['PL-1'])).toMatchObject({ revision: 2 });
    await Promise.all([first.close(), second.close()]);
  });

  test.each<[string, (pledge: Pledge) => Pledge, string, RegExp]>([
    [
      'allocations above the pledge',
      (pledge) => ({ ...pledge, amountMinor: 3_999n }),
      'allocations',
      /^allocations of 40.00 are above the pledge's amount of 39.99$/,
    ],
    ['an unknown donor', (pledge) => ({ ...pledge, donor: 'x' }), 'donor', /^unknown donor x$/],
    ['an unknown prospect', (pledge) => ({ ...pledge, prospect: 'x' }), 'prospect', /^unknown prospect x$/],
    [
      'an activity that its earmark does not allow',
      (pledge) => ({ ...pledge, allocations: [{ activity: 'B10', year: null, amountMinor: 1n }] }),
      'allocations[0].activity',
      /names no species programme of B10/,
    ],
    [
      'dates out of order',
      (pledge) => ({ ...pledge, committedOn: '2012-02-28' }),
      'committedOn',
      /is before/,
    ],
    [
      'a date without a rate',
      (pledge) => ({ ...pledge, date: '2011-12-31' }),
      'date',
      /no exchange rate for EUR/,
    ],
    ['another key', (pledge) => ({ ...pledge, code: 'PL-2' }), 'code', /stays what it is/],
  ])('to %s is refused with the field and why, and nothing is saved', async (_, change, path, message) => {
    const db = await filled();
    const count = await entryCount(db);
    const outcome = await edit(db, change);
    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: [{ path, message: expect.stringMatching(message) }],
    });
    expect(await listPortfolio(db)).toEqual(PORTFOLIO);
    expect(await entryCount(db)).toBe(count);
  });

  test('that others depend on is refused and names them', async () => {
    const db = await filled();
    const activity = PORTFOLIO.activities[0] as Portfolio['activities'][number];
    const outcome = await changeRecord(db, {
      list: 'activities',
      key: [JWP, 'B8'],
      revision: 1,
      change: () => ({ ...activity, items: [], species: [] }),
    });
    expect(outcome).toEqual({
      kind: 'refused',
      problems: [
        { path: '', message: 'budget JWP/B8 v1 needs it (lines[0].item: unknown item a of activity B8)' },
        {
          path: '',
          message:
            'pledge PL-1 needs it (allocations[0].activity: the earmark names no species programme of B8)',
        },
      ],
    });
  });

  test.each<[PortfolioList, (string | number)[], string[]]>([
    ['activities', [JWP, 'B8'], ['budget JWP/B8 v1', 'prospect PR-1', 'pledge PL-1']],
    ['donors', ['north-ministry'], ['prospect PR-1', 'pledge PL-1']],
    ['prospects', ['PR-1'], ['pledge PL-1']],
    ['speciesProgrammes', ['sharks'], ['activity JWP/B8', 'pledge PL-1']],
    ['themes', [JWP, 'B'], ['activity JWP/B8', 'activity JWP/B10']],
    ['exchangeRates', ['EUR', '2012-01-01'], ['pledge PL-1']],
  ])('does not delete of %s what is needed: %j', async (list, key, needing) => {
    const db = await filled();
    const outcome = await remove(db, list, ...key);
    if (outcome.kind !== 'refused') throw new Error(outcome.kind);
    for (const name of needing) {
      expect(outcome.problems.map(({ message }) => message).join('\n')).toContain(`${name} `);
    }
    expect(await listPortfolio(db)).toEqual(PORTFOLIO);
  });

  test('deletes whatever nothing needs, with all that belongs to it', async () => {
    const db = await filled();
    const steps: [PortfolioList, ...(string | number)[]][] = [
      ['pledges', 'PL-1'],
      ['prospects', 'PR-1'],
      ['budgets', JWP, 'B8', 1],
      ['activities', JWP, 'B8'],
      ['activities', JWP, 'B10'],
      ['donors', 'north-ministry'],
      ...['A', 'B', 'C', 'D'].map((code): [PortfolioList, string, string] => ['themes', JWP, code]),
      ['programmes', JWP],
      ...PORTFOLIO.speciesProgrammes.map(({ code }): [PortfolioList, string] => ['speciesProgrammes', code]),
      ...PORTFOLIO.exchangeRates.map(({ currency, from }): [PortfolioList, string, string] => [
        'exchangeRates',
        currency,
        from,
      ]),
    ];
    for (const [list, ...key] of steps)
      expect(await remove(db, list, ...key)).toMatchObject({ kind: 'saved' });
    expect(await listPortfolio(db)).toEqual({
      ...makePortfolio({ donors: [] }),
      ...{ exchangeRates: [], programmes: [], themes: [], speciesProgrammes: [] },
    });
    expect(await db.client.pledgeAllocation.count()).toBe(0);
  });

  test('approves one budget version at a time', async () => {
    const db = await filled();
    const second = makeBudget({ activity: 'B8', version: 2, approvedOn: '2012-06-01' });
    const add = (budget: typeof second) =>
      changeRecord(db, { list: 'budgets', key: [JWP, 'B8', 2], revision: null, change: () => budget });
    expect(await add(second)).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'status', message: 'version 1 of B8 is approved too: only one version can be' }],
    });
    expect(await add({ ...second, status: 'draft', approvedOn: null })).toMatchObject({ kind: 'saved' });
  });

  test('to what only the database refuses is refused, too', async () => {
    const db = await filled();
    expect(
      await edit(db, (pledge) => ({ ...pledge, receipts: [{ date: '2012-05-01', amountMinor: -1n }] })),
    ).toMatchObject({
      kind: 'refused',
      problems: [{ path: '', message: expect.stringContaining('This does not fit what the database has') }],
    });
    expect(await listPortfolio(db)).toEqual(PORTFOLIO);
  });
});
