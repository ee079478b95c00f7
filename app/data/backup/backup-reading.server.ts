import { BackupError } from './backup-error.server.ts';
import { type Container, checkContainer, readLines } from './container.server.ts';
import { type Manifest, parseManifest, parseRow } from './manifest.server.ts';
import { BATCH_ROWS, type PortableRow, type PortableTable } from './portable.server.ts';

/** Some rows of one table. */
export type Batch = { readonly table: PortableTable; readonly rows: readonly PortableRow[] };

/** A backup whose checksum and first line are right. */
export type OpenBackup = {
  readonly manifest: Manifest;
  /** All rows, table by table. Throws {@link BackupError} where they are not what the first line says. */
  batches(): AsyncGenerator<Batch>;
};

const BATCH_LENGTH = 2 ** 20;

/**
 * Opens a backup and looks at every byte of it, so that a damaged one is refused before anything is done.
 *
 * @param shownAs What messages call the file.
 * @throws {BackupError} when it is no backup, a newer one, incomplete or damaged.
 */
export async function openBackup(file: string, shownAs = file): Promise<OpenBackup> {
  const container = await checkContainer(file, shownAs);
  const manifest = await readManifest(container, shownAs);
  return { manifest, batches: () => readBatches(container, manifest, shownAs) };
}

/** Reads a backup to its end, as a restore would. */
export async function verifyBackup(file: string, shownAs = file): Promise<void> {
  const { batches } = await openBackup(file, shownAs);
  for await (const _ of batches());
}

async function readManifest(container: Container, shownAs: string): Promise<Manifest> {
  for await (const [first] of readLines(container, shownAs)) {
    if (first !== undefined) return parseManifest(first, shownAs);
  }
  throw new BackupError(`${shownAs} is no right backup: there is nothing in it`);
}

async function* readBatches(
  container: Container,
  manifest: Manifest,
  shownAs: string,
): AsyncGenerator<Batch> {
  const tables = manifest.tables.filter(({ rowCount }) => rowCount > 0);
  let isFirst = true;
  let position = 0;
  let missingCount = tables[0]?.rowCount ?? 0;
  let rows: PortableRow[] = [];
  let length = 0;
  for await (const lines of readLines(container, shownAs)) {
    for (const line of isFirst ? lines.slice(1) : lines) {
      const table = tables[position];
      if (!table) throw new BackupError(`${shownAs} is no right backup: it has more rows than it says`);
      rows.push(parseRow(line, table, shownAs));
      length += line.length;
      missingCount -= 1;
      if (missingCount > 0 && rows.length < BATCH_ROWS && length < BATCH_LENGTH) continue;
      yield { table, rows };
      rows = [];
      length = 0;
      if (missingCount === 0) {
        position += 1;
        missingCount = tables[position]?.rowCount ?? 0;
      }
    }
    isFirst = false;
  }
  if (position < tables.length) {
    throw new BackupError(`${shownAs} is no right backup: it has fewer rows than it says`);
  }
}
