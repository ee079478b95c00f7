import { recordKey } from '#app/domain/portfolio-merge.ts';
import { isKeyIn, selectRows } from './bulk.server.ts';
import type { RawSql } from './raw-sql.server.ts';
import type { RecordKind, RecordOf } from './record-kind.server.ts';
import type { Row, Table } from './table.server.ts';

type List = RecordKind['list'];
type KeyPart = string | number;

/** Which rows to read: a condition on the columns that hold the key of the record, and its parameters. */
type Selection = {
  readonly where: (table: Table, key: readonly string[]) => string;
  readonly parameters: readonly unknown[];
};

/**
 * Records of one kind with all that belongs to them, in the order of the kind.
 *
 * @param keyStart The first parts of the key that they have, none for all records: a programme's code, say.
 */
export function readRecords<L extends List>(
  sql: RawSql,
  kind: RecordKind<L>,
  ...keyStart: readonly KeyPart[]
): Promise<RecordOf<L>[]> {
  return read(sql, kind, {
    where: (_, key) => {
      const conditions = keyStart.map((_, index) => `"${key[index]}" = ${sql.parameter(index + 1)}`);
      return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    },
    parameters: keyStart,
  });
}

/** The records with these keys, as {@link readRecords}. */
export function readRecordsByKey<L extends List>(
  sql: RawSql,
  kind: RecordKind<L>,
  keys: readonly (readonly KeyPart[])[],
): Promise<RecordOf<L>[]> {
  return read(sql, kind, {
    where: (table, key) => `WHERE ${isKeyIn(sql, table, key)}`,
    parameters: [JSON.stringify(keys)],
  });
}

async function read<L extends List>(
  sql: RawSql,
  { table, parentKey, children, recordOf, compare }: RecordKind<L>,
  { where, parameters }: Selection,
): Promise<RecordOf<L>[]> {
  const rows = await selectRows(sql, table, where(table, parentKey), ...parameters);
  const groups: [name: string, rows: Map<string, Row<Table>[]>][] = [];
  for (const [name, child] of Object.entries(children)) {
    const childRows = await selectRows(sql, child.table, where(child.table, child.parentKey), ...parameters);
    groups.push([name, groupInOrder(childRows, child.parentKey)]);
  }
  const records = rows.map((row) => {
    const key = keyOf(row, parentKey);
    return recordOf(row, Object.fromEntries(groups.map(([name, all]) => [name, all.get(key) ?? []])));
  });
  return records.sort(compare);
}

/** Rows by the key of their record, each record's in their stored order. */
function groupInOrder(rows: readonly Row<Table>[], parentKey: readonly string[]): Map<string, Row<Table>[]> {
  const groups = new Map<string, Row<Table>[]>();
  for (const row of rows) {
    const key = keyOf(row, parentKey);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.position - b.position);
  return groups;
}

function keyOf(row: Row<Table>, columns: readonly string[]): string {
  return recordKey(...columns.map((name) => row[name]));
}
