import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { backupDatabase } from '#app/data/backup/backup.server.ts';
import {
  type BackupSettings,
  backupName,
  latestBackupTime,
  outdatedBackups,
} from '#app/data/backup/backup-schedule.server.ts';
import { isDraft } from '#app/data/backup/publish.server.ts';
import type { DatabaseLocation } from '#app/data/database-url.server.ts';

/** Looked at by the clock, not slept through: the machine may be suspended, or its clock put right. */
const LOOK_EVERY_MS = 60_000;
const ABANDONED_AFTER_MS = 24 * 60 * 60_000;

/**
 * Makes a backup every night while the server runs, and at once where the latest one is missing. What goes wrong is
 * one line of the log; the next night is the next try.
 *
 * @returns Ends it; a backup that is being made is broken off and leaves nothing.
 */
export function startNightlyBackups(
  location: DatabaseLocation,
  settings: BackupSettings,
  log: Logger,
): () => Promise<void> {
  const stopping = new AbortController();
  let triedName = '';
  let running: Promise<void> | null = null;
  const look = () => {
    const name = backupName(latestBackupTime(new Date(), settings.at));
    if (running || name === triedName) return;
    triedName = name;
    running = backUp(location, settings, name, stopping.signal)
      .then((isMade) => {
        if (isMade) log.info({ backup: name }, 'backup made');
      })
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) log.error({ err: error }, 'backup failed');
      })
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}

async function backUp(
  location: DatabaseLocation,
  { folder, keepCount }: BackupSettings,
  name: string,
  signal: AbortSignal,
): Promise<boolean> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeAbandonedDrafts(folder);
  const file = join(folder, name);
  // Made before this start, or by another process on the same database.
  if (existsSync(file)) return false;
  try {
    await backupDatabase(location, file, { signal });
  } catch (error) {
    // Another process on the same database was faster.
    if (existsSync(file)) return false;
    throw error;
  }
  for (const outdated of outdatedBackups(readdirSync(folder), keepCount)) rmSync(join(folder, outdated));
  return true;
}

function removeAbandonedDrafts(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => name.startsWith('.tributary-') && isDraft(name))) {
    const changedAt = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - changedAt > ABANDONED_AFTER_MS) rmSync(join(folder, name), { force: true });
  }
}
