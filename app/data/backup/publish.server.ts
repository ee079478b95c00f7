import { randomBytes } from 'node:crypto';
import { lstatSync, rmSync } from 'node:fs';
import { link, open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BackupError, reasonFor } from './backup-error.server.ts';

/**
 * Makes a file in such a way that under its name there is all of it or nothing, also after a loss of power.
 *
 * @param write     Makes the file under the name of a draft, down to the disk.
 * @param replacing Whether it may take the place of another one.
 * @throws {BackupError} when it is there already, or cannot be written.
 */
export async function publishFile(
  file: string,
  { replacing, shownAs }: { readonly replacing: boolean; readonly shownAs: string },
  write: (draft: string) => Promise<void>,
): Promise<void> {
  const isTaken = () => new BackupError(`${shownAs} exists already: choose another name, or add --force`);
  const existing = lstatSync(file, { throwIfNoEntry: false });
  if (existing && !replacing) throw isTaken();
  if (existing && !existing.isFile()) throw new BackupError(`${shownAs} cannot be written: it is not a file`);
  const draft = draftOf(file);
  try {
    await write(draft);
    await (replacing ? rename(draft, file) : giveName(draft, file));
    await flushFolder(dirname(file));
  } catch (error) {
    if (error instanceof BackupError || (error as Error).name === 'AbortError') throw error;
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw isTaken();
    throw new BackupError(`${shownAs} cannot be written: ${reasonFor(error)}`, { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Unlike renaming, a link never takes the place of a file that somebody has made in the meantime. */
async function giveName(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    // Some disks, such as shared folders, know no links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(String((error as { code?: string }).code)))
      throw error;
    await rename(draft, file);
  }
}

const DRAFT = /^\..+\.[0-9a-f]{12}\.draft$/;

function draftOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.draft`);
}

/** Whether a file of this name is what a process left behind that was killed while it wrote one. */
export function isDraft(name: string): boolean {
  return DRAFT.test(name);
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
