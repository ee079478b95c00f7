import { expect, test } from 'vitest';
import { findActivity, listActivities } from '#app/data/activities.server.ts';
import { findBreakdownSources } from '#app/data/breakdown-sources.server.ts';
import { findBudgetInForce } from '#app/data/budgets.server.ts';
import { listDonorNames } from '#app/data/donors.server.ts';
import { listPledges, listPledgesTouching } from '#app/data/pledges.server.ts';
import { savePortfolio } from '#app/data/portfolio.server.ts';
import { listProspectsTouching } from '#app/data/prospects.server.ts';
import { changedBundle } from '../../support/bundles.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { portfolioOf } from '../../support/portfolio-of.ts';
import { makeActivity, makePortfolio } from '../../support/portfolios.ts';

const EXAMPLE = portfolioOf(changedBundle({}));
const record = <T extends { readonly code: string }>(records: readonly T[], code: string) =>
  records.find((each) => each.code === code);

describeOnBothDatabases('what a page shows', (open) => {
  const openExample = async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    return db;
  };

  test('is the activities of one programme only', async () => {
    const db = await openExample();
    const activities = await listActivities(db, 'JWP');
    expect(activities).toEqual(EXAMPLE.activities.filter(({ programme }) => programme === 'JWP'));
    expect(await listActivities(db, 'NEXT')).toHaveLength(1);
  });

  test('is activities in natural order of their codes', async () => {
    const db = await open();
    const codes = ['B10', 'B2', 'A1', 'B1'];
    await savePortfolio(db, makePortfolio({ activities: codes.map((code) => makeActivity({ code })) }));
    const listed = await listActivities(db, 'JWP');
    expect(listed.map(({ code }) => code)).toEqual(['A1', 'B1', 'B2', 'B10']);
  });

  test('is one activity with all its details, or none', async () => {
    const db = await openExample();
    expect(await findActivity(db, 'JWP', 'B8')).toEqual(record(EXAMPLE.activities, 'B8'));
    expect(await findActivity(db, 'JWP', 'B9')).toBeNull();
    expect(await findActivity(db, 'NEXT', 'B8')).toBeNull();
  });

  test('is the budget that was in force on the day', async () => {
    const db = await openExample();
    const approved = EXAMPLE.budgets.find(({ status }) => status === 'approved');
    expect(await findBudgetInForce(db, 'JWP', 'B8', '2012-02-01')).toEqual(approved);
    expect(await findBudgetInForce(db, 'JWP', 'B8', '2012-01-31')).toBeNull();
  });

  test('is the pledges of a programme, and those that touch an activity', async () => {
    const db = await openExample();
    expect(await listPledges(db, 'JWP')).toEqual(EXAMPLE.pledges);
    expect(await listPledges(db, 'NEXT')).toEqual([]);
    expect(await listPledgesTouching(db, 'JWP', 'B8')).toEqual([record(EXAMPLE.pledges, 'PL-1')]);
    expect(await listPledgesTouching(db, 'JWP', 'C1')).toEqual([record(EXAMPLE.pledges, 'PL-2')]);
    expect(await listPledgesTouching(db, 'JWP', 'X1')).toEqual([]);
  });

  test('is the prospects that ask for an activity', async () => {
    const db = await openExample();
    expect(await listProspectsTouching(db, 'NEXT', 'X1')).toEqual([record(EXAMPLE.prospects, 'PR-1')]);
    expect(await listProspectsTouching(db, 'JWP', 'X1')).toEqual([]);
  });

  test('is the names of donors', async () => {
    const names = await listDonorNames(await openExample());
    expect(names.get('north')).toBe('Northern ministry (fictitious)');
    expect(names.size).toBe(2);
  });

  test('is the single records behind a figure, none of them later than the day', async () => {
    const db = await openExample();
    const sources = await findBreakdownSources(db, {
      programme: 'JWP',
      activity: 'B8',
      pledges: ['PL-1'],
      asOf: '2012-12-31',
    });
    const [pledge] = EXAMPLE.pledges;
    expect(sources.lines).toEqual(EXAMPLE.budgets[0]?.lines);
    expect(sources.receipts).toEqual(new Map([['PL-1', pledge?.receipts]]));
    expect(sources.writeOffs).toEqual(new Map([['PL-1', []]]));
    const ofProgramme = { programme: 'JWP', activity: null, pledges: ['PL-1'], asOf: '2012-04-10' };
    expect(await findBreakdownSources(db, ofProgramme)).toEqual({
      lines: [],
      receipts: new Map([['PL-1', []]]),
      writeOffs: new Map([['PL-1', []]]),
    });
    const ofNothing = await findBreakdownSources(db, { ...ofProgramme, pledges: [] });
    expect(ofNothing.receipts).toEqual(new Map());
  });
});
