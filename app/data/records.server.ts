import type { Database } from './database.server.ts';
import { rawSql } from './raw-sql.server.ts';
import type { RecordKind, RecordOf } from './record-kind.server.ts';
import { readRecords } from './record-reading.server.ts';

/**
 * Records of one kind with all that belongs to them, as they stood at one moment, in the order of the kind.
 *
 * @param keyStart The first parts of the key that they have, none for all records.
 */
export function listRecords<L extends RecordKind['list']>(
  db: Database,
  kind: RecordKind<L>,
  ...keyStart: readonly (string | number)[]
): Promise<RecordOf<L>[]> {
  return db.snapshot((transaction) => readRecords(rawSql(db, transaction), kind, ...keyStart));
}
