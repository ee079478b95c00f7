import { setImmediate as otherWork } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { recordKey } from '#app/domain/portfolio-merge.ts';
import { deleteRows, insertRows, putRecords, putRows, updateRows } from './bulk.server.ts';
import type { KindChanges, Plan } from './portfolio-changes.server.ts';
import type { RawSql } from './raw-sql.server.ts';
import type { ChildTable, RecordKind } from './record-kind.server.ts';
import { continueRevisions } from './record-revisions.server.ts';
import type { Row, Table } from './table.server.ts';

/** How many records go into one statement: with their children some thousand rows. */
const BATCH = 500;

/**
 * Writes additions and changes of every kind; what is the same stays untouched, child rows too.
 *
 * @param plans In the order in which kinds refer to each other.
 * @param onWritten Told how many more records are done.
 */
export async function writeChanges(
  sql: RawSql,
  plans: readonly Plan[],
  onWritten: (count: number) => void,
): Promise<void> {
  // First all that goes away, so that nothing new meets what it replaces.
  for (const { kind, changes } of plans.toReversed()) {
    for (const batch of batches(changes.changed)) await makeRoom(sql, kind, batch);
  }
  const now = new Date();
  for (const { kind, changes } of plans) {
    const records = [...changes.changed, ...changes.added.map((after) => ({ before: null, after }))];
    for (const batch of batches(records)) {
      await putRecords(
        sql,
        kind.table,
        batch.map(({ after }) => kind.rowOf(after)),
        now,
      );
      const added = batch.flatMap(({ before, after }) => (before === null ? [after] : []));
      await continueRevisions(sql, kind, added);
      for (const child of Object.values(kind.children)) await writeChildren(sql, child, batch);
      onWritten(batch.length);
      // A signal or another request gets its turn: SQLite itself never waits.
      await otherWork();
    }
  }
}

type Change = {
  readonly before: KindChanges['added'][number] | null;
  readonly after: KindChanges['added'][number];
};

async function makeRoom(sql: RawSql, kind: RecordKind, batch: KindChanges['changed']): Promise<void> {
  for (const child of Object.values(kind.children)) {
    const outdated = batch.flatMap((change) => {
      const { gone, replaced } = differences(child, change);
      return child.isReferredTo ? gone : [...gone, ...replaced];
    });
    await deleteRows(sql, child.table, outdated);
  }
  if (kind.whileChanging) {
    await updateRows(
      sql,
      kind.table,
      batch.map(({ before }) => kind.rowOf(before)),
      kind.whileChanging,
    );
  }
}

async function writeChildren(sql: RawSql, child: ChildTable<never>, batch: readonly Change[]): Promise<void> {
  const rows = batch.flatMap((change) => differences(child, change).written);
  if (child.isReferredTo) await putRows(sql, child.table, rows);
  else await insertRows(sql, child.table, rows);
}

type Differences = { readonly [What in 'gone' | 'replaced' | 'written']: readonly Row<Table>[] };

/** Which rows of a record's children go, which are replaced under their key, and which are new or other than before. */
function differences(child: ChildTable<never>, { before, after }: Change): Differences {
  const rowsAfter = child.rowsOf(after as never);
  if (!before) return { gone: [], replaced: [], written: rowsAfter };
  const keyOf = (row: Row<Table>) => recordKey(...child.table.key.map((name) => row[name]));
  const rowsBefore = new Map(child.rowsOf(before as never).map((row) => [keyOf(row), row]));
  const written = rowsAfter.filter((row) => !isDeepStrictEqual(rowsBefore.get(keyOf(row)), row));
  const keysAfter = new Set(rowsAfter.map(keyOf));
  return {
    gone: [...rowsBefore].filter(([key]) => !keysAfter.has(key)).map(([, row]) => row),
    replaced: written.flatMap((row) => rowsBefore.get(keyOf(row)) ?? []),
    written,
  };
}

function* batches<T>(elements: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < elements.length; start += BATCH) yield elements.slice(start, start + BATCH);
}
