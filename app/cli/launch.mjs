// Starts the command line from its bundle, and makes the bundle where the sources have changed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { commandsFolder } from '../bundling/folders.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(commandsFolder(root), 'portfolio.mjs');

if (existsSync(bundle) || (await makeBundle())) await import(pathToFileURL(bundle).href);
else await import('./portfolio.ts');

async function makeBundle() {
  const { register } = await import('tsx/esm/api');
  register();
  const { buildCommands } = await import('../bundling/commands.ts');
  try {
    await buildCommands(root);
    return true;
  } catch (error) {
    // A folder that this user cannot write: the sources do the same, only slower.
    if (error.code === 'EACCES' || error.code === 'EROFS') return false;
    throw error;
  }
}
