import type pg from 'pg';
import { BackupError } from './backup-error.server.ts';
import { type CellKind, NOT_BACKED_UP, type PortableTable, quoted } from './portable.server.ts';

const KINDS: Readonly<Record<string, CellKind>> = {
  text: 'text',
  varchar: 'text',
  int2: 'integer',
  int4: 'integer',
  int8: 'integer',
  float8: 'real',
  bool: 'boolean',
  timestamp: 'instant',
  timestamptz: 'instant',
  json: 'json',
  jsonb: 'json',
  bytea: 'bytes',
};

export type PostgresqlColumn = {
  readonly name: string;
  readonly kind: CellKind;
  /** The type as SQL has it, such as `timestamp(3) without time zone`. */
  readonly type: string;
};

export type PostgresqlTable = PortableTable & { readonly columns: readonly PostgresqlColumn[] };

type Found = { table: string; column: string; typeName: string; type: string };

const COLUMNS = `SELECT c.relname AS "table", a.attname AS "column", t.typname AS "typeName",
    format_type(a.atttypid, a.atttypmod) AS "type"
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relkind IN ('r', 'p') AND c.relname <> ALL ($1)
  ORDER BY c.relname COLLATE "C", a.attnum`;

/** The tables of a PostgreSQL database's current schema, with the number of their rows. */
export async function listPostgresqlTables(client: pg.Client): Promise<PostgresqlTable[]> {
  const { rows } = await client.query<Found>(COLUMNS, [NOT_BACKED_UP]);
  const columns = new Map<string, PostgresqlColumn[]>();
  for (const found of rows) columns.set(found.table, [...(columns.get(found.table) ?? []), columnOf(found)]);
  const tables: PostgresqlTable[] = [];
  for (const [name, own] of columns) {
    const counted = await client.query<{ count: string }>(`SELECT count(*) FROM ${quoted(name)}`);
    tables.push({ name, columns: own, rowCount: Number(counted.rows[0]?.count) });
  }
  return tables;
}

function columnOf({ table, column, typeName, type }: Found): PostgresqlColumn {
  const kind = KINDS[typeName];
  if (!kind)
    throw new BackupError(`The column ${column} of the table ${table} is of an unknown type: ${type}`);
  return { name: column, kind, type };
}
