import { resolve } from 'node:path';
import type { BackupSettings, TimeOfDay } from '#app/data/backup/backup-schedule.server.ts';
import { StartError } from './start-error.ts';

/**
 * Reads BACKUP_FOLDER (no backups without it), BACKUP_KEEP (default 14) and BACKUP_AT (default 02:30, in UTC). An
 * empty value counts as absent.
 *
 * @param root Where a relative folder starts.
 * @throws {StartError} for a value that cannot be one.
 */
export function readBackupSettings(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): BackupSettings | null {
  const keepCount = readKeepCount(env.BACKUP_KEEP || '14');
  const at = readTimeOfDay(env.BACKUP_AT || '02:30');
  return env.BACKUP_FOLDER ? { folder: resolve(root, env.BACKUP_FOLDER), keepCount, at } : null;
}

function readKeepCount(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new StartError(`BACKUP_KEEP must be a whole number from 1 to 9999, not "${text}"`);
}

function readTimeOfDay(text: string): TimeOfDay {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hour !== undefined && minute !== undefined) return { hour: Number(hour), minute: Number(minute) };
  throw new StartError(`BACKUP_AT must be a time of day in UTC such as 02:30, not "${text}"`);
}
