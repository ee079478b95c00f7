import { expect, test } from 'vitest';
import { actingAs, type Database } from '#app/data/database.server.ts';
import { savePortfolio } from '#app/data/portfolio.server.ts';
import { changeRecord } from '#app/data/record-changes.server.ts';
import { findRecord } from '#app/data/record-versions.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import {
  makeActivity,
  makeBudget,
  makePledge,
  makePortfolio,
  makeProspect,
} from '../../support/portfolios.ts';

const ALLOCATED = makePledge({ allocations: [{ activity: 'B8', year: null, amountMinor: 4_000n }] });
const PORTFOLIO = makePortfolio({
  activities: [makeActivity({ code: 'B8' }), makeActivity({ code: 'B10' })],
  budgets: [makeBudget({ activity: 'B8' })],
  prospects: [makeProspect()],
  pledges: [ALLOCATED],
});
const ANNA = { kind: 'person', id: 7, name: 'Anna Keller' } as const;

describeOnBothDatabases('changing a record', (open) => {
  const filled = async (): Promise<Database> => {
    const db = await open();
    await savePortfolio(db, PORTFOLIO);
    return actingAs(db, ANNA);
  };

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
      actorKind: 'person',
      actorId: 7,
      actorName: 'Anna Keller',
      action: 'changed',
      kind: 'pledges',
      key: 'PL-1',
      reason: 'Agreement signed',
    });
    expect(JSON.parse(entry.after ?? '')).toEqual({
      ...JSON.parse(entry.before ?? ''),
      committedOn: '2012-04-01',
    });
  });
});
