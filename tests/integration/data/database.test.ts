import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  type Database,
  DatabaseBusyError,
  DatabaseSetupError,
  openDatabase,
} from '#app/data/database.server.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tributary database '));
});
afterAll(() => rm(folder, { recursive: true }));

/** The one line with which opening a database is refused. */
async function refusal(databaseUrl: string): Promise<string> {
  const error = await openDatabase(databaseUrl).then(
    () => new Error('it was opened'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseSetupError);
  const { message } = error as Error;
  expect(message).not.toContain('\n');
  return message;
}

async function useDatabase<T>(
  databaseUrl: string,
  use: (db: Database) => Promise<T>,
  options = {},
): Promise<T> {
  const db = await openDatabase(databaseUrl, options);
  try {
    return await use(db);
  } finally {
    await db.close();
  }
}

const RATE = { currency: 'EUR', from: '2012-01-01', unitsPerBase: '0.8' };
const addRate = (db: Database, currency = 'EUR') =>
  db.transaction((transaction) => transaction.exchangeRate.create({ data: { ...RATE, currency } }));

describe('an SQLite file', () => {
  test('is made together with its folder, relative to the folder of the project', async () => {
    await useDatabase(
      'file:some data/deep/t.db',
      async (db) => {
        await addRate(db);
        expect(await db.client.exchangeRate.count()).toBe(1);
      },
      { folder },
    );
    await useDatabase(`file:${folder}/some data/deep/t.db`, async (db) => {
      expect(await db.client.exchangeRate.count()).toBe(1);
    });
  });

  test('keeps what was committed through a loss of power, and keeps to foreign keys', async () => {
    await useDatabase(`file:${folder}/pragmas.db`, (db) =>
      db.transaction(async (transaction) => {
        const setting = async (name: string) =>
          Object.values(
            ((await transaction.$queryRawUnsafe(`PRAGMA ${name}`)) as Record<string, unknown>[])[0] ?? {},
          ).map(String);
        expect(await setting('journal_mode')).toEqual(['wal']);
        expect(await setting('synchronous')).toEqual(['2']);
        expect(await setting('foreign_keys')).toEqual(['1']);
      }),
    );
  });

  test('is not written outside a transaction', async () => {
    await useDatabase(`file:${folder}/reading.db`, async (db) => {
      await expect(db.client.exchangeRate.create({ data: RATE })).rejects.toThrow(/readonly/);
    });
  });

  test('is refused in a folder that cannot be one', async () => {
    await writeFile(path.join(folder, 'a file'), '');
    expect(await refusal(`file:${folder}/a file/t.db`)).toMatch(
      /^The folder of the database cannot be written: .*\/a file \([A-Z]+\)$/,
    );
  });

  test('is refused where nobody may write', async () => {
    expect(await refusal('file:/proc/tributary/t.db')).toMatch(
      /^The folder of the database cannot be written: \/proc\/tributary \([A-Z]+\)$/,
    );
  });

  test('is refused when it is something else', async () => {
    const file = path.join(folder, 'letter.txt');
    await writeFile(file, 'Dear donor, '.repeat(500));
    expect(await refusal(`file:${file}`)).toBe(
      `The database file cannot be used: ${file} (file is not a database)`,
    );
  });

  test('that somebody else has locked is read all the same, and written once the lock is gone', async () => {
    const file = path.join(folder, 'locked.db');
    await useDatabase(`file:${file}`, async (db) => {
      await addRate(db, 'EUR');
      const other = new Sqlite(file);
      other.exec('BEGIN IMMEDIATE');
      expect(await db.client.exchangeRate.count()).toBe(1);
      const waiting = addRate(db, 'GBP');
      // The process goes on meanwhile: reads are answered before the write that waits.
      expect(await db.snapshot((transaction) => transaction.exchangeRate.count())).toBe(1);
      other.exec("INSERT INTO ApiToken (role, hash) VALUES ('viewer', printf('%064d', 1))");
      other.exec('COMMIT');
      await waiting;
      expect(await db.client.exchangeRate.count()).toBe(2);
      expect(await db.client.apiToken.count()).toBe(1);
      other.close();
    });
  });

  test('that stays locked gives one clear error, and works again afterwards', async () => {
    const file = path.join(folder, 'busy.db');
    await useDatabase(
      `file:${file}`,
      async (db) => {
        const other = new Sqlite(file);
        other.exec('BEGIN IMMEDIATE');
        await expect(addRate(db)).rejects.toThrow(DatabaseBusyError);
        await expect(addRate(db)).rejects.toThrow('Another program is writing to the database');
        other.exec('ROLLBACK');
        await addRate(db);
        expect(await db.client.exchangeRate.count()).toBe(1);
        other.close();
      },
      { patienceMs: 50 },
    );
  });
});

describe('a PostgreSQL server', () => {
  const changed = (change: (url: URL) => void) => {
    const url = new URL(inject('postgresqlUrl'));
    change(url);
    return url.href;
  };

  test('that is not there is said not to be, without its password', async () => {
    const port = await closedPort();
    expect(await refusal(`postgresql://u:secret@127.0.0.1:${port}/portfolio`)).toBe(
      `PostgreSQL at 127.0.0.1:${port}, database "portfolio" cannot be used: nothing listens there`,
    );
  });

  test('with another password is said to refuse it, without repeating it', async () => {
    const message = await refusal(changed((url) => (url.password = 'secret')));
    expect(message).toMatch(/^PostgreSQL at .* cannot be used: the user or the password is wrong$/);
  });

  test('without such a database is said to have none', async () => {
    const message = await refusal(changed((url) => (url.pathname = '/nowhere')));
    expect(message).toMatch(/database "nowhere" cannot be used: there is no such database$/);
  });
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
