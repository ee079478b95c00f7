import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { DatabaseSetupError } from './database-url.server.ts';
import {
  type AppliedMigration,
  LIST_APPLIED,
  type Migration,
  type MigrationTarget,
  migrationFailed,
} from './migration.server.ts';
import { prepareSqliteFile } from './sqlite.server.ts';

const PATIENCE_MS = 30_000;
const RETRY_MS = 20;

/** @throws {DatabaseSetupError} when the file cannot be written, is no database or stays locked. */
export async function openSqliteTarget(file: string): Promise<MigrationTarget> {
  prepareSqliteFile(file);
  const connection = await connectForChanges(file);
  return {
    listApplied: async () => listApplied(connection),
    async applyNext(choose) {
      await whenUnlocked(() => connection.exec('BEGIN IMMEDIATE'));
      try {
        const migration = choose(listApplied(connection));
        if (migration) apply(connection, migration);
        connection.exec('COMMIT');
        return migration;
      } catch (error) {
        connection.exec('ROLLBACK');
        throw error;
      }
    },
    close: async () => {
      connection.close();
    },
  };
}

/** @throws {DatabaseSetupError} when the file is no database or stays locked. */
export async function connectForChanges(file: string): Promise<Sqlite.Database> {
  let connection: Sqlite.Database | undefined;
  try {
    const opened = new Sqlite(file, { timeout: 0 });
    connection = opened;
    // Prisma's way of changing a table is to make it anew; dropping the old one would delete what refers to it.
    await whenUnlocked(() =>
      opened.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF'),
    );
    return opened;
  } catch (error) {
    connection?.close();
    const reason = isLocked(error) ? 'another program keeps it locked' : (error as Error).message;
    throw new DatabaseSetupError(`The database file cannot be used: ${file} (${reason})`);
  }
}

/** Waits outside SQLite, which would stop the whole process meanwhile and does not wait for a change of mode. */
export async function whenUnlocked(run: () => void): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      run();
      return;
    } catch (error) {
      if (!isLocked(error) || performance.now() > giveUpAt) throw error;
    }
    await pause(RETRY_MS);
  }
}

function isLocked(error: unknown): boolean {
  return String((error as { code?: string }).code).startsWith('SQLITE_BUSY');
}

function listApplied(connection: Sqlite.Database): AppliedMigration[] {
  const table = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_prisma_migrations'").get();
  const rows = table ? (connection.prepare(LIST_APPLIED).all() as AppliedMigration[]) : [];
  return rows.map((row) => ({ ...row, isFinished: Boolean(row.isFinished) }));
}

function apply(connection: Sqlite.Database, migration: Migration): void {
  try {
    connection.exec(PRISMA_TABLE);
    connection.exec(migration.sql);
    const [broken] = connection.pragma('foreign_key_check') as { table: string }[];
    if (broken) throw new Error(`rows of ${broken.table} would refer to nothing`);
    connection.prepare(RECORD).run(randomUUID(), migration.checksum, migration.name, Date.now(), Date.now());
  } catch (error) {
    throw migrationFailed(migration, error);
  }
}

const RECORD = `INSERT INTO _prisma_migrations
  (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)`;

const PRISMA_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;
