import type { RawSql } from './raw-sql.server.ts';
import type { Row, Table } from './table.server.ts';

/** All rows of a table, or those that a condition lets through, in no order. */
export async function selectRows<T extends Table>(
  sql: RawSql,
  table: T,
  where = '',
  ...parameters: readonly unknown[]
): Promise<Row<T>[]> {
  const columns = Object.entries(table.columns);
  // An amount as a JSON number could be too large for JavaScript.
  const cells = columns.map(([name, { sql }]) =>
    sql === 'bigint' ? `CAST("${name}" AS text)` : `"${name}"`,
  );
  const [answer] = await sql.query<{ rows: string }>(
    `SELECT ${sql.collect(sql.array(...cells))} AS rows FROM "${table.name}" ${where}`,
    ...parameters,
  );
  const rows = JSON.parse(answer?.rows ?? '[]') as unknown[][];
  return rows.map((cells) => {
    const row: Record<string, unknown> = {};
    for (const [index, [name, { sql }]] of columns.entries()) {
      row[name] = sql === 'bigint' ? BigInt(cells[index] as string) : cells[index];
    }
    return row as Row<T>;
  });
}

/** Adds rows that are not there yet. */
export async function insertRows(sql: RawSql, table: Table, rows: readonly Row<Table>[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.execute(insertInto(sql, table, []), toJson(table, rows));
}

/** As {@link insertRows}, with an instant in a column that the table's description leaves out. */
export async function insertRowsAt(
  sql: RawSql,
  table: Table,
  rows: readonly Row<Table>[],
  column: string,
  instant: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql.execute(insertInto(sql, table, [[column, instantFor(sql, instant)]]), toJson(table, rows));
}

/** Adds rows, or replaces what stands under their keys. */
export async function putRows(sql: RawSql, table: Table, rows: readonly Row<Table>[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.execute(`${insertInto(sql, table, [])} ${onConflict(table, [])}`, toJson(table, rows));
}

/** As {@link putRows}, for what people edit: a new record starts at revision 1, another one's revision goes up. */
export async function putRecords(
  sql: RawSql,
  table: Table,
  rows: readonly Row<Table>[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const instant = instantFor(sql, now);
  const bookkeeping = [
    ['createdAt', instant],
    ['updatedAt', instant],
    ['revision', '1'],
  ] as const;
  const updates = [`"updatedAt" = excluded."updatedAt"`, `"revision" = "${table.name}"."revision" + 1`];
  await sql.execute(
    `${insertInto(sql, table, bookkeeping)} ${onConflict(table, updates)}`,
    toJson(table, rows),
  );
}

/** Takes away the rows under these keys. */
export async function deleteRows(sql: RawSql, table: Table, rows: readonly Row<Table>[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.execute(`DELETE FROM "${table.name}" WHERE ${isKeyIn(sql, table)}`, keysAsJson(table, rows));
}

/** Sets columns of the rows under these keys. */
export async function updateRows(
  sql: RawSql,
  table: Table,
  rows: readonly Row<Table>[],
  assignments: string,
): Promise<void> {
  if (rows.length === 0) return;
  await sql.execute(
    `UPDATE "${table.name}" SET ${assignments} WHERE ${isKeyIn(sql, table)}`,
    keysAsJson(table, rows),
  );
}

/** A condition for the rows whose key is in the first parameter, a JSON array of keys. */
export function isKeyIn(sql: RawSql, table: Table, key: readonly string[] = table.key): string {
  const names = key.map((name) => `"${name}"`).join(', ');
  const cells = key.map((name, index) => sql.cell(index, columnType(table, name)));
  return `(${names}) IN (SELECT ${cells.join(', ')} FROM ${sql.rowsFrom(sql.parameter(1))})`;
}

function keysAsJson(table: Table, rows: readonly Row<Table>[]): string {
  return JSON.stringify(rows.map((row) => table.key.map((name) => row[name])));
}

function insertInto(
  sql: RawSql,
  table: Table,
  constants: readonly (readonly [name: string, value: string])[],
): string {
  const names = Object.keys(table.columns);
  const cells = names.map((name, index) => sql.cell(index, columnType(table, name)));
  const columns = [...names, ...constants.map(([name]) => name)].map((name) => `"${name}"`);
  const values = [...cells, ...constants.map(([, value]) => value)];
  // Without a WHERE, SQLite takes the ON of "ON CONFLICT" for that of a join.
  return (
    `INSERT INTO "${table.name}" (${columns.join(', ')}) ` +
    `SELECT ${values.join(', ')} FROM ${sql.rowsFrom(sql.parameter(1))} WHERE true`
  );
}

function onConflict(table: Table, updates: readonly string[]): string {
  const replaced = Object.keys(table.columns)
    .filter((name) => !table.key.includes(name))
    .map((name) => `"${name}" = excluded."${name}"`);
  const key = table.key.map((name) => `"${name}"`).join(', ');
  return `ON CONFLICT (${key}) DO UPDATE SET ${[...replaced, ...updates].join(', ')}`;
}

function toJson(table: Table, rows: readonly Row<Table>[]): string {
  const names = Object.keys(table.columns);
  return JSON.stringify(rows.map((row) => names.map((name) => cellOf(row[name]))));
}

function cellOf(value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function columnType(table: Table, name: string) {
  const column = table.columns[name];
  if (!column) throw new Error(`Table ${table.name} has no column ${name}`);
  return column.sql;
}

/** An instant as Prisma writes it, as SQL. */
export function instantFor({ provider }: RawSql, instant: Date): string {
  const iso = instant.toISOString().replace('Z', '');
  return provider === 'sqlite' ? `'${iso}+00:00'` : `TIMESTAMP '${iso}'`;
}
