import type { Portfolio } from '#app/domain/portfolio.ts';
import type { RawSql } from './raw-sql.server.ts';
import type { RecordKind, RecordOf } from './record-kind.server.ts';
import { readRecords } from './record-reading.server.ts';
import { RECORD_KINDS } from './records/all-kinds.server.ts';
import { findSettings } from './settings.server.ts';

/** Told how much of a long work is done; what it throws ends the work. */
export type OnProgress = (doneCount: number, totalCount: number) => void;

type List = RecordKind['list'];

/** Every record, in the stable order of its kind; inside a transaction, so that they agree. */
export async function readPortfolio(sql: RawSql, onProgress?: OnProgress): Promise<Portfolio> {
  const { baseCurrency, demonstration } = await findSettings({ client: sql.transaction });
  const lists: Partial<Record<List, readonly RecordOf<List>[]>> = {};
  for (const [index, kind] of RECORD_KINDS.entries()) {
    onProgress?.(index, RECORD_KINDS.length);
    lists[kind.list] = await readRecords(sql, kind);
  }
  onProgress?.(RECORD_KINDS.length, RECORD_KINDS.length);
  return { baseCurrency, demonstration, ...(lists as Pick<Portfolio, List>) };
}
