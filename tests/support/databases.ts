import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '#app/data/database.server.ts';
import { databaseUrlOn, onServer } from './postgres-databases.ts';

/** Opens an empty database with its tables; it is closed and thrown away when the tests of the file are through. */
export type OpenDatabase = (options?: DatabaseOptions) => Promise<Database>;

export type TestDatabases = {
  readonly provider: Database['provider'];
  readonly open: OpenDatabase;
  /** The URL of a new database, with its tables or, where a test makes these itself, without any. */
  createUrl(tables: 'with tables' | 'without tables'): Promise<string>;
};

/** Declares the same tests for SQLite and for PostgreSQL; every `open()` gives a database of its own. */
export function describeOnBothDatabases(
  name: string,
  declareTests: (open: OpenDatabase, databases: TestDatabases) => void,
): void {
  for (const create of [createSqliteUrl, createPostgresqlUrl]) {
    const provider = create === createSqliteUrl ? 'sqlite' : 'postgresql';
    describe(`${name} (${provider})`, () => {
      const cleanUps: (() => Promise<unknown>)[] = [];
      afterAll(async () => {
        for (const cleanUp of cleanUps.reverse()) await cleanUp();
      });
      const createUrl: TestDatabases['createUrl'] = (tables) => create(tables === 'with tables', cleanUps);
      const open: OpenDatabase = async (options) => {
        const database = await openDatabase(await createUrl('with tables'), options);
        cleanUps.push(() => database.close());
        return database;
      };
      declareTests(open, { provider, open, createUrl });
    });
  }
}

type CleanUps = (() => Promise<unknown>)[];

async function createSqliteUrl(withTables: boolean, cleanUps: CleanUps): Promise<string> {
  // Inside the folder of the run, which goes at its end in any case; with spaces, as people have them.
  const folder = await mkdtemp(path.join(path.dirname(inject('sqliteTemplate')), 'a database '));
  cleanUps.push(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'tributary.db');
  if (withTables) await copyFile(inject('sqliteTemplate'), file);
  return `file:${file}`;
}

async function createPostgresqlUrl(withTables: boolean, cleanUps: CleanUps): Promise<string> {
  const serverUrl = inject('postgresqlUrl');
  const name = `tributary_test_${randomBytes(6).toString('hex')}`;
  const template = withTables ? inject('postgresqlTemplate') : 'template1';
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  cleanUps.push(() => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`));
  return databaseUrlOn(serverUrl, name);
}
