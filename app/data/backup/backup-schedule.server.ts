const DAY_MS = 24 * 60 * 60_000;
const NAME = /^tributary-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)Z\.backup$/;

/** A time of day in UTC. */
export type TimeOfDay = { readonly hour: number; readonly minute: number };

/** When backups are made, where they go and how many stay. */
export type BackupSettings = {
  readonly folder: string;
  readonly keepCount: number;
  readonly at: TimeOfDay;
};

/** The latest moment at which a backup was to be made. */
export function latestBackupTime(now: Date, { hour, minute }: TimeOfDay): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hour, minute);
  return new Date(today <= now.getTime() ? today : today - DAY_MS);
}

/** The name of the backup that was to be made at a moment, `tributary-2026-11-23T02-30Z.backup`. */
export function backupName(time: Date): string {
  return `tributary-${time.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace(':', '-')}Z.backup`;
}

/**
 * Which files of a folder are backups of ours beyond the newest ones.
 *
 * @param names All names in the folder; what is not named as a backup of ours is not ours to remove.
 * @param keepCount How many stay.
 */
export function outdatedBackups(names: readonly string[], keepCount: number): string[] {
  return names
    .filter((name) => NAME.test(name))
    .sort()
    .slice(0, -keepCount);
}

/** Which files of a folder are backups of ours, and when each was to be made, newest first. */
export function keptBackups(names: readonly string[]): { name: string; madeFor: string }[] {
  return names
    .flatMap((name) => {
      const [, date, hour, minute] = NAME.exec(name) ?? [];
      return date === undefined ? [] : { name, madeFor: `${date}T${hour}:${minute}:00.000Z` };
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}
