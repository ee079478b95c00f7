import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createApiToken, findApiToken } from '#app/data/api-tokens.server.ts';
import { backupDatabase } from '#app/data/backup/backup.server.ts';
import { openBackup } from '#app/data/backup/backup-reading.server.ts';
import { restoreDatabase } from '#app/data/backup/restore.server.ts';
import { type Database, openDatabase, type Transaction } from '#app/data/database.server.ts';
import { parseDatabaseUrl } from '#app/data/database-url.server.ts';
import { listPortfolio } from '#app/data/portfolio.server.ts';
import { describeOnBothDatabases, type TestDatabases } from '../../support/databases.ts';
import { asRestored, everythingIn, restoredRows, TABLES_BACKED_UP } from '../../support/everything.ts';
import { addTokens, fillDatabase } from '../../support/filled-database.ts';
import { inListedOrder } from '../../support/portfolio-of.ts';
import { databaseUrlOn, onServer } from '../../support/postgres-databases.ts';
import { temporaryFolder } from '../../support/project.ts';

/** A database of the run's server beside those of the tests that run on both; the server ends with the run. */
async function createPostgresqlUrl(): Promise<string> {
  const name = `tributary_move_${randomBytes(6).toString('hex')}`;
  await onServer(inject('postgresqlUrl'), `CREATE DATABASE ${name}`);
  onTestFinished(() => onServer(inject('postgresqlUrl'), `DROP DATABASE ${name} WITH (FORCE)`));
  return databaseUrlOn(inject('postgresqlUrl'), name);
}

const newFile = () => join(temporaryFolder(), 'all.backup');

async function using<T>(databaseUrl: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(databaseUrl);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function filledUrl(createUrl: TestDatabases['createUrl']): Promise<string> {
  const url = await createUrl('with tables');
  await using(url, fillDatabase);
  return url;
}

const backUp = (url: string, file: string) => backupDatabase(parseDatabaseUrl(url), file);
const restore = (url: string, file: string) => restoreDatabase(parseDatabaseUrl(url), file);

describeOnBothDatabases('a backup', (_open, { createUrl, provider }) => {
  test.each(['without tables', 'with tables'] as const)(
    'restored into a database %s is the same in every row, revision and time',
    async (tables) => {
      const url = await filledUrl(createUrl);
      const file = newFile();
      await backUp(url, file);
      const other = await createUrl(tables);
      await restore(other, file);
      expect(await using(other, restoredRows)).toEqual(asRestored(await using(url, everythingIn)));
    },
  );

  test('keeps portfolio, tokens and the numbers of records to come', async () => {
    const url = await createUrl('with tables');
    const { portfolio, token } = await using(url, fillDatabase);
    const file = newFile();
    await backUp(url, file);
    const other = await createUrl('without tables');
    await restore(other, file);
    await using(other, async (db) => {
      expect(await listPortfolio(db)).toEqual(inListedOrder(portfolio));
      expect(await findApiToken(db, token, new Date('2030-01-01'))).toMatchObject({ name: 'Dashboard' });
      await createApiToken(db, { role: 'viewer', name: 'Another', expiresOn: null });
      const tokens = await db.client.apiToken.findMany({ orderBy: { id: 'asc' } });
      expect(tokens.map(({ id, name }) => ({ id, name }))).toEqual([
        { id: 1, name: 'Dashboard' },
        { id: 2, name: 'Another' },
      ]);
    });
  });

  const elsewhere = async () =>
    provider === 'postgresql'
      ? `file:${join(temporaryFolder(), 'tributary.db')}`
      : await createPostgresqlUrl();

  test('brings the audit trail back entry by entry; it goes on with the restore, and only grows', async () => {
    const list = (db: Database) => db.client.auditEntry.findMany({ orderBy: { id: 'asc' } });
    let source = await filledUrl(createUrl);
    for (const place of [await createUrl('without tables'), await elsewhere()]) {
      const before = await using(source, list);
      const last = before.at(-1)?.id ?? Number.NaN;
      const file = newFile();
      await backUp(source, file);
      await restore(place, file);
      await using(place, async (db) => {
        const [about, ...others] = (await list(db)).slice(before.length);
        expect((await list(db)).slice(0, before.length)).toEqual(before);
        expect({ about, others }).toMatchObject({ about: { id: last + 1, key: 'restore' }, others: [] });
        expect((await db.transaction(addEntry)).id).toBe(last + 2);
        for (const sql of [`UPDATE "AuditEntry" SET "key" = 'x'`, 'DELETE FROM "AuditEntry"']) {
          const altering = db.transaction((transaction) => transaction.$executeRawUnsafe(sql));
          await expect(altering).rejects.toThrow(/the audit trail only grows/);
        }
      });
      source = place;
    }
  });

  test('moves to the other kind of database and back without a change to any row', async () => {
    const url = await filledUrl(createUrl);
    const before = asRestored(await using(url, everythingIn));
    const [there, back] = [await elsewhere(), await createUrl('without tables')];
    const [outward, homeward] = [newFile(), newFile()];
    await backUp(url, outward);
    await restore(there, outward);
    expect(await using(there, restoredRows)).toEqual(before);
    await backUp(there, homeward);
    await restore(back, homeward);
    expect(await using(back, restoredRows)).toEqual(before);
  });

  test('holds every table that the models describe but those that are of the moment', async () => {
    const file = newFile();
    const counts = await backUp(await filledUrl(createUrl), file);
    const { manifest } = await openBackup(file);
    expect(manifest.tables.map(({ name }) => name)).toEqual(TABLES_BACKED_UP);
    expect(counts.tableCount).toBe(TABLES_BACKED_UP.length);
  });

  test('is readable by its owner only, with nothing beside it', async () => {
    const file = newFile();
    await backUp(await filledUrl(createUrl), file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, '..'))).toEqual(['all.backup']);
  });

  test('of a database without tables is refused and leaves no file', async () => {
    const file = newFile();
    await expect(backUp(await createUrl('without tables'), file)).rejects.toThrow(
      /^There is no (portfolio in|database at)/,
    );
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  test('shows one moment while people go on writing: whole transactions, no half of one', async () => {
    const url = await filledUrl(createUrl);
    const db = await openDatabase(url);
    await addTokens(db, 8_000);
    await db.transaction((transaction) =>
      transaction.settings.update({ where: { id: 1 }, data: { revision: 1_000 } }),
    );
    let writtenCount = 0;
    const writing = new AbortController();
    const writer = (async () => {
      while (!writing.signal.aborted) {
        await db.transaction((transaction) => writeStep(transaction, writtenCount + 1));
        writtenCount += 1;
        // As between two requests: SQLite itself never waits.
        await otherWork();
      }
    })();
    const files: string[] = [];
    let besideCount = 0;
    try {
      while (besideCount < 5 || files.length < 3) {
        const file = newFile();
        let writtenBefore = -1;
        await backupDatabase(parseDatabaseUrl(url), file, {
          onProgress: (doneCount, totalCount) => {
            if (doneCount === 0) writtenBefore = writtenCount;
            if (doneCount === totalCount) besideCount += writtenCount - writtenBefore;
          },
        });
        files.push(file);
      }
    } finally {
      writing.abort();
      await writer;
      await db.close();
    }
    for (const file of files.slice(-3)) {
      const other = await createUrl('without tables');
      await restore(other, file);
      await using(other, expectWholeSteps);
    }
  });
});

function addEntry(transaction: Transaction) {
  const by = { at: new Date(), change: 'next', actorKind: 'product', actorName: 'Tributary' };
  return transaction.auditEntry.create({
    data: { ...by, action: 'added', kind: 'donors', key: 'NEXT', after: '{}' },
  });
}

/** A change of three tables that belongs together. */
async function writeStep(transaction: Transaction, step: number) {
  const programmeCode = `STEP-${step}`;
  await transaction.programme.create({
    data: { code: programmeCode, title: 'One more', startYear: 2012, endYear: 2014 },
  });
  for (const code of ['A', 'B']) {
    await transaction.theme.create({ data: { programmeCode, code, title: 'One more' } });
  }
  await transaction.settings.update({ where: { id: 1 }, data: { revision: 1_000 + step } });
}

async function expectWholeSteps(db: Database) {
  const stepCount = await db.client.programme.count({ where: { code: { startsWith: 'STEP-' } } });
  expect(await db.client.theme.count({ where: { programmeCode: { startsWith: 'STEP-' } } })).toBe(
    2 * stepCount,
  );
  const settings = await db.client.settings.findFirstOrThrow();
  expect(settings.revision).toBe(1_000 + stepCount);
  expect(await db.client.apiToken.count()).toBe(8_001);
}
