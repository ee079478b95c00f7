import type Sqlite from 'better-sqlite3';
import { BackupError } from './backup-error.server.ts';
import { type CellKind, NOT_BACKED_UP, type PortableTable, quoted } from './portable.server.ts';

const KINDS: Readonly<Record<string, CellKind>> = {
  TEXT: 'text',
  INTEGER: 'integer',
  BIGINT: 'integer',
  REAL: 'real',
  BOOLEAN: 'boolean',
  DATETIME: 'instant',
  JSONB: 'json',
  BLOB: 'bytes',
};

/** The tables that an SQLite file has, with the number of their rows. */
export function listSqliteTables(connection: Sqlite.Database): PortableTable[] {
  const names = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'")
    .pluck()
    .all() as string[];
  return names
    .filter((name) => !NOT_BACKED_UP.includes(name))
    .sort()
    .map((name) => ({
      name,
      columns: columnsOf(connection, name),
      rowCount: connection
        .prepare(`SELECT count(*) FROM ${quoted(name)}`)
        .pluck()
        .get() as number,
    }));
}

function columnsOf(connection: Sqlite.Database, table: string) {
  const columns = connection.pragma(`table_info(${quoted(table)})`) as { name: string; type: string }[];
  return columns.map(({ name, type }) => {
    const kind = KINDS[type.toUpperCase()];
    if (!kind)
      throw new BackupError(`The column ${name} of the table ${table} is of an unknown type: ${type}`);
    return { name, kind };
  });
}
