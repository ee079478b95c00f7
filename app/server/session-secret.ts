import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, StartError } from './start-error.ts';

const SHORTEST = 32;

/**
 * The secret that signs cookies: SESSION_SECRET, or the one kept in the data folder, made on the first start.
 *
 * @throws {StartError} when it is too short to be secret, or the folder cannot keep one.
 */
export function findSessionSecret(given: string | undefined, dataFolder: string): string {
  if (given) return checked(given, 'SESSION_SECRET');
  const file = join(dataFolder, 'session-secret');
  try {
    mkdirSync(dataFolder, { recursive: true });
    return checked(kept(file) ?? made(file), file);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`the data folder ${dataFolder} cannot keep a session secret: ${reasonOf(error)}`);
  }
}

function checked(secret: string, source: string): string {
  if (secret.length >= SHORTEST) return secret;
  throw new StartError(`${source} must hold at least ${SHORTEST} characters, not ${secret.length}`);
}

function kept(file: string): string | null {
  try {
    if (statSync(file).mode & 0o077) chmodSync(file, 0o600);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Never over one that another start has made in the meantime. */
function made(file: string): string {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
