import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DatabaseLocation } from '../database-url.server.ts';
import { backupDatabase } from './backup.server.ts';

export type UnnamedBackup = { readonly byteCount: number; readonly content: ReadableStream<Uint8Array> };

/**
 * Makes a backup in a file that has lost its name when this returns: once it is read to its end, or nobody reads it
 * any more, or the process ends, the disk has its space back.
 *
 * @throws {BackupError} when it cannot be made.
 * @throws {DatabaseSetupError} when PostgreSQL cannot be reached.
 */
export async function openUnnamedBackup(
  location: DatabaseLocation,
  signal: AbortSignal,
): Promise<UnnamedBackup> {
  const folder = await mkdtemp(join(tmpdir(), 'tributary-backup-'));
  try {
    const file = join(folder, 'all.backup');
    await backupDatabase(location, file, { shownAs: 'The backup', signal });
    const handle = await open(file);
    const { size } = await handle.stat();
    const content = Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>;
    return { byteCount: size, content };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
