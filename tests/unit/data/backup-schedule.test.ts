import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backupName,
  keptBackups,
  latestBackupTime,
  outdatedBackups,
} from '#app/data/backup/backup-schedule.server.ts';

const HALF_PAST_TWO = { hour: 2, minute: 30 };

describe('latestBackupTime', () => {
  test.each([
    ['2026-11-23T02:29:59.999Z', '2026-11-22T02:30:00.000Z'],
    ['2026-11-23T02:30:00.000Z', '2026-11-23T02:30:00.000Z'],
    ['2026-11-23T23:59:59.999Z', '2026-11-23T02:30:00.000Z'],
    ['2024-03-01T00:00:00.000Z', '2024-02-29T02:30:00.000Z'],
    ['2027-01-01T01:00:00.000Z', '2026-12-31T02:30:00.000Z'],
  ])('at %s was %s', (now, latest) => {
    expect(latestBackupTime(new Date(now), HALF_PAST_TWO).toISOString()).toBe(latest);
  });

  test('is never in the future, and less than a day ago', () => {
    const times = fc.record({
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    });
    const nows = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(nows, times, (now, at) => {
        const ago = now.getTime() - latestBackupTime(now, at).getTime();
        expect(ago).toBeGreaterThanOrEqual(0);
        expect(ago).toBeLessThan(24 * 60 * 60_000);
      }),
    );
  });
});

describe('backupName', () => {
  test('says the time to the minute, in UTC', () => {
    expect(backupName(new Date('2026-11-23T02:30:00Z'))).toBe('tributary-2026-11-23T02-30Z.backup');
  });

  test('is always one that may be removed when it is outdated', () => {
    const nows = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(nows, (now) => {
        const name = backupName(now);
        expect(outdatedBackups([name, 'tributary-9999-01-01T00-00Z.backup'], 1)).toEqual([name]);
      }),
    );
  });
});

describe('outdatedBackups', () => {
  const night = (day: number) => backupName(new Date(Date.UTC(2026, 0, day, 2, 30)));

  test('are all but the newest, in whatever order the folder lists them', () => {
    expect(outdatedBackups([night(9), night(12), night(10), night(11)], 2)).toEqual([night(9), night(10)]);
  });

  test.each([2, 3, 14])('are none where %d may stay and there are two', (keepCount) => {
    expect(outdatedBackups([night(1), night(2)], keepCount)).toEqual([]);
  });

  test('are never files that the nightly backup has not made', () => {
    const others = [
      'before-upgrade.backup',
      'tributary-2026-01-01T02-30Z.backup.old',
      'copy of tributary-2026-01-01T02-30Z.backup',
      '.tributary-2026-01-01T02-30Z.backup.0123456789ab.draft',
      'tributary.db',
    ];
    expect(outdatedBackups([...others, night(1), night(2)], 1)).toEqual([night(1)]);
  });
});

test('keptBackups finds ours among all names, newest first, and when they were made for', () => {
  const newest = 'tributary-2026-11-23T02-30Z.backup';
  const older = 'tributary-2026-11-09T02-30Z.backup';
  const others = ['mine.backup', `.${newest}.0123456789ab.draft`, `../${newest}`, `${newest}\n`];
  expect(keptBackups([older, ...others, newest])).toEqual([
    { name: newest, madeFor: '2026-11-23T02:30:00.000Z' },
    { name: older, madeFor: '2026-11-09T02:30:00.000Z' },
  ]);
});
