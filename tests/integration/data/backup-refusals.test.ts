import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { backupDatabase } from '#app/data/backup/backup.server.ts';
import { openBackup, verifyBackup } from '#app/data/backup/backup-reading.server.ts';
import { writeContainer } from '#app/data/backup/container.server.ts';
import type { Manifest } from '#app/data/backup/manifest.server.ts';
import { restoreDatabase } from '#app/data/backup/restore.server.ts';
import { openDatabase } from '#app/data/database.server.ts';
import { parseDatabaseUrl } from '#app/data/database-url.server.ts';
import { migrateDatabase } from '#app/data/migrations.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { everythingIn } from '../../support/everything.ts';
import { fillDatabase } from '../../support/filled-database.ts';
import { PROJECT, temporaryFolder } from '../../support/project.ts';

const folder = temporaryFolder();
const whole = join(folder, 'whole.backup');
let manifest: Manifest;
const rows: string[] = [];

beforeAll(async () => {
  const location = { provider: 'sqlite', file: join(folder, 'tributary.db') } as const;
  const db = await openDatabase(`file:${location.file}`);
  await fillDatabase(db);
  await db.close();
  await backupDatabase(location, whole);
  const backup = await openBackup(whole);
  manifest = backup.manifest;
  for await (const batch of backup.batches()) rows.push(...batch.rows.map((row) => JSON.stringify(row)));
});

/** A file with a right checksum, whatever is in it. */
async function crafted(lines: Iterable<string>): Promise<string> {
  const file = join(temporaryFolder(), 'crafted.backup');
  await writeContainer(file, lines);
  return file;
}

const craftedFrom = (given: object, cells: readonly string[] = rows) =>
  crafted(
    [{ ...manifest, ...given }, ...cells].map(
      (line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`,
    ),
  );

const REFUSED =
  /^bad is (not a Tributary backup|incomplete or damaged|damaged|made by a newer|was made)|^bad was made by a newer version/;

describe('a backup', () => {
  test('is refused with any one of its bytes altered', async () => {
    const bytes = readFileSync(whole);
    const file = join(temporaryFolder(), 'bad');
    for (let position = 0; position < bytes.length; position++) {
      const altered = Buffer.from(bytes);
      altered[position] = (altered[position] as number) ^ (1 << (position % 8));
      writeFileSync(file, altered);
      await expect(verifyBackup(file, 'bad'), `byte ${position}`).rejects.toThrow(REFUSED);
    }
  });

  test('is refused when it is cut off anywhere, or goes on', async () => {
    const bytes = readFileSync(whole);
    const file = join(temporaryFolder(), 'bad');
    writeFileSync(file, bytes);
    for (let size = bytes.length - 1; size >= 0; size -= size > 200 ? 37 : 1) {
      truncateSync(file, size);
      await expect(verifyBackup(file, 'bad'), `${size} bytes`).rejects.toThrow(REFUSED);
    }
    writeFileSync(file, bytes);
    appendFileSync(file, '\n');
    await expect(verifyBackup(file, 'bad')).rejects.toThrow(REFUSED);
  });

  test.each([
    ['an empty file', ''],
    ['a portfolio bundle', '{"format": "portfolio-bundle"}'],
    ['an SQLite file', 'SQLite format 3\0'],
    ['zeros', '\0'.repeat(10_000)],
  ])('is not %s', async (_what, content) => {
    const file = join(temporaryFolder(), 'bad');
    writeFileSync(file, content);
    await expect(verifyBackup(file, 'bad')).rejects.toThrow('bad is not a Tributary backup, or damaged');
  });

  test('of a newer format is refused as such', async () => {
    const file = join(temporaryFolder(), 'bad');
    writeFileSync(file, 'TRIBUTARY BACKUP 2\nwhatever comes then');
    await expect(verifyBackup(file, 'bad')).rejects.toThrow(
      'bad was made by a newer version of Tributary (backup format 2); this one reads format 1',
    );
  });

  test.each([
    ['nothing', () => crafted([])],
    ['no first row', () => crafted(['hello\n'])],
    ['a table without columns', () => craftedFrom({ tables: [{ name: 'Pledge', rowCount: 0 }] })],
    ['a name that is SQL', () => craftedFrom({ tables: [{ name: 'a"; --', columns: [], rowCount: 0 }] })],
    ['a row too many', () => craftedFrom({}, [...rows, '[]'])],
    ['a row too few', () => craftedFrom({}, rows.slice(1))],
    ['a row that is not one', () => craftedFrom({}, ['{"a": 1}', ...rows.slice(1)])],
    ['a last row without its end', () => crafted([`${JSON.stringify(manifest)}\n`, rows[0] ?? ''])],
  ])('with a right checksum is refused with %s in it', async (_what, make) => {
    await expect(verifyBackup(await make(), 'bad')).rejects.toThrow(/^bad is no right backup: /);
  });

  test('that is small and unpacks to very much is refused before it fills the memory', async () => {
    const endless = await crafted(Array.from({ length: 300 }, () => ' '.repeat(2 ** 20)));
    expect(statSync(endless).size).toBeLessThan(2 ** 20);
    await expect(verifyBackup(endless, 'bad')).rejects.toThrow('bad unpacks to more than a backup holds');
    const many = Array.from({ length: 300 }, () => `${' '.repeat(2 ** 20)}\n`);
    const lines = await crafted([`${JSON.stringify(manifest)}\n`, ...many]);
    await expect(verifyBackup(lines, 'bad')).rejects.toThrow(/^bad (unpacks to more|is no right backup)/);
  });
});

describeOnBothDatabases('a restore', (_open, { createUrl }) => {
  /** Refused, and nothing of it is there. */
  async function expectRefused(file: string, complaint: RegExp) {
    const url = await createUrl('with tables');
    await expect(restoreDatabase(parseDatabaseUrl(url), file, { shownAs: 'bad' })).rejects.toThrow(complaint);
    const db = await openDatabase(url);
    expect(Object.values(await everythingIn(db)).flat()).toEqual([]);
    await db.close();
  }

  test('never goes over data', async () => {
    const url = await createUrl('with tables');
    const db = await openDatabase(url);
    await db.transaction((transaction) =>
      transaction.apiToken.create({ data: { role: 'viewer', hash: '0123456789abcdef'.repeat(4) } }),
    );
    const before = await everythingIn(db);
    await expect(restoreDatabase(parseDatabaseUrl(url), whole)).rejects.toThrow(
      'The database is not empty (it has rows of ApiToken): a backup is restored into a new one only',
    );
    expect(await everythingIn(db)).toEqual(before);
    await db.close();
  });

  test('refuses migrations that it does not know', async () => {
    const newer = await craftedFrom({ migrations: [...manifest.migrations, '9999_things_to_come'] });
    await expectRefused(
      newer,
      /^bad was made by a newer version of Tributary: it has the migration 9999_things_to_come$/,
    );
    await expectRefused(await craftedFrom({ migrations: [] }), /^bad fits no version of Tributary/);
  });

  test('refuses tables that its version does not have', async () => {
    const [first, ...others] = manifest.tables;
    for (const name of ['Strange', 'Session']) {
      const strange = await craftedFrom({ tables: [{ ...first, name }, ...others] });
      await expectRefused(
        strange,
        new RegExp(`^bad does not fit the tables of its own version: see ${name}$`),
      );
    }
    await expectRefused(
      await craftedFrom({ tables: manifest.tables.slice(0, -1) }, rows.slice(0, -1)),
      /^bad does not fit the tables of its own version: see WriteOff$/,
    );
  });

  test('keeps nothing when a late row breaks a rule of the database or refers to nothing', async () => {
    const last = rows.at(-1) ?? '';
    const endingWith = (row: string) => craftedFrom({}, [...rows.slice(0, -1), row]);
    const complaint = /^bad cannot be restored, nothing was kept: /;
    await expectRefused(await endingWith(last.replace('"PL-1"', '"PL-9"')), complaint);
    await expectRefused(await endingWith(last.replace('2013-11-30', '2013-11-31')), complaint);
  });

  test('of an older backup applies the migrations that came later, in a new database only', async () => {
    const migrations = temporaryFolder();
    cpSync(join(PROJECT, 'prisma/migrations'), migrations, { recursive: true });
    for (const each of ['sqlite', 'postgresql']) {
      mkdirSync(join(migrations, each, '9999_later'));
      const sql = `ALTER TABLE "Donor" ADD COLUMN "later" TEXT NOT NULL DEFAULT 'yes';`;
      writeFileSync(join(migrations, each, '9999_later', 'migration.sql'), sql);
    }
    const location = parseDatabaseUrl(await createUrl('without tables'));
    await restoreDatabase(location, whole, { migrations });
    const newer = join(temporaryFolder(), 'newer.backup');
    // One more: the audit trail's entry about the restore.
    expect((await backupDatabase(location, newer)).rowCount).toBe(rows.length + 1);
    const { manifest: now } = await openBackup(newer);
    expect(now.migrations).toEqual([...manifest.migrations, '9999_later']);
    expect(now.tables.find(({ name }) => name === 'Donor')?.columns).toContainEqual({
      name: 'later',
      kind: 'text',
    });

    const emptyTables = parseDatabaseUrl(await createUrl('without tables'));
    await migrateDatabase(emptyTables, migrations);
    await expect(restoreDatabase(emptyTables, whole, { migrations })).rejects.toThrow(
      'The database has newer tables than the backup (migration 9999_later): restore into a new database',
    );
    await expect(restoreDatabase(emptyTables, newer)).rejects.toThrow(/was made by a newer version/);
  });

  test('finds the damage before it touches the database', async () => {
    const bytes = readFileSync(whole);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    const file = join(temporaryFolder(), 'bad');
    writeFileSync(file, bytes);
    await expectRefused(file, /^bad is damaged: its checksum does not match$/);
  });
});
