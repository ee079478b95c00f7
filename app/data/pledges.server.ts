import type { Pledge } from '#app/domain/pledge.ts';
import type { Database } from './database.server.ts';
import { type RawSql, rawSql } from './raw-sql.server.ts';
import { readRecordsByKey } from './record-reading.server.ts';
import { PLEDGES } from './records/pledges.server.ts';
import { listRecords } from './records.server.ts';

/** The pledges to a programme, by code. */
export function listPledges(db: Database, programme: string): Promise<Pledge[]> {
  return listRecords(db, PLEDGES, programme);
}

/** The pledges with these codes, by code. */
export function listPledgesByCode(
  db: Database,
  programme: string,
  codes: readonly string[],
): Promise<Pledge[]> {
  if (codes.length === 0) return Promise.resolve([]);
  return db.snapshot((transaction) =>
    readRecordsByKey(
      rawSql(db, transaction),
      PLEDGES,
      codes.map((code) => [programme, code]),
    ),
  );
}

/** The pledges that are allocated to an activity or whose earmark names it, by code. */
export function listPledgesTouching(db: Database, programme: string, activity: string): Promise<Pledge[]> {
  return db.snapshot(async (transaction) => {
    const sql = rawSql(db, transaction);
    const codes = await sql.query<{ code: string }>(touching(sql), programme, activity);
    return readRecordsByKey(
      sql,
      PLEDGES,
      codes.map(({ code }) => [programme, code]),
    );
  });
}

function touching(sql: RawSql): string {
  const condition = `"programmeCode" = ${sql.parameter(1)} AND "activityCode" = ${sql.parameter(2)}`;
  return (
    `SELECT "pledgeCode" AS "code" FROM "PledgeAllocation" WHERE ${condition} ` +
    `UNION SELECT "pledgeCode" FROM "PledgeEarmark" WHERE ${condition}`
  );
}
