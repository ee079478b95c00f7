import { join } from 'node:path';
import { BackupError } from '#app/data/backup/backup-error.server.ts';
import {
  type Database,
  DatabaseBusyError,
  DatabaseSetupError,
  DEFAULT_DATABASE_URL,
  openDatabase,
} from '#app/data/database.server.ts';
import { type DatabaseLocation, parseDatabaseUrl } from '#app/data/database-url.server.ts';
import { migrateDatabase } from '#app/data/migrations.server.ts';
import { PortfolioConflictError } from '#app/data/portfolio.server.ts';
import { CommandError } from './command.ts';
import type { Terminal } from './terminal.ts';

/** The folder of the project, from the sources as well as from their bundle under `build/`. */
const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Lends a command the database, with its tables up to date.
 *
 * @throws {CommandError} for what a person has to put right.
 */
export function withDatabase<T>(terminal: Terminal, work: (db: Database) => Promise<T>): Promise<T> {
  return withLocation(terminal, async (location, url) => {
    await migrateDatabase(location);
    const db = await openDatabase(url, { folder: ROOT });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  });
}

/**
 * Tells a command where the database is, as it is.
 *
 * @throws {CommandError} for what a person has to put right.
 */
export async function withLocation<T>(
  { env }: Terminal,
  work: (location: DatabaseLocation, url: string) => Promise<T>,
): Promise<T> {
  const url = env.DATABASE_URL || DEFAULT_DATABASE_URL;
  try {
    return await work(parseDatabaseUrl(url, ROOT), url);
  } catch (error) {
    if (FOR_PEOPLE.some((kind) => error instanceof kind)) throw new CommandError((error as Error).message);
    throw error;
  }
}

const FOR_PEOPLE = [DatabaseSetupError, DatabaseBusyError, PortfolioConflictError, BackupError];
