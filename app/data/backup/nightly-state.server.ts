import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupSettings, backupName, keptBackups, latestBackupTime } from './backup-schedule.server.ts';

/** A backup that is in the folder; its path stays here. */
export type KeptBackup = { readonly name: string; readonly madeFor: string; readonly byteCount: number };

/** How the nightly backup does. */
export type NightlyState = {
  readonly settings: BackupSettings;
  /** Newest first. */
  readonly kept: readonly KeptBackup[];
  /** The moment for which there should be a backup and is none; null when all is well. */
  readonly missing: string | null;
};

/** What is in the folder of the nightly backup; a folder that cannot be read holds nothing. */
export function findNightlyState(settings: BackupSettings, now: Date): NightlyState {
  const kept = keptBackups(namesIn(settings.folder)).flatMap((backup) => {
    const stats = statSync(join(settings.folder, backup.name), { throwIfNoEntry: false });
    return stats?.isFile() ? { ...backup, byteCount: stats.size } : [];
  });
  const latest = latestBackupTime(now, settings.at);
  const isThere = kept.some(({ name }) => name === backupName(latest));
  return { settings, kept, missing: isThere ? null : latest.toISOString() };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
