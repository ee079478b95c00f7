import type { ActivityFunding, ActivityStatus, Priority, SpeciesShare } from '#app/domain/activity.ts';
import type { ActivityFacts, BudgetFacts } from '#app/domain/facts.ts';
import { asText, collectRows, groupInOrder } from './collected-rows.server.ts';
import type { FactsQuery } from './facts.server.ts';
import type { RawSql } from './raw-sql.server.ts';

/** The activities of a programme with their budgets in force and what the external lines of these add up to. */
export async function listActivityFacts(sql: RawSql, query: FactsQuery): Promise<ActivityFacts[]> {
  const shares = await listShares(sql, query);
  const budgets = await listBudgetsInForce(sql, query);
  const activities = await collectRows<
    [code: string, title: string, theme: string, status: string, funding: string, priority: string | null]
  >(
    sql,
    ['"code"', '"title"', '"themeCode"', '"status"', '"funding"', '"priority"'],
    `"Activity" WHERE "programmeCode" = ${sql.parameter(1)}`,
    query.programme,
  );
  return activities.map(([code, title, theme, status, funding, priority]) => ({
    code,
    title,
    theme,
    status: status as ActivityStatus,
    funding: funding as ActivityFunding,
    priority: priority as Priority | null,
    species: shares.get(code) ?? [],
    budget: budgets.get(code) ?? null,
  }));
}

async function listShares(sql: RawSql, { programme }: FactsQuery): Promise<Map<string, SpeciesShare[]>> {
  const rows = await collectRows<[activity: string, species: string, share: number, position: number]>(
    sql,
    ['"activityCode"', '"speciesCode"', '"shareMillionths"', '"position"'],
    `"ActivitySpecies" WHERE "programmeCode" = ${sql.parameter(1)}`,
    programme,
  );
  return groupInOrder(rows, ([, code, share]) => ({ code, shareMillionths: BigInt(share) }));
}

/**
 * The version in force of each activity: the one with the latest approval on or before the as-of date, approved or
 * superseded. No two versions of an activity were approved on one day.
 *
 * @source domain.md, section 3
 */
function inForce(sql: RawSql): string {
  return `(
    SELECT "activityCode", "version", "currency", "rateDate", "pscRate" FROM "Budget" AS budget
    WHERE "programmeCode" = ${sql.parameter(1)} AND "status" <> 'draft' AND "approvedOn" <= ${sql.parameter(2)}
      AND NOT EXISTS (
        SELECT 1 FROM "Budget" AS later
        WHERE later."programmeCode" = budget."programmeCode" AND later."activityCode" = budget."activityCode"
          AND later."status" <> 'draft' AND later."approvedOn" <= ${sql.parameter(2)}
          AND later."approvedOn" > budget."approvedOn"
      )
  ) AS budget`;
}

async function listBudgetsInForce(
  sql: RawSql,
  { programme, asOf }: FactsQuery,
): Promise<Map<string, BudgetFacts>> {
  // CROSS tells SQLite to find the version first and then its lines; the other way round it looks for the version of
  // every line.
  const sums = await collectRows<[activity: string, directMinor: string, year: number]>(
    sql,
    ['"activityCode"', asText('"directMinor"'), '"year"'],
    `(
      SELECT line."activityCode", line."year", SUM(line."totalMinor") AS "directMinor"
      FROM ${inForce(sql)}
      CROSS JOIN "BudgetLine" AS line
      WHERE line."programmeCode" = ${sql.parameter(1)} AND line."funding" = 'external'
        AND line."activityCode" = budget."activityCode" AND line."budgetVersion" = budget."version"
      GROUP BY line."activityCode", line."year"
    ) AS direct`,
    programme,
    asOf,
  );
  const directs = groupInOrder(sums, ([, directMinor, year]) => ({ year, directMinor: BigInt(directMinor) }));
  const budgets = await collectRows<[activity: string, number, string, string, string]>(
    sql,
    ['"activityCode"', '"version"', '"currency"', '"rateDate"', '"pscRate"'],
    inForce(sql),
    programme,
    asOf,
  );
  return new Map(
    budgets.map(([activity, version, currency, rateDate, pscRate]) => [
      activity,
      { version, currency, rateDate, pscRate, directs: directs.get(activity) ?? [] },
    ]),
  );
}
