import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { LIST_APPLIED } from '../migration.server.ts';
import { BackupError, reasonFor } from './backup-error.server.ts';
import { listSqliteTables } from './catalogue-sqlite.server.ts';
import { fromSqlite, type SqliteCell } from './cells-sqlite.server.ts';
import {
  BATCH_ROWS,
  type PortableRow,
  type PortableTable,
  quoted,
  quotedColumns,
} from './portable.server.ts';
import type { Snapshot } from './snapshot.server.ts';

/** @throws {BackupError} when the file is not there, cannot be read or holds no tables of ours. */
export function openSqliteSnapshot(file: string): Snapshot {
  if (!existsSync(file)) throw new BackupError(`There is no database at ${file}`);
  const connection = connect(file);
  try {
    // The first read of a transaction settles what all of them see; writers go on beside it.
    connection.exec('BEGIN');
    const migrations = listMigrations(connection);
    if (migrations.length === 0) throw new BackupError(`There is no portfolio in the database ${file}`);
    const tables = listSqliteTables(connection);
    // SQLite does not close while rows are being read, as they are where a backup is broken off.
    let reading: Iterator<SqliteCell[]> | undefined;
    return {
      provider: 'sqlite',
      migrations,
      tables,
      rows(table) {
        const rows = iterateRows(connection, table);
        reading = rows;
        return inBatches(rows, table);
      },
      async close() {
        reading?.return?.();
        connection.close();
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function connect(file: string): Sqlite.Database {
  let connection: Sqlite.Database | undefined;
  try {
    connection = new Sqlite(file, { fileMustExist: true });
    connection.exec('PRAGMA query_only = ON; SELECT 1 FROM sqlite_schema');
    return connection;
  } catch (error) {
    connection?.close();
    throw new BackupError(`The database file cannot be read: ${file} (${reasonFor(error)})`);
  }
}

function listMigrations(connection: Sqlite.Database): string[] {
  const table = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_prisma_migrations'").get();
  return table ? (connection.prepare(LIST_APPLIED).pluck().all() as string[]) : [];
}

function iterateRows(connection: Sqlite.Database, table: PortableTable): IterableIterator<SqliteCell[]> {
  return connection
    .prepare<[], SqliteCell[]>(`SELECT ${quotedColumns(table)} FROM ${quoted(table.name)}`)
    .raw()
    .safeIntegers()
    .iterate();
}

async function* inBatches(rows: Iterable<SqliteCell[]>, { columns }: PortableTable) {
  let batch: PortableRow[] = [];
  for (const row of rows) {
    batch.push(columns.map(({ kind }, index) => fromSqlite(row[index] ?? null, kind)));
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
