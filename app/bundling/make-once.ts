import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder unless it is there. It is made aside and then renamed, so that two programs at once, or one that is
 * broken off, leave no half of one. Its older siblings, with the same name up to the last hyphen, go.
 */
export async function makeOnce(folder: string, make: (draft: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  const draft = join(dirname(folder), `draft-${basename(folder)}-${process.pid}`);
  const removeDraft = () => rmSync(draft, { recursive: true, force: true });
  process.once('exit', removeDraft);
  try {
    mkdirSync(dirname(folder), { recursive: true });
    await make(draft);
    if (!existsSync(folder)) renameSync(draft, folder);
    removeOlder(folder);
  } finally {
    process.off('exit', removeDraft);
    removeDraft();
  }
}

function removeOlder(folder: string): void {
  const family = basename(folder).replace(/[^-]*$/, '');
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(family) || name === basename(folder)) continue;
    rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}
