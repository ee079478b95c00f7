import { spawnSync } from 'node:child_process';
import { cpSync, lchownSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, temporaryFolder } from './project.ts';

const NOT_IN_A_CLONE = new Set(['node_modules', 'build', 'data', '.git', 'coverage']);
const MODULES = join(PROJECT, 'node_modules');

/**
 * The project as somebody has it who has just fetched and installed it: nothing built, no database, in a folder with
 * a space in its name.
 *
 * @param uid The user to whom it belongs, if not this one.
 */
export function copyProject(uid?: number): string {
  const parent = temporaryFolder();
  const folder = join(parent, 'my project');
  mkdirSync(folder);
  for (const name of readdirSync(PROJECT)) {
    if (!NOT_IN_A_CLONE.has(name)) cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  }
  if (canReach(uid, MODULES)) linkModules(join(folder, 'node_modules'));
  else copyTree(MODULES, folder);
  if (uid !== undefined) giveTo(uid, parent);
  return folder;
}

function giveTo(uid: number, folder: string): void {
  lchownSync(folder, uid, uid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveTo(uid, path);
    else lchownSync(path, uid, uid);
  }
}

/** A folder of its own, as the bundler keeps temporary files there. */
function linkModules(folder: string): void {
  mkdirSync(folder);
  for (const name of readdirSync(MODULES)) {
    if (!name.startsWith('.') || name === '.bin') symlinkSync(join(MODULES, name), join(folder, name));
  }
}

function canReach(uid: number | undefined, folder: string): boolean {
  if (uid === undefined) return true;
  return spawnSync('ls', [folder], { uid, gid: uid, cwd: '/', stdio: 'ignore' }).status === 0;
}

function copyTree(source: string, target: string): void {
  const { status } = spawnSync('cp', ['-a', source, target], { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${source} could not be copied to ${target}`);
}
