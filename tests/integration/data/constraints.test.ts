import { expect, test } from 'vitest';
import { isConstraintViolation } from '#app/data/driver-error.server.ts';
import { savePortfolio } from '#app/data/portfolio.server.ts';
import { ACTIVITY_FUNDINGS, ACTIVITY_STATUSES, ITEM_FUNDINGS, PRIORITIES } from '#app/domain/activity.ts';
import { BUDGET_CATEGORIES, LINE_FUNDINGS } from '#app/domain/budget.ts';
import { DONOR_TYPES } from '#app/domain/donor.ts';
import { LARGEST_AMOUNT_MINOR } from '#app/domain/money.ts';
import { PROSPECT_STAGES } from '#app/domain/prospect.ts';
import { SPECIES_STATUSES } from '#app/domain/species.ts';
import { TIMEFRAME_KINDS } from '#app/domain/timeframe.ts';
import { changedBundle } from '../../support/bundles.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { portfolioOf } from '../../support/portfolio-of.ts';

const EXAMPLE = portfolioOf(changedBundle({}));

/** Changes of the example that no rule of the domain allows, as SQL on a column of every row that has a value there. */
const REFUSED: readonly (readonly [table: string, assignment: string])[] = [
  ['ExchangeRate', `"unitsPerBase" = '0.00'`],
  ['ExchangeRate', `"unitsPerBase" = '-1'`],
  ['ExchangeRate', `"unitsPerBase" = '1e3'`],
  ['ExchangeRate', `"unitsPerBase" = '1,5'`],
  ['ExchangeRate', `"from" = '2012-02-30'`],
  ['ExchangeRate', `"from" = '2012-2-3'`],
  ['ExchangeRate', `"currency" = 'eur'`],
  ['Settings', `"id" = 2`],
  ['Settings', `"baseCurrency" = 'dollars'`],
  ['Programme', `"endYear" = 2011`],
  ['Programme', `"code" = ''`],
  ['SpeciesProgramme', `"status" = 'extinct'`],
  ['Taxon', `"position" = -1`],
  ['Activity', `"funding" = 'free'`],
  ['Activity', `"priority" = 'urgent'`],
  ['Activity', `"status" = 'done'`],
  ['Activity', `"timeframeKind" = 'weekly'`],
  ['Activity', `"timeframeKind" = 'years', "timeframeStartYear" = NULL`],
  ['Activity', `"timeframeKind" = 'years', "timeframeStartYear" = 2014, "timeframeEndYear" = 2013`],
  ['Activity', `"timeframeKind" = 'ongoing', "timeframeStartYear" = 2012, "timeframeEndYear" = 2013`],
  [
    'Activity',
    `"timeframeKind" = NULL, "timeframeStartYear" = NULL, "timeframeEndYear" = NULL, "timeframePrinted" = '2012'`,
  ],
  ['Activity', `"themeCode" = 'Z'`],
  ['ActivitySpecies', `"shareMillionths" = 1000001`],
  ['ActivitySpecies', `"shareMillionths" = -1`],
  ['ActivitySpecies', `"speciesCode" = 'sharks'`],
  ['ActivitySpecies', `"speciesCode" = 'unicorns'`],
  ['ActivityItem', `"funding" = 'free'`],
  ['Budget', `"version" = 0`],
  ['Budget', `"status" = 'draft'`],
  ['Budget', `"status" = 'approved', "approvedOn" = NULL`],
  ['Budget', `"rateDate" = '2999-01-01'`],
  ['Budget', `"status" = 'superseded', "approvedOn" = '2013-03-01'`],
  ['Budget', `"status" = 'approved', "approvedOn" = '2014-01-0' || "version"`],
  ['Budget', `"pscRate" = '13 %'`],
  ['BudgetLine', `"unitCostMinor" = -1`],
  ['BudgetLine', `"totalMinor" = ${LARGEST_AMOUNT_MINOR + 1n}`],
  ['BudgetLine', `"quantity" = '-1'`],
  ['BudgetLine', `"quantity" = '.5'`],
  ['BudgetLine', `"category" = 'support'`],
  ['BudgetLine', `"funding" = 'partial'`],
  ['BudgetLine', `"itemCode" = 'z'`],
  ['BudgetLine', `"year" = 0`],
  ['Donor', `"type" = 'king'`],
  ['Donor', `"country" = 'Germany'`],
  ['Donor', `"pscCap" = 'none'`],
  ['DonorSpeciesInterest', `"speciesCode" = 'unicorns'`],
  ['Prospect', `"probability" = '1.01'`],
  ['Prospect', `"probability" = '60 %'`],
  ['Prospect', `"stage" = 'hope'`],
  ['Prospect', `"createdOn" = '2012-13-01'`],
  ['Prospect', `"donorCode" = 'nobody'`],
  ['ProspectAsk', `"amountMinor" = -1`],
  ['ProspectAsk', `"activityCode" = 'Z9'`],
  ['Pledge', `"amountMinor" = 0`],
  ['Pledge', `"committedOn" = '1999-01-01'`],
  ['Pledge', `"cancelledOn" = '1999-01-01'`],
  ['Pledge', `"date" = 'today'`],
  ['Pledge', `"prospectCode" = 'PR-9'`],
  ['PledgeEarmark', `"year" = 2012, "activityCode" = 'B8'`],
  ['PledgeEarmark', `"year" = NULL, "activityCode" = NULL, "speciesCode" = NULL, "themeCode" = NULL`],
  ['PledgeEarmark', `"programmeCode" = 'NEXT'`],
  ['PledgeAllocation', `"amountMinor" = -1`],
  ['PledgeAllocation', `"year" = 2012, "activityCode" = 'B8', "pledgeCode" = 'PL-1'`],
  ['PledgeAllocation', `"year" = NULL, "activityCode" = 'B8', "pledgeCode" = 'PL-1'`],
  ['Instalment', `"due" = ''`],
  ['Receipt', `"date" = '2012-02-30'`],
  ['Receipt', `"amountMinor" = -1`],
  ['WriteOff', `"amountMinor" = -1`],
];

describeOnBothDatabases('the database', (open, { provider }) => {
  test('refuses what no rule of the domain allows', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    for (const [table, assignment] of REFUSED) {
      const result = await db
        .transaction((transaction) => transaction.$executeRawUnsafe(`UPDATE "${table}" SET ${assignment}`))
        .catch((error: unknown) => error);
      // PostgreSQL reports a day that does not exist before it looks at the constraint.
      const isNoDay = provider === 'postgresql' && /date|22008/.test(String(result));
      expect(isConstraintViolation(result) || isNoDay, `${table}: ${assignment} gave ${result}`).toBe(true);
    }
  });

  test('refuses to lose what something refers to', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    for (const table of ['Programme', 'Theme', 'SpeciesProgramme', 'Activity', 'Donor', 'Prospect']) {
      const deleting = db.transaction((transaction) =>
        transaction.$executeRawUnsafe(`DELETE FROM "${table}"`),
      );
      await expect(deleting, table).rejects.toSatisfy(isConstraintViolation);
    }
  });

  test('takes the children of a record with it', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    await db.transaction(async (transaction) => {
      await transaction.pledge.deleteMany();
      await transaction.budget.deleteMany();
    });
    expect(await db.client.receipt.count()).toBe(0);
    expect(await db.client.pledgeEarmark.count()).toBe(0);
    expect(await db.client.budgetLine.count()).toBe(0);
  });

  test('knows every value of the lists of the domain', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const values: Readonly<Record<string, readonly string[]>> = {
      'SpeciesProgramme.status': SPECIES_STATUSES,
      'Activity.funding': ACTIVITY_FUNDINGS,
      'Activity.status': ACTIVITY_STATUSES,
      'Activity.priority': PRIORITIES,
      'Activity.timeframeKind': TIMEFRAME_KINDS.filter((kind) => kind !== 'years'),
      'ActivityItem.funding': ITEM_FUNDINGS,
      'BudgetLine.category': BUDGET_CATEGORIES,
      'BudgetLine.funding': LINE_FUNDINGS,
      'Donor.type': DONOR_TYPES,
      'Prospect.stage': PROSPECT_STAGES,
    };
    await db.transaction(async (transaction) => {
      await transaction.activity.updateMany({
        data: { timeframeStartYear: null, timeframeEndYear: null, timeframeKind: 'ongoing' },
      });
      for (const [column, allowed] of Object.entries(values)) {
        const [table, name] = column.split('.');
        for (const value of allowed) {
          await transaction.$executeRawUnsafe(`UPDATE "${table}" SET "${name}" = '${value}'`);
        }
      }
    });
  });
});
