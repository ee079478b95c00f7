import { setImmediate as otherWork } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Actor, THE_PRODUCT } from '#app/domain/actor.ts';
import { type DatabaseLocation, DatabaseSetupError } from '../database-url.server.ts';
import { listAppliedMigrations, listKnownMigrations, migrateDatabase } from '../migrations.server.ts';
import { BackupError, reasonFor } from './backup-error.server.ts';
import { type OpenBackup, openBackup } from './backup-reading.server.ts';
import type { Loader } from './loader.server.ts';
import { openPostgresqlLoader } from './loader-postgresql.server.ts';
import { openSqliteLoader } from './loader-sqlite.server.ts';
import { type Manifest, totalRowCount } from './manifest.server.ts';
import type { PortableTable } from './portable.server.ts';
import { highestEntry, restoreEntry } from './restore-entry.server.ts';

export type RestoreOptions = {
  /** What messages call the file; its path if left out. */
  readonly shownAs?: string;
  /** Holds a folder of migrations for each provider; the product's own if left out. */
  readonly migrations?: string;
  /** Whom the audit trail names for the restore. */
  readonly actor?: Actor;
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneCount: number, totalCount: number) => void;
};

export type Restored = { readonly tableCount: number; readonly rowCount: number; readonly madeAt: string };

/**
 * Fills an empty database from a backup, of whichever of the two databases, all or nothing. The tables are made as
 * they were when the backup was made; the migrations that came later follow when the rows are in. The audit trail goes
 * on with an entry about the restore.
 *
 * @throws {BackupError} when the backup is damaged, newer or unknown, or the database is not empty.
 * @throws {DatabaseSetupError} when the database cannot be used.
 */
export async function restoreDatabase(
  location: DatabaseLocation,
  file: string,
  {
    shownAs = file,
    migrations,
    actor = THE_PRODUCT,
    signal,
    onProgress = () => undefined,
  }: RestoreOptions = {},
): Promise<Restored> {
  const backup = await openBackup(file, shownAs);
  const { manifest } = backup;
  requireKnown(manifest.migrations, listKnownMigrations(location, migrations), shownAs);
  await prepareTables(location, manifest, migrations);
  const loader = await openLoader(location);
  try {
    requireEmpty(loader);
    requireSameTables(loader.tables, manifest.tables, shownAs);
    await load(loader, backup, actor, (doneCount, totalCount) => {
      signal?.throwIfAborted();
      onProgress(doneCount, totalCount);
    });
  } catch (error) {
    const isForPeople = error instanceof BackupError || error instanceof DatabaseSetupError;
    if (isForPeople || signal?.aborted) throw error;
    throw new BackupError(`${shownAs} cannot be restored, nothing was kept: ${reasonFor(error)}`);
  } finally {
    await loader.close();
  }
  await migrateDatabase(location, migrations);
  return {
    tableCount: manifest.tables.length,
    rowCount: totalRowCount(manifest),
    madeAt: manifest.madeAt,
  };
}

/** Makes the tables as they were when the backup was made, in a database that has no rows. */
async function prepareTables(
  location: DatabaseLocation,
  manifest: Manifest,
  migrations: string | undefined,
): Promise<void> {
  const applied = await listAppliedMigrations(location);
  const loader = await openLoader(location);
  try {
    requireEmpty(loader);
  } finally {
    await loader.close();
  }
  const later = applied.find((name) => !manifest.migrations.includes(name));
  if (later !== undefined) {
    throw new BackupError(
      `The database has newer tables than the backup (migration ${later}): restore into a new database`,
    );
  }
  await migrateDatabase(location, migrations, manifest.migrations);
}

function openLoader(location: DatabaseLocation): Promise<Loader> {
  return location.provider === 'sqlite' ? openSqliteLoader(location.file) : openPostgresqlLoader(location);
}

async function load(
  loader: Loader,
  { manifest, batches }: OpenBackup,
  actor: Actor,
  onProgress: (doneCount: number, totalCount: number) => void,
): Promise<void> {
  const totalCount = totalRowCount(manifest);
  let doneCount = 0;
  let lastEntry = 0n;
  onProgress(doneCount, totalCount);
  for await (const batch of batches()) {
    await loader.insert(batch.table, batch.rows);
    lastEntry = highestEntry(batch, lastEntry);
    doneCount += batch.rows.length;
    onProgress(doneCount, totalCount);
    // A signal gets its turn: SQLite itself never waits.
    await otherWork();
  }
  const entry = restoreEntry(loader.tables, manifest, actor, lastEntry);
  if (entry) await loader.insert(entry.table, entry.rows);
  await loader.finish();
}

function requireKnown(inBackup: readonly string[], known: readonly string[], shownAs: string): void {
  const unknown = inBackup.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new BackupError(
      `${shownAs} was made by a newer version of Tributary: it has the migration ${unknown}`,
    );
  }
  if (inBackup.length === 0 || !isDeepStrictEqual(inBackup, known.slice(0, inBackup.length))) {
    throw new BackupError(
      `${shownAs} fits no version of Tributary: its migrations are not the ones known here`,
    );
  }
}

function requireEmpty({ tables }: Loader): void {
  const filled = tables.find(({ rowCount }) => rowCount > 0);
  if (!filled) return;
  throw new BackupError(
    `The database is not empty (it has rows of ${filled.name}): a backup is restored into a new one only`,
  );
}

function requireSameTables(
  own: readonly PortableTable[],
  given: readonly PortableTable[],
  shownAs: string,
): void {
  const strange = given.find(
    (table) => !own.some((each) => each.name === table.name && hasSameColumns(each, table)),
  );
  const missing = own.find((table) => !given.some(({ name }) => name === table.name));
  const wrong = strange ?? missing;
  if (wrong)
    throw new BackupError(`${shownAs} does not fit the tables of its own version: see ${wrong.name}`);
}

function hasSameColumns(a: PortableTable, b: PortableTable): boolean {
  const sorted = ({ columns }: PortableTable) => columns.map(({ name, kind }) => `${name} ${kind}`).sort();
  return isDeepStrictEqual(sorted(a), sorted(b));
}
