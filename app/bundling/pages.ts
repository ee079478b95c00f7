import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { pagesFolder } from './folders.mjs';
import { makeOnce } from './make-once.ts';
import { runNode } from './run-node.ts';

/**
 * Builds what the browser and the server get of the pages, unless that was done from the same sources before.
 *
 * @throws when the build fails; what the bundler said stands on stderr before it.
 */
export async function buildPages(root: string, signal?: AbortSignal): Promise<void> {
  const remix = createRequire(import.meta.url).resolve('@remix-run/dev/dist/cli.js');
  await makeOnce(pagesFolder(root), (draft) =>
    runNode([remix, 'vite:build', '--logLevel', 'error'], {
      cwd: root,
      env: { BUILD_DIRECTORY: relative(root, draft) },
      signal,
    }),
  );
}
