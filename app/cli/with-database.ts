import { join } from 'node:path';
import {
  type Database,
  DatabaseBusyError,
  DatabaseSetupError,
  DEFAULT_DATABASE_URL,
  openDatabase,
} from '#app/data/database.server.ts';
import { parseDatabaseUrl } from '#app/data/database-url.server.ts';
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
export async function withDatabase<T>({ env }: Terminal, work: (db: Database) => Promise<T>): Promise<T> {
  const url = env.DATABASE_URL || DEFAULT_DATABASE_URL;
  try {
    await migrateDatabase(parseDatabaseUrl(url, ROOT));
    const db = await openDatabase(url, { folder: ROOT });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  } catch (error) {
    if (
      [DatabaseSetupError, DatabaseBusyError, PortfolioConflictError].some((kind) => error instanceof kind)
    ) {
      throw new CommandError((error as Error).message);
    }
    throw error;
  }
}
