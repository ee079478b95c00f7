import { describe, expect, test } from 'vitest';
import { readBackupSettings } from '#app/server/backup-settings.ts';

describe('readBackupSettings', () => {
  test('asks for no backups unless a folder is named', () => {
    expect(readBackupSettings({}, '/srv')).toBeNull();
    expect(
      readBackupSettings({ BACKUP_FOLDER: '', BACKUP_KEEP: '3', BACKUP_AT: '04:00' }, '/srv'),
    ).toBeNull();
  });

  test('keeps 14 backups made at 02:30 unless told otherwise', () => {
    expect(readBackupSettings({ BACKUP_FOLDER: 'backups', BACKUP_KEEP: '', BACKUP_AT: '' }, '/srv')).toEqual({
      folder: '/srv/backups',
      keepCount: 14,
      at: { hour: 2, minute: 30 },
    });
  });

  test('takes an absolute folder, a number and a time', () => {
    const env = { BACKUP_FOLDER: '/mnt/backups', BACKUP_KEEP: '365', BACKUP_AT: '23:05' };
    expect(readBackupSettings(env, '/srv')).toEqual({
      folder: '/mnt/backups',
      keepCount: 365,
      at: { hour: 23, minute: 5 },
    });
  });

  test.each(['0', '-1', '1.5', '1e3', '007', '10000', 'all', ' 3'])('refuses "%s" as BACKUP_KEEP', (text) => {
    expect(() => readBackupSettings({ BACKUP_KEEP: text }, '/srv')).toThrow(
      `BACKUP_KEEP must be a whole number from 1 to 9999, not "${text}"`,
    );
  });

  test.each(['24:00', '2:30', '02:60', '02.30', '02:30:00', 'noon', '-1:00'])(
    'refuses "%s" as BACKUP_AT',
    (text) => {
      expect(() => readBackupSettings({ BACKUP_AT: text }, '/srv')).toThrow(
        `BACKUP_AT must be a time of day in UTC such as 02:30, not "${text}"`,
      );
    },
  );
});
