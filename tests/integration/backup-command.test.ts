import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#app/data/database.server.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { addTokens } from '../support/filled-database.ts';
import { PROJECT, type RunOptions, runProgram, temporaryFolder } from '../support/project.ts';

const COMMAND = ['node', join(PROJECT, 'app/cli/launch.mjs')];

function run(databaseUrl: string, words: readonly string[], options: RunOptions = {}) {
  return runProgram([...COMMAND, ...words], { ...options, env: { DATABASE_URL: databaseUrl } });
}

/** Runs a command that may write no file of more than so many times 1,024 bytes: as on a full disk, writing fails. */
function runWithLittleSpace(databaseUrl: string, words: readonly string[], blockCount: number) {
  const script = `ulimit -f ${blockCount}; exec "$@"`;
  return runProgram(['bash', '-c', script, 'bash', ...COMMAND, ...words], {
    env: { DATABASE_URL: databaseUrl },
  });
}

async function filled(url: string): Promise<string> {
  expect(await run(url, ['import', join(PROJECT, 'seeds/joint-work-programme.json')])).toMatchObject({
    status: 0,
  });
  const db = await openDatabase(url);
  await addTokens(db, 5_000);
  await db.close();
  return url;
}

describeOnBothDatabases('backup and restore', (_open, { createUrl, provider }) => {
  let url: string;
  let exported: string;
  beforeAll(async () => {
    url = await filled(await createUrl('without tables'));
    exported = (await run(url, ['export', '-'])).stdout;
  });

  test('say how many rows went into a file and out of it', async () => {
    const folder = temporaryFolder();
    const backup = await run(url, ['backup', 'all.backup'], { cwd: folder });
    expect(backup).toMatchObject({ status: 0, stderr: '' });
    const rowCount = /^backed up: (\d+) rows of 27 tables\n$/.exec(backup.stdout)?.[1];
    const other = await createUrl('without tables');
    const restored = await run(other, ['restore', 'all.backup'], { cwd: folder });
    expect(restored).toMatchObject({ status: 0, stderr: '' });
    expect(restored.stdout).toContain(`restored: ${rowCount} rows of 27 tables, as they were at 20`);
    expect((await run(other, ['export', '-'])).stdout).toBe(exported);
    const again = await run(other, ['restore', 'all.backup'], { cwd: folder });
    expect(again).toMatchObject({ status: 1, stdout: '' });
    expect(again.stderr).toMatch(/^portfolio: The database is not empty .+\n$/);
  });

  test('leave no half of a file where the disk is full, and the old one as it was', async () => {
    const file = join(temporaryFolder(), 'all.backup');
    writeFileSync(file, 'the old one');
    const { status, stdout, stderr } = await runWithLittleSpace(url, ['backup', file, '--force'], 64);
    expect(stderr).toBe(
      `portfolio: ${file} cannot be written: the file would be larger than it may be here\n`,
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe('the old one');
    expect(readdirSync(join(file, '..'))).toEqual(['all.backup']);
  });

  if (provider === 'sqlite') {
    test('leave an empty database where the disk is full, into which the backup goes later', async () => {
      const file = join(temporaryFolder(), 'all.backup');
      await run(url, ['backup', file]);
      const other = await createUrl('with tables');
      const { status, stdout, stderr } = await runWithLittleSpace(other, ['restore', file], 400);
      expect(stderr).toMatch(/^portfolio: .+ cannot be restored, nothing was kept: .+\n$/);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(await run(other, ['restore', file])).toMatchObject({ status: 0 });
      expect((await run(other, ['export', '-'])).stdout).toBe(exported);
    });
  }
});

describe('backup and restore', () => {
  const url = `file:${join(temporaryFolder(), 'tributary.db')}`;
  beforeAll(async () => {
    await run(url, ['init']);
  });

  test('replace a file only when told to', async () => {
    const file = join(temporaryFolder(), 'all.backup');
    writeFileSync(file, 'precious');
    const refused = await run(url, ['backup', file]);
    expect(refused).toEqual({
      status: 1,
      stdout: '',
      stderr: `portfolio: ${file} exists already: choose another name, or add --force\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect(await run(url, ['backup', file, '--force'])).toMatchObject({ status: 0 });
    expect(readFileSync(file, 'latin1')).toMatch(/^TRIBUTARY BACKUP 1\n/);
  });

  test.each([
    ['backup', '/no/such/folder/x', 'cannot be written: there is no such file or folder'],
    ['backup', '/dev/null', 'exists already: choose another name, or add --force'],
    ['restore', '/no/such/file', 'cannot be read: there is no such file or folder'],
    ['restore', PROJECT, 'cannot be read: it is a folder'],
    ['restore', join(PROJECT, 'package.json'), 'is not a Tributary backup, or damaged'],
  ])('cannot %s %s, and say why with status 1', async (command, file, complaint) => {
    const { status, stdout, stderr } = await run(url, [command, file]);
    expect(stderr).toBe(`portfolio: ${file} ${complaint}\n`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  test.each(['backup', 'restore'])('%s wants a file and no stream', async (command) => {
    expect((await run(url, [command])).stderr).toContain('portfolio: FILE is missing');
    const { status, stderr } = await run(url, [command, '-']);
    expect(stderr).toContain(`portfolio: a ${command} needs a file, not standard `);
    expect(status).toBe(2);
  });

  test('make no database where there is none to back up', async () => {
    const file = join(temporaryFolder(), 'tributary.db');
    const target = join(temporaryFolder(), 'all.backup');
    const { status, stderr } = await run(`file:${file}`, ['backup', target]);
    expect(stderr).toBe(`portfolio: There is no database at ${file}\n`);
    expect(status).toBe(1);
    expect([file, target].filter(existsSync)).toEqual([]);
  });
});
