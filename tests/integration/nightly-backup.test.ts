import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyBackup } from '#app/data/backup/backup-reading.server.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { temporaryFolder } from '../support/project.ts';
import { startServer } from '../support/server.ts';

const OLD = ['tributary-2020-01-01T02-30Z.backup', 'tributary-2020-01-02T02-30Z.backup'];
const NIGHTLY = /^tributary-\d{4}-\d\d-\d\dT02-30Z\.backup$/;

const newBackups = (folder: string) =>
  readdirSync(folder).filter((name) => NIGHTLY.test(name) && !OLD.includes(name));

/** The lines of the log. */
const logged = (stderr: string): Record<string, unknown>[] =>
  stderr.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

describeOnBothDatabases('the nightly backup', (_open, { createUrl }) => {
  test('is made up for at the start, takes the place of the oldest, and leaves other files alone', async () => {
    const folder = temporaryFolder();
    for (const name of [...OLD, 'mine.backup']) writeFileSync(join(folder, name), 'old');
    const env = { DATABASE_URL: await createUrl('without tables'), BACKUP_FOLDER: folder, BACKUP_KEEP: '2' };
    const server = await startServer({ env });
    await expect.poll(() => newBackups(folder), { timeout: 30_000 }).toHaveLength(1);
    await expect.poll(() => readdirSync(folder), { timeout: 30_000 }).not.toContain(OLD[0]);
    const { status, stderr } = await server.stop();
    expect(status).toBe(0);
    const [made = ''] = newBackups(folder);
    expect(readdirSync(folder).toSorted()).toEqual(['mine.backup', OLD[1], made].toSorted());
    await verifyBackup(join(folder, made));
    expect(logged(stderr)).toEqual([
      expect.objectContaining({ level: 'info', msg: 'backup made', backup: made }),
    ]);
  });

  test('that fails is one line, removes nothing, and the server serves on', async () => {
    const folder = temporaryFolder();
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, 'a file, not a folder');
    const env = { DATABASE_URL: await createUrl('without tables'), BACKUP_FOLDER: join(blocked, 'backups') };
    const server = await startServer({ env });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const { status, stderr } = await server.stop();
    expect(logged(stderr)).toEqual([expect.objectContaining({ level: 'error', msg: 'backup failed' })]);
    expect(status).toBe(0);
  });

  test('ends with the server and leaves a whole file or none', async () => {
    const folder = join(temporaryFolder(), 'backups');
    mkdirSync(folder);
    const env = { DATABASE_URL: await createUrl('without tables'), BACKUP_FOLDER: folder };
    const server = await startServer({ env });
    const { status, stderr } = await server.stop();
    expect(status).toBe(0);
    expect(logged(stderr).filter(({ level }) => level === 'error')).toEqual([]);
    for (const name of readdirSync(folder)) {
      expect(name).toMatch(NIGHTLY);
      await verifyBackup(join(folder, name));
    }
  });
});
