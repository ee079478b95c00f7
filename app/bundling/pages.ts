import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { pagesFolder } from './folders.mjs';
import { makeOnce } from './make-once.ts';

/**
 * Builds the pages, unless that was done from the same sources before.
 *
 * @returns The folder with `client/` and `server/`.
 * @throws when the build fails; what the bundler said stands on stderr before it.
 */
export async function buildPages(root: string, signal?: AbortSignal): Promise<string> {
  const folder = pagesFolder(root);
  await makeOnce(folder, (draft) => runBundler(root, draft, signal));
  return folder;
}

function runBundler(root: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const remix = createRequire(import.meta.url).resolve('@remix-run/dev/dist/cli.js');
  const child = spawn(process.execPath, [remix, 'vite:build', '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', BUILD_DIRECTORY: relative(root, folder) },
    // What the bundler has to say is for people: stdout is for the address alone.
    stdio: ['ignore', process.stderr, process.stderr],
    ...(signal && { signal }),
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, killedBy) => {
      if (code === 0) resolve();
      else reject(new Error(`the bundler ended with ${killedBy ?? `status ${code}`}`));
    });
  });
}
