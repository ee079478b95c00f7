import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseLocation } from '../database-url.server.ts';
import { backupDatabase } from './backup.server.ts';

const PIECE_BYTES = 256 * 1024;

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
    return { byteCount: size, content: contentOf(handle) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Node's own `Readable.toWeb` ends the whole process where its reader cancels while a piece is on its way. */
function contentOf(handle: FileHandle): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(PIECE_BYTES));
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await handle.close();
        controller.close();
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 1 },
  );
}
