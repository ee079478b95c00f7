import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { parseDatabaseUrl } from '#app/data/database-url.server.ts';
import { migrateDatabase } from '#app/data/migrations.server.ts';
import { databaseUrlOn, onServer } from './postgres-databases.ts';
import { type PostgresServer, startPostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server to make databases on. */
    postgresqlUrl: string;
    /** An empty database there, with the tables, to copy. */
    postgresqlTemplate: string;
    /** The same as an SQLite file. */
    sqliteTemplate: string;
  }
}

/** One PostgreSQL for the whole run (or the one that TEST_DATABASE_URL names), and the tables made once for all tests. */
export default async function setUpDatabases(project: TestProject): Promise<() => Promise<void>> {
  const postgresqlTemplate = `tributary_template_${process.pid}`;
  const server = await startServer(process.env.TEST_DATABASE_URL, postgresqlTemplate);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tributary-databases-'));
  const sqliteTemplate = path.join(folder, 'template.db');
  await migrateDatabase(parseDatabaseUrl(databaseUrlOn(server.databaseUrl, postgresqlTemplate)));
  await migrateDatabase(parseDatabaseUrl(`file:${sqliteTemplate}`));
  project.provide('postgresqlUrl', server.databaseUrl);
  project.provide('postgresqlTemplate', postgresqlTemplate);
  project.provide('sqliteTemplate', sqliteTemplate);
  return async () => {
    await onServer(server.databaseUrl, `DROP DATABASE ${postgresqlTemplate} WITH (FORCE)`);
    await server.stop();
    await rm(folder, { recursive: true });
  };
}

async function startServer(givenUrl: string | undefined, template: string): Promise<PostgresServer> {
  try {
    const server = givenUrl
      ? { databaseUrl: givenUrl, stop: async () => undefined }
      : await startPostgresServer();
    await onServer(server.databaseUrl, `CREATE DATABASE ${template}`);
    return server;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    const missing = givenUrl ? 'TEST_DATABASE_URL names none that can be used' : 'none could be started';
    throw new Error(`The tests need a PostgreSQL, and ${missing}: ${reason}`);
  }
}
