import { userInfo } from 'node:os';
import { join } from 'node:path';
import { BackupError } from '#app/data/backup/backup-error.server.ts';
import {
  actingAs,
  type Database,
  DatabaseSetupError,
  DEFAULT_DATABASE_URL,
  openDatabase,
} from '#app/data/database.server.ts';
import { databaseTrouble } from '#app/data/database-trouble.server.ts';
import { type DatabaseLocation, parseDatabaseUrl } from '#app/data/database-url.server.ts';
import { migrateDatabase } from '#app/data/migrations.server.ts';
import { PortfolioConflictError } from '#app/data/portfolio.server.ts';
import type { Actor } from '#app/domain/actor.ts';
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
      return await work(actingAs(db, whoAsks()));
    } finally {
      await db.close();
    }
  });
}

/** Whom the audit trail names for what a command changes. */
export function whoAsks(): Actor {
  try {
    return { kind: 'command', name: `command line (${userInfo().username})` };
  } catch {
    // In a container, a user may have a number and no name.
    return { kind: 'command', name: 'command line' };
  }
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
    const trouble = databaseTrouble(error);
    if (trouble !== null) throw new CommandError(trouble);
    throw error;
  }
}

const FOR_PEOPLE = [DatabaseSetupError, PortfolioConflictError, BackupError];
