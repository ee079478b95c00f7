import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { type PostgresServer, startPostgresServer } from '../support/postgres-server.ts';
import type { Provider } from './options.ts';

/** Empty databases to measure in; all of it goes away with {@link close}. */
export type Places = {
  /** @returns The URL of a new database. */
  open(provider: Provider, name: string): Promise<string>;
  /** Frees the disk that a database takes. */
  drop(provider: Provider, name: string): Promise<void>;
  close(): Promise<void>;
};

/** @param folder Where SQLite files go. */
export function openPlaces(folder: string): Places {
  let server: Promise<PostgresServer> | null = null;
  const sqliteFile = (name: string) => path.join(folder, `${name}.db`);
  const administer = async (statement: string) => {
    server ??= startPostgresServer();
    const { databaseUrl } = await server;
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
    return databaseUrl;
  };
  return {
    async open(provider, name) {
      if (provider === 'sqlite') return `file:${sqliteFile(name)}`;
      const url = new URL(await administer(`CREATE DATABASE "${name}"`));
      url.pathname = `/${name}`;
      return url.href;
    },
    async drop(provider, name) {
      if (provider === 'postgresql') await administer(`DROP DATABASE "${name}" WITH (FORCE)`);
      else for (const end of ['', '-wal', '-shm']) await rm(`${sqliteFile(name)}${end}`, { force: true });
    },
    close: async () => (await server)?.stop(),
  };
}
