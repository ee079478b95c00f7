import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseSetupError, openDatabase } from '#app/data/database.server.ts';
import { parseDatabaseUrl } from '#app/data/database-url.server.ts';
import { migrateDatabase } from '#app/data/migrations.server.ts';
import {
  connectSchemaEngine,
  diffAsSql,
  type MigrationList,
  type Provider,
  readModels,
} from '../../../prisma/schema-engine.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const MIGRATIONS = path.join(ROOT, 'prisma', 'migrations');
const FIRST = '0001_portfolio';
/** All of them, in their order. */
const ALL = ['0001_portfolio', '0002_people_and_audit'];

/** What Prisma's engine says about the history of a database, as `prisma migrate` would ask it. */
async function prismaDiagnosis(provider: Provider, databaseUrl: string) {
  const baseDir = path.join(MIGRATIONS, provider);
  const names = (await readdir(baseDir)).filter((name) => !name.endsWith('.toml'));
  const lockfile = 'migration_lock.toml';
  const migrationsList: MigrationList = {
    baseDir,
    lockfile: { path: lockfile, content: await readFile(path.join(baseDir, lockfile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
  const engine = await connectSchemaEngine(provider, databaseUrl);
  const filters = { externalTables: [], externalEnums: [] };
  return engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
}

describeOnBothDatabases('migrations', (_, { provider, createUrl }) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'tributary-migrations-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** A copy of the migrations that a test may add to or alter. */
  async function copiedMigrations(name: string) {
    const copy = path.join(folder, name);
    await cp(MIGRATIONS, copy, { recursive: true });
    return {
      copy,
      write: async (migration: string, sql: string) => {
        await mkdir(path.join(copy, provider, migration), { recursive: true });
        await writeFile(path.join(copy, provider, migration, 'migration.sql'), sql);
      },
    };
  }
  const newLocation = async () => parseDatabaseUrl(await createUrl('without tables'));

  test('make the tables that the models describe', async () => {
    const databaseUrl = await createUrl('with tables');
    const engine = await connectSchemaEngine(provider, databaseUrl);
    const models = { tag: 'schemaDatamodel' as const, files: [readModels(provider)] };
    const actual = { tag: 'schemaDatasource' as const, files: [readModels(provider)], configDir: ROOT };
    expect((await diffAsSql(engine, actual, models)).trim()).toBe('-- This is an empty migration.');
    // The same question does find a difference where there is one.
    expect(await diffAsSql(engine, actual, { tag: 'empty' })).toContain('DROP TABLE');
  });

  test('are in the book that Prisma keeps', async () => {
    const diagnosis = await prismaDiagnosis(provider, await createUrl('with tables'));
    expect(diagnosis).toMatchObject({
      hasMigrationsTable: true,
      history: null,
      editedMigrationNames: [],
      failedMigrationNames: [],
    });
  });

  test('are applied once', async () => {
    const location = await newLocation();
    expect(await migrateDatabase(location)).toEqual(ALL);
    expect(await migrateDatabase(location)).toEqual([]);
  });

  test('are applied once by two processes that start at the same moment', async () => {
    const databaseUrl = await createUrl('without tables');
    const program = `
      const { parseDatabaseUrl } = await import('#app/data/database-url.server.ts');
      const { migrateDatabase } = await import('#app/data/migrations.server.ts');
      console.log((await migrateDatabase(parseDatabaseUrl(process.env.URL_UNDER_TEST))).join());
    `;
    const outputs = await Promise.all([1, 2].map(() => runProgram(program, databaseUrl)));
    // Each may have done some of them.
    const applied = outputs.flatMap((output) => output.split(',').filter(Boolean));
    expect(applied.toSorted()).toEqual(ALL);
  });

  test('that are new are applied to a database that has the earlier ones', async () => {
    const location = await newLocation();
    await migrateDatabase(location);
    const { copy, write } = await copiedMigrations('new');
    await write('9001_note', 'CREATE TABLE "Note" ("id" INTEGER NOT NULL PRIMARY KEY);');
    await write('9002_note', 'ALTER TABLE "Note" ADD COLUMN "text" TEXT;');
    expect(await migrateDatabase(location, copy)).toEqual(['9001_note', '9002_note']);
  });

  test('that fail leave nothing behind, not even their first half', async () => {
    const location = await newLocation();
    const { copy, write } = await copiedMigrations('failing');
    await write('9001_half', 'CREATE TABLE "Half" ("id" INTEGER);\nCREATE TABLE "Half" ("id" INTEGER);');
    const failing = migrateDatabase(location, copy);
    await expect(failing).rejects.toThrow(/^The migration 9001_half failed and nothing of it was kept: /);
    await expect(failing).rejects.toBeInstanceOf(DatabaseSetupError);
    await write('9001_half', 'CREATE TABLE "Half" ("id" INTEGER);');
    expect(await migrateDatabase(location, copy)).toEqual(['9001_half']);
  });

  test('that a newer version of the product applied stop this one', async () => {
    const location = await newLocation();
    const { copy, write } = await copiedMigrations('newer');
    await write('9001_later', 'CREATE TABLE "Later" ("id" INTEGER);');
    await migrateDatabase(location, copy);
    await expect(migrateDatabase(location)).rejects.toThrow(
      'The database belongs to a newer version of Tributary: it has the migration 9001_later',
    );
  });

  test('that were altered after they were applied stop the product', async () => {
    const location = await newLocation();
    await migrateDatabase(location);
    const { copy, write } = await copiedMigrations('altered');
    await write(FIRST, '-- something else');
    await expect(migrateDatabase(location, copy)).rejects.toThrow(
      `The migration ${FIRST} was altered after the database was made`,
    );
  });

  test('are applied by opening a database', async () => {
    const db = await openDatabase(await createUrl('without tables'));
    expect(await db.client.programme.count()).toBe(0);
    await db.close();
  });
});

/** Runs a module's text in a process of its own and gives what it printed. */
async function runProgram(program: string, databaseUrl: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: ROOT,
    env: { ...process.env, URL_UNDER_TEST: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [status] = await once(child, 'close');
  expect(status).toBe(0);
  return output.trim();
}
