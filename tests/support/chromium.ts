import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Chromium of this machine: CHROMIUM_PATH, one that stands on the PATH, or Playwright's own; null without one. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.CHROMIUM_PATH) return isProgram(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const files = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...files, chromium.executablePath()].find(isProgram) ?? null;
}

/**
 * The Chromium of this machine, installed from the distribution where the user may do so.
 *
 * @throws when there is none and none can be installed; the message says what is missing.
 */
export function requireChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  if (!process.env.CHROMIUM_PATH && process.getuid?.() === 0) installWithApt();
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Error(
    'the browser tests need Chromium: install it (apt-get install chromium) or set CHROMIUM_PATH',
  );
}

function installWithApt(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
