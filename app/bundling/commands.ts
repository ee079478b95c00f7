import { join } from 'node:path';
import { build } from 'vite';
import { commandsFolder } from './folders.mjs';
import { makeOnce } from './make-once.ts';

/** Bundles the command line into plain JavaScript, which starts in a fraction of the time. */
export async function buildCommands(root: string): Promise<void> {
  await makeOnce(commandsFolder(root), async (draft) => {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: ['zod', /^@prisma\//], target: 'node' },
      build: {
        ssr: join(root, 'app/cli/portfolio.ts'),
        outDir: draft,
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        rollupOptions: {
          // Megabytes of WebAssembly in one string: nothing that a bundler could make smaller.
          external: /wasm-base64/,
          // Flat, and as deep under the project's folder as the sources are: they name files relative to themselves.
          output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
        },
      },
    });
  });
}
