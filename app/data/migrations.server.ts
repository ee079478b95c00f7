import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DatabaseLocation, DatabaseSetupError } from './database-url.server.ts';
import type { AppliedMigration, Migration, MigrationTarget } from './migration.server.ts';
import { openPostgresqlTarget } from './migrations-postgresql.server.ts';
import { openSqliteTarget } from './migrations-sqlite.server.ts';

const MIGRATIONS = path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations');

/**
 * Brings the tables of a database up to date, in Prisma's own way of keeping book, so that Prisma's tools can be
 * used on it. Each migration is applied wholly or not at all; any number of processes may do this at once.
 *
 * @param folder Holds a folder of migrations for each provider.
 * @param wanted The names of those to apply; all of them if left out.
 * @returns The names of those that were applied now.
 * @throws {DatabaseSetupError} when the database cannot be opened, or was changed by another version of the product.
 */
export async function migrateDatabase(
  location: DatabaseLocation,
  folder = MIGRATIONS,
  wanted?: readonly string[],
): Promise<string[]> {
  const migrations = readMigrations(path.join(folder, location.provider));
  const choose = (applied: readonly AppliedMigration[]) => nextMigration(migrations, applied, wanted);
  const target = await openTarget(location);
  const names: string[] = [];
  try {
    // The usual case takes no lock, so that a start never waits for an import in another process.
    if (!choose(await target.listApplied())) return [];
    for (;;) {
      const applied = await target.applyNext(choose);
      if (!applied) return names;
      names.push(applied.name);
    }
  } finally {
    await target.close();
  }
}

/** The names of the migrations that this version has, in their order. */
export function listKnownMigrations({ provider }: DatabaseLocation, folder = MIGRATIONS): string[] {
  return readMigrations(path.join(folder, provider)).map(({ name }) => name);
}

/** The names of the migrations that a database has. An SQLite file that is not there is made. */
export async function listAppliedMigrations(location: DatabaseLocation): Promise<string[]> {
  const target = await openTarget(location);
  try {
    return (await target.listApplied()).map(({ name }) => name);
  } finally {
    await target.close();
  }
}

function openTarget(location: DatabaseLocation): Promise<MigrationTarget> {
  return location.provider === 'sqlite' ? openSqliteTarget(location.file) : openPostgresqlTarget(location);
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return names.map((name) => {
    const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

function nextMigration(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
  wanted: readonly string[] = migrations.map(({ name }) => name),
): Migration | undefined {
  for (const { name, checksum, isFinished } of applied) {
    const migration = migrations.find((each) => each.name === name);
    if (!migration) {
      throw new DatabaseSetupError(
        `The database belongs to a newer version of Tributary: it has the migration ${name}`,
      );
    }
    if (!isFinished) {
      throw new DatabaseSetupError(`The migration ${name} was begun by another tool and never finished`);
    }
    if (migration.checksum !== checksum) {
      throw new DatabaseSetupError(
        `The migration ${name} was altered after the database was made: its file is not the one that was applied`,
      );
    }
  }
  return migrations.find(({ name }) => wanted.includes(name) && !applied.some((done) => done.name === name));
}
