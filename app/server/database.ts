import { type Database, DEFAULT_DATABASE_URL, openDatabase } from '#app/data/database.server.ts';
import {
  type DatabaseLocation,
  DatabaseSetupError,
  parseDatabaseUrl,
} from '#app/data/database-url.server.ts';
import { migrateDatabase } from '#app/data/migrations.server.ts';
import { seedNewDatabase } from './seeds.ts';
import { reasonOf, StartError } from './start-error.ts';

/**
 * Opens the database with its tables up to date; a new one gets the seeds.
 *
 * @throws {StartError} when its URL is wrong or it cannot be reached or written.
 */
export async function openPreparedDatabase(databaseUrl: string | undefined, root: string): Promise<Database> {
  const url = databaseUrl || DEFAULT_DATABASE_URL;
  try {
    await migrateDatabase(locationOf(databaseUrl, root));
    const db = await openDatabase(url, { folder: root });
    await seedNewDatabase(db, root);
    return db;
  } catch (error) {
    if (error instanceof DatabaseSetupError) throw new StartError(reasonOf(error));
    throw error;
  }
}

/** Where DATABASE_URL says that the data is. */
export function locationOf(databaseUrl: string | undefined, root: string): DatabaseLocation {
  return parseDatabaseUrl(databaseUrl || DEFAULT_DATABASE_URL, root);
}
