import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { backupDatabase } from '#app/data/backup/backup.server.ts';
import { restoreDatabase } from '#app/data/backup/restore.server.ts';
import { openDatabase } from '#app/data/database.server.ts';
import { parseDatabaseUrl } from '#app/data/database-url.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { asRestored, everythingIn, restoredRows } from '../../support/everything.ts';
import { addTokens, fillDatabase } from '../../support/filled-database.ts';
import { PROJECT, runProgram, temporaryFolder } from '../../support/project.ts';

const RESTORE_AND_DIE = ['node', '--import', 'tsx', join(PROJECT, 'tests/support/restore-and-die.ts')];

describeOnBothDatabases('a restore that is killed hard', (_open, { createUrl }) => {
  const file = join(temporaryFolder(), 'all.backup');
  let rowCount: number;
  let before: Record<string, unknown[]>;

  beforeAll(async () => {
    const url = await createUrl('with tables');
    const db = await openDatabase(url);
    await fillDatabase(db);
    await addTokens(db, 5_000);
    before = asRestored(await everythingIn(db));
    await db.close();
    ({ rowCount } = await backupDatabase(parseDatabaseUrl(url), file));
  });

  test.each([
    ['before its first row', () => 0],
    ['after some rows', () => 1],
    ['half-way', () => Math.floor(rowCount / 2)],
    ['with every row written and nothing confirmed', () => rowCount],
  ])('%s leaves an empty database, into which the same backup goes', async (_when, rows) => {
    const url = await createUrl('without tables');
    const { status } = await runProgram([...RESTORE_AND_DIE, url, file, String(rows())]);
    expect(status).toBeNull();
    const emptied = await openDatabase(url);
    expect(Object.values(await everythingIn(emptied)).flat()).toEqual([]);
    await emptied.close();
    await restoreDatabase(parseDatabaseUrl(url), file);
    const db = await openDatabase(url);
    expect(await restoredRows(db)).toEqual(before);
    await db.close();
  });
});
