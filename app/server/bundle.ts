import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { reasonOf, StartError } from './start-error.ts';

const FOLDERS = ['app', 'public'];
const FILES = ['package.json', 'package-lock.json', 'vite.config.ts'];

/**
 * Builds what the browser and the server get, unless that was done from the same sources before. A build is made
 * aside and named after its sources, so that two starts at once, or one that is broken off, leave no half of one.
 *
 * @returns The folder of the build, with `client/` and `server/`.
 * @throws {StartError} when the build fails; what the bundler said stands on stderr before it.
 */
export async function buildBundle(root: string, signal?: AbortSignal): Promise<string> {
  const name = `pages-${hashOf(root).slice(0, 16)}`;
  const builds = join(root, 'build');
  const built = join(builds, name);
  if (existsSync(built)) return built;
  const draft = join(builds, `draft-${process.pid}`);
  try {
    mkdirSync(builds, { recursive: true });
    await runBundler(root, draft, signal);
    if (!existsSync(built)) renameSync(draft, built);
    for (const other of readdirSync(builds)) {
      if (other.startsWith('pages-') && other !== name) rmSync(join(builds, other), { recursive: true });
    }
  } catch (error) {
    throw new StartError(`the pages could not be built: ${reasonOf(error)}`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return built;
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

function hashOf(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...FILES, ...FOLDERS.flatMap((folder) => filesUnder(root, folder))]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}
