import type { Portfolio } from '#app/domain/portfolio.ts';
import type { PortfolioList } from '#app/domain/portfolio-check-findings.ts';
import type { RawSql } from './raw-sql.server.ts';
import type { RecordOf } from './record-kind.server.ts';
import { readRecords, readRecordsByKey } from './record-reading.server.ts';
import { ACTIVITIES } from './records/activities.server.ts';
import { BUDGETS } from './records/budgets.server.ts';
import { DONORS } from './records/donors.server.ts';
import { EXCHANGE_RATES } from './records/exchange-rates.server.ts';
import { PLEDGES } from './records/pledges.server.ts';
import { PROGRAMMES, THEMES } from './records/programmes.server.ts';
import { PROSPECTS } from './records/prospects.server.ts';
import { SPECIES_PROGRAMMES } from './records/species.server.ts';
import { findSettings } from './settings.server.ts';

type Key = readonly (string | number)[];
type Lists = { readonly [L in PortfolioList]?: Portfolio[L] };

/** Records that refer to one record, by the names of their lists. */
export type Referrers = Pick<Portfolio, 'budgets' | 'prospects' | 'pledges'>;

const NONE: Referrers = { budgets: [], prospects: [], pledges: [] };

/** The budgets, prospects and pledges that refer to an activity, a donor or a prospect. */
export async function readReferrers(sql: RawSql, list: PortfolioList, key: Key): Promise<Referrers> {
  if (list === 'donors') {
    return {
      ...NONE,
      prospects: await readWhere(sql, 'prospects', `"donorCode" = ${sql.parameter(1)}`, key),
      pledges: await readWhere(sql, 'pledges', `"donorCode" = ${sql.parameter(1)}`, key),
    };
  }
  if (list === 'prospects') {
    return { ...NONE, pledges: await readWhere(sql, 'pledges', `"prospectCode" = ${sql.parameter(1)}`, key) };
  }
  if (list !== 'activities') return NONE;
  const isIt = `"programmeCode" = ${sql.parameter(1)} AND "activityCode" = ${sql.parameter(2)}`;
  const pledgesNaming = (table: string) =>
    `"code" IN (SELECT "pledgeCode" FROM "${table}" WHERE ${isIt}) AND "programmeCode" = ${sql.parameter(1)}`;
  const [allocated, earmarked] = [pledgesNaming('PledgeAllocation'), pledgesNaming('PledgeEarmark')];
  return {
    budgets: await readRecords(sql, BUDGETS, ...key),
    prospects: await readWhere(
      sql,
      'prospects',
      `"code" IN (SELECT "prospectCode" FROM "ProspectAsk" WHERE ${isIt})`,
      key,
    ),
    pledges: await readWhere(sql, 'pledges', `(${allocated}) OR (${earmarked})`, key),
  };
}

async function readWhere<L extends 'prospects' | 'pledges'>(
  sql: RawSql,
  list: L,
  condition: string,
  parameters: Key,
): Promise<Portfolio[L]> {
  const kind = list === 'prospects' ? PROSPECTS : PLEDGES;
  const columns = kind.parentKey.map((name) => `"${name}"`).join(', ');
  const rows = await sql.query<Record<string, string>>(
    `SELECT ${columns} FROM "${kind.table.name}" WHERE ${condition}`,
    ...parameters,
  );
  const keys = rows.map((row) => kind.parentKey.map((name) => row[name] as string));
  const records =
    list === 'prospects' ? readRecordsByKey(sql, PROSPECTS, keys) : readRecordsByKey(sql, PLEDGES, keys);
  return (await records) as unknown as Portfolio[L];
}

/**
 * A portfolio with what some records refer to and nothing that they do not need, for checking these records alone.
 * All programmes and themes are in it, for there are few.
 *
 * @param given The records; they are not in the answer.
 */
export async function readSurroundings(sql: RawSql, given: Lists): Promise<Portfolio> {
  const { baseCurrency, demonstration } = await findSettings({ client: sql.transaction });
  const names = referencesOf(given);
  const rates = [];
  for (const currency of names.currencies) rates.push(...(await readRecords(sql, EXCHANGE_RATES, currency)));
  return {
    baseCurrency,
    demonstration,
    exchangeRates: rates,
    programmes: await readRecords(sql, PROGRAMMES),
    themes: await readRecords(sql, THEMES),
    speciesProgrammes: await readRecordsByKey(sql, SPECIES_PROGRAMMES, one(names.species)),
    activities: await readRecordsByKey(sql, ACTIVITIES, names.activities),
    budgets: [],
    donors: await readRecordsByKey(sql, DONORS, one(names.donors)),
    prospects: await readRecordsByKey(sql, PROSPECTS, one(names.prospects)),
    pledges: [],
  };
}

function one(codes: ReadonlySet<string>): Key[] {
  return [...codes].map((code) => [code]);
}

function referencesOf(given: Lists) {
  const { activities = [], budgets = [], donors = [], prospects = [], pledges = [] } = given;
  const asks = prospects.flatMap((prospect) => prospect.asks);
  return {
    currencies: new Set([...budgets, ...prospects, ...pledges].map(({ currency }) => currency)),
    species: new Set([
      ...activities.flatMap(({ species }) => species.map(({ code }) => code)),
      ...donors.flatMap(({ interests }) => interests.species),
      ...pledges.flatMap(({ earmark }) => earmark.species),
    ]),
    activities: [...budgets, ...asks]
      .map(({ programme, activity }) => [programme, activity])
      .concat(pledges.flatMap(activitiesOf)),
    donors: new Set([...prospects, ...pledges].map(({ donor }) => donor)),
    prospects: new Set(pledges.flatMap(({ prospect }) => prospect ?? [])),
  };
}

function activitiesOf({ programme, earmark, allocations }: RecordOf<'pledges'>): string[][] {
  const codes = new Set([...earmark.activities, ...allocations.map(({ activity }) => activity)]);
  return [...codes].map((code) => [programme, code]);
}
