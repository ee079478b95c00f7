import type { Portfolio } from '#app/domain/portfolio.ts';
import { recordKey } from '#app/domain/portfolio-merge.ts';
import { selectRows } from './bulk.server.ts';
import type { RawSql } from './raw-sql.server.ts';
import type { ChildTable, RecordKind, RecordOf } from './record-kind.server.ts';
import { RECORD_KINDS } from './records/all-kinds.server.ts';
import { findSettings } from './settings.server.ts';
import type { Row, Table } from './table.server.ts';

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

/**
 * Records of one kind with all that belongs to them, in the order of the kind.
 *
 * @param keyStart The first parts of the key that they have, none for all records: a programme's code, say.
 */
export async function readRecords<L extends List>(
  sql: RawSql,
  kind: RecordKind<L>,
  ...keyStart: readonly (string | number)[]
): Promise<RecordOf<L>[]> {
  const rows = await selectRows(sql, kind.table, startsWith(sql, kind.parentKey, keyStart), ...keyStart);
  const children: [name: string, rows: Map<string, Row<Table>[]>][] = [];
  for (const [name, child] of Object.entries(kind.children)) {
    children.push([name, await readChildren(sql, child, keyStart)]);
  }
  const records = rows.map((row) => {
    const key = keyOf(row, kind.parentKey);
    return kind.recordOf(row, Object.fromEntries(children.map(([name, all]) => [name, all.get(key) ?? []])));
  });
  return records.sort(kind.compare);
}

/** The rows of a table of children by the key of their record, each record's in their stored order. */
async function readChildren(
  sql: RawSql,
  { table, parentKey }: ChildTable<never>,
  keyStart: readonly (string | number)[],
): Promise<Map<string, Row<Table>[]>> {
  const groups = new Map<string, Row<Table>[]>();
  for (const row of await selectRows(sql, table, startsWith(sql, parentKey, keyStart), ...keyStart)) {
    const key = keyOf(row, parentKey);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.position - b.position);
  return groups;
}

function startsWith(sql: RawSql, key: readonly string[], start: readonly unknown[]): string {
  const conditions = start.map((_, index) => `"${key[index]}" = ${sql.parameter(index + 1)}`);
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function keyOf(row: Row<Table>, columns: readonly string[]): string {
  return recordKey(...columns.map((name) => row[name]));
}
