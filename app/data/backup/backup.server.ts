import type { DatabaseLocation } from '../database-url.server.ts';
import { BackupError, reasonFor } from './backup-error.server.ts';
import { verifyBackup } from './backup-reading.server.ts';
import { writeContainer } from './container.server.ts';
import { type Manifest, totalRowCount } from './manifest.server.ts';
import { publishFile } from './publish.server.ts';
import type { Snapshot } from './snapshot.server.ts';
import { openPostgresqlSnapshot } from './snapshot-postgresql.server.ts';
import { openSqliteSnapshot } from './snapshot-sqlite.server.ts';

export type BackupOptions = {
  /** What messages call the file; its path if left out. */
  readonly shownAs?: string;
  /** Whether it may take the place of a file that is there. */
  readonly replacing?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneCount: number, totalCount: number) => void;
};

export type BackupCounts = { readonly tableCount: number; readonly rowCount: number };

/**
 * Writes all that a database holds into a file, as it stood at one moment while people go on writing. The file is
 * read again to its end before it gets its name. The database is not changed: one of an older version stays so.
 *
 * @throws {BackupError} when there is nothing to back up, or the file is there already or cannot be written.
 * @throws {DatabaseSetupError} when PostgreSQL cannot be reached.
 */
export async function backupDatabase(
  location: DatabaseLocation,
  file: string,
  { shownAs = file, replacing = false, signal, onProgress }: BackupOptions = {},
): Promise<BackupCounts> {
  let counts: BackupCounts = { tableCount: 0, rowCount: 0 };
  await publishFile(file, { replacing, shownAs }, async (draft) => {
    const snapshot = await openSnapshot(location);
    try {
      counts = { tableCount: snapshot.tables.length, rowCount: totalRowCount(snapshot) };
      await writeContainer(draft, linesOf(snapshot, onProgress), signal);
    } finally {
      await snapshot.close();
    }
    await verifyBackup(draft, shownAs);
    signal?.throwIfAborted();
  });
  return counts;
}

async function openSnapshot(location: DatabaseLocation): Promise<Snapshot> {
  return location.provider === 'sqlite'
    ? openSqliteSnapshot(location.file)
    : await openPostgresqlSnapshot(location);
}

async function* linesOf(
  snapshot: Snapshot,
  onProgress: BackupOptions['onProgress'] = () => undefined,
): AsyncGenerator<string> {
  const { provider, migrations, tables } = snapshot;
  const manifest: Manifest = {
    madeAt: new Date().toISOString(),
    provider,
    migrations,
    tables: tables.map(({ name, columns, rowCount }) => ({
      name,
      columns: columns.map(({ name, kind }) => ({ name, kind })),
      rowCount,
    })),
  };
  yield `${JSON.stringify(manifest)}\n`;
  const totalCount = totalRowCount(snapshot);
  let doneCount = 0;
  onProgress(doneCount, totalCount);
  try {
    for (const table of tables) {
      for await (const rows of snapshot.rows(table)) {
        if (rows.length === 0) continue;
        yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
        doneCount += rows.length;
        onProgress(doneCount, totalCount);
      }
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`The database cannot be read: ${reasonFor(error)}`);
  }
}
