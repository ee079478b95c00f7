import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { parseDatabaseUrl } from '#app/data/database-url.server.ts';

/**
 * What somebody would write who wants the funding gap by activity and year out of the same tables quickly: one
 * statement, amounts in their own currencies, no rates, no rounding rules, no filling of years in order, no
 * earmarks. It reads the same rows as the product does, and is what the product's time is measured by.
 *
 * $1 is the programme, $2 the as-of date.
 */
const STATEMENT = `
WITH versions AS (
  SELECT "activityCode", "version", "pscRate",
    ROW_NUMBER() OVER (PARTITION BY "activityCode" ORDER BY "approvedOn" DESC) AS place
  FROM "Budget"
  WHERE "programmeCode" = $1 AND "status" <> 'draft' AND "approvedOn" <= $2
),
direct AS (
  SELECT "activityCode", "budgetVersion", "year", SUM("totalMinor") AS minor
  FROM "BudgetLine"
  WHERE "programmeCode" = $1 AND "funding" = 'external'
  GROUP BY "activityCode", "budgetVersion", "year"
),
required AS (
  SELECT direct."activityCode" AS activity, direct."year" AS year,
    direct.minor * (1 + CAST(versions."pscRate" AS DECIMAL)) AS minor
  FROM direct
  JOIN versions ON versions."activityCode" = direct."activityCode" AND versions."version" = direct."budgetVersion"
  WHERE versions.place = 1
),
receipts AS (
  SELECT "pledgeCode", SUM("amountMinor") AS minor
  FROM "Receipt" WHERE "programmeCode" = $1 AND "date" <= $2 GROUP BY "pledgeCode"
),
write_offs AS (
  SELECT "pledgeCode", SUM("amountMinor") AS minor
  FROM "WriteOff" WHERE "programmeCode" = $1 AND "date" <= $2 GROUP BY "pledgeCode"
),
promised AS (
  SELECT pledge."code", pledge."amountMinor" AS minor,
    COALESCE(receipts.minor, 0) AS received,
    CASE WHEN pledge."cancelledOn" <= $2 THEN 0
      WHEN COALESCE(receipts.minor, 0) + COALESCE(write_offs.minor, 0) >= pledge."amountMinor" THEN 0
      ELSE pledge."amountMinor" - COALESCE(receipts.minor, 0) - COALESCE(write_offs.minor, 0)
    END AS outstanding,
    CASE WHEN pledge."committedOn" <= $2 THEN 1 ELSE 0 END AS is_committed
  FROM "Pledge" AS pledge
  LEFT JOIN receipts ON receipts."pledgeCode" = pledge."code"
  LEFT JOIN write_offs ON write_offs."pledgeCode" = pledge."code"
  WHERE pledge."programmeCode" = $1 AND pledge."date" <= $2
),
allocated AS (
  SELECT allocation."activityCode" AS activity, allocation."year" AS year,
    SUM(promised.received * 1.0 * allocation."amountMinor" / promised.minor) AS received,
    SUM(promised.outstanding * 1.0 * allocation."amountMinor" / promised.minor * promised.is_committed) AS committed,
    SUM(promised.outstanding * 1.0 * allocation."amountMinor" / promised.minor * (1 - promised.is_committed)) AS pledged
  FROM "PledgeAllocation" AS allocation
  JOIN promised ON promised."code" = allocation."pledgeCode"
  WHERE allocation."programmeCode" = $1
  GROUP BY allocation."activityCode", allocation."year"
),
asked AS (
  SELECT ask."activityCode" AS activity,
    SUM(ask."amountMinor" * COALESCE(CAST(prospect."probability" AS DECIMAL), CASE prospect."stage"
      WHEN 'identified' THEN 0.05 WHEN 'qualified' THEN 0.1 WHEN 'cultivation' THEN 0.2
      WHEN 'concept' THEN 0.3 WHEN 'proposal' THEN 0.6 ELSE 0.9 END)) AS weighted
  FROM "Prospect" AS prospect
  JOIN "ProspectAsk" AS ask ON ask."prospectCode" = prospect."code"
  WHERE ask."programmeCode" = $1 AND prospect."createdOn" <= $2 AND prospect."stage" NOT IN ('won', 'lost')
    AND (prospect."decisionBy" IS NULL OR prospect."decisionBy" >= $2)
    AND NOT EXISTS (SELECT 1 FROM "Pledge" AS pledge
      WHERE pledge."prospectCode" = prospect."code" AND pledge."date" <= $2)
  GROUP BY ask."activityCode"
),
parts AS (
  SELECT activity, year, minor AS requirement, 0 AS received, 0 AS committed, 0 AS pledged, 0 AS weighted
  FROM required
  UNION ALL SELECT activity, year, 0, received, committed, pledged, 0 FROM allocated
  UNION ALL SELECT activity, NULL, 0, 0, 0, 0, weighted FROM asked
  UNION ALL SELECT NULL, NULL, 0, SUM(received), SUM(outstanding * is_committed),
    SUM(outstanding * (1 - is_committed)), 0 FROM promised
)
SELECT activity, year, SUM(requirement) AS requirement, SUM(received) AS received, SUM(committed) AS committed,
  SUM(pledged) AS pledged, SUM(weighted) AS weighted
FROM parts
GROUP BY activity, year
ORDER BY activity, year`;

/** A connection below the product that answers the statement as JSON text. */
export type PlainSql = {
  answer(programme: string, asOf: string): Promise<{ readonly json: string; readonly rowCount: number }>;
  close(): Promise<void>;
};

export async function openPlainSql(databaseUrl: string): Promise<PlainSql> {
  const location = parseDatabaseUrl(databaseUrl);
  if (location.provider === 'sqlite') {
    const connection = new Sqlite(location.file, { readonly: true });
    return {
      async answer(programme, asOf) {
        const statement = connection.prepare(STATEMENT.replaceAll('$', '?'));
        return inJson(statement.all({ 1: programme, 2: asOf }));
      },
      async close() {
        connection.close();
      },
    };
  }
  const client = new pg.Client({ connectionString: location.connectionString });
  await client.connect();
  return {
    answer: async (programme, asOf) => inJson((await client.query(STATEMENT, [programme, asOf])).rows),
    close: () => client.end(),
  };
}

function inJson(rows: readonly unknown[]) {
  return { json: JSON.stringify(rows), rowCount: rows.length };
}
