import type { Prospect } from '#app/domain/prospect.ts';
import type { Database } from './database.server.ts';
import { rawSql } from './raw-sql.server.ts';
import { readRecordsByKey } from './record-reading.server.ts';
import { PROSPECTS } from './records/prospects.server.ts';

/** The prospects that ask for an activity, at whatever stage, by code. */
export function listProspectsTouching(
  db: Database,
  programme: string,
  activity: string,
): Promise<Prospect[]> {
  return db.snapshot(async (transaction) => {
    const asks = await transaction.prospectAsk.findMany({
      where: { programmeCode: programme, activityCode: activity },
      select: { prospectCode: true },
      distinct: ['prospectCode'],
    });
    return readRecordsByKey(
      rawSql(db, transaction),
      PROSPECTS,
      asks.map(({ prospectCode }) => [prospectCode]),
    );
  });
}
