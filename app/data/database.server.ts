import { setTimeout as pause } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Actor, THE_PRODUCT } from '#app/domain/actor.ts';
import { type BackgroundWrites, backgroundWrites } from './background-writes.server.ts';
import {
  type DatabaseLocation,
  DatabaseSetupError,
  DEFAULT_DATABASE_URL,
  parseDatabaseUrl,
} from './database-url.server.ts';
import { isBusy, isWriteConflict } from './driver-error.server.ts';
import type { Prisma, PrismaClient } from './generated/sqlite/client.ts';
import { migrateDatabase } from './migrations.server.ts';
import { openPool } from './postgresql.server.ts';
import { SqliteReadingAdapter, SqliteWritingAdapter } from './sqlite.server.ts';

export { DatabaseSetupError, DEFAULT_DATABASE_URL };

/** What reads, or reads and writes inside a transaction. Both databases share this type: it has what both offer. */
export type Transaction = Prisma.TransactionClient;

/** An open database. */
export type Database = {
  readonly provider: 'sqlite' | 'postgresql';
  /** Whom the audit trail names for what is changed through this. */
  readonly actor: Actor;
  /** For reads of one statement. Writing with it is an error. */
  readonly client: Transaction;
  /** Several reads of one and the same state. */
  snapshot<T>(read: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * Writes, all or none, as if no other transaction ran at the same time. `work` is run again where another one got
   * in its way: it must do nothing but read and write the database.
   *
   * @throws {DatabaseBusyError} when another program keeps writing to the SQLite file.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** What nobody waits for; closing does. */
  readonly background: BackgroundWrites;
  close(): Promise<void>;
};

/** Another program, such as an import, writes to the SQLite file and does not finish. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}

export type DatabaseOptions = {
  /** Where a relative path in a `file:` URL starts; the current folder if left out. */
  readonly folder?: string;
  /** How long a transaction waits for another program that is writing to the SQLite file. */
  readonly patienceMs?: number;
};

const LIMITS = { maxWait: 30 * 60_000, timeout: 30 * 60_000 };
const PATIENCE_MS = 30_000;
const ATTEMPTS = 10;
const RETRY_MS = 10;

/**
 * Opens a database and brings its tables up to date.
 *
 * @throws {DatabaseSetupError} with one line for people: a wrong URL, a folder that cannot be written, no server,
 *   a database of a newer version.
 */
export async function openDatabase(databaseUrl: string, options: DatabaseOptions = {}): Promise<Database> {
  const location = parseDatabaseUrl(databaseUrl, options.folder);
  await migrateDatabase(location);
  return location.provider === 'sqlite'
    ? openSqlite(location.file, options.patienceMs ?? PATIENCE_MS)
    : openPostgresql(location);
}

/** The same open database, used by somebody else. */
export function actingAs(db: Database, actor: Actor): Database {
  return { ...db, actor };
}

async function openSqlite(file: string, patienceMs: number): Promise<Database> {
  const { PrismaClient: Client } = await import('./generated/sqlite/client.ts');
  const reader = new Client({ adapter: new SqliteReadingAdapter({ url: file }), errorFormat: 'minimal' });
  // What runs beside an open transaction of the same connection runs inside it, so each purpose has its own.
  const snapshots = new Client({ adapter: new SqliteReadingAdapter({ url: file }), errorFormat: 'minimal' });
  const writer = new Client({ adapter: new SqliteWritingAdapter(file, patienceMs), errorFormat: 'minimal' });
  const background = backgroundWrites();
  return {
    provider: 'sqlite',
    actor: THE_PRODUCT,
    client: reader,
    snapshot: (read) => snapshots.$transaction(read, LIMITS),
    transaction: (work) => writer.$transaction(work, LIMITS).catch(explainBusy),
    background,
    async close() {
      await background.settle();
      await Promise.all([reader, snapshots, writer].map((client) => client.$disconnect()));
    },
  };
}

function explainBusy(error: unknown): never {
  if (!isBusy(error)) throw error;
  throw new DatabaseBusyError('Another program is writing to the database: try again when it has finished');
}

async function openPostgresql(
  server: Extract<DatabaseLocation, { provider: 'postgresql' }>,
): Promise<Database> {
  const { PrismaClient: Client } = await import('./generated/postgresql/client.ts');
  const adapter = new PrismaPg(openPool(server), { disposeExternalPool: true });
  const client = new Client({ adapter, errorFormat: 'minimal' }) as unknown as PrismaClient;
  const background = backgroundWrites();
  return {
    provider: 'postgresql',
    actor: THE_PRODUCT,
    client,
    snapshot: (read) => inTransaction(client, read, 'RepeatableRead'),
    transaction: (work) => inTransaction(client, work, 'Serializable'),
    background,
    async close() {
      await background.settle();
      await client.$disconnect();
    },
  };
}

async function inTransaction<T>(
  client: PrismaClient,
  work: (transaction: Transaction) => Promise<T>,
  isolationLevel: 'RepeatableRead' | 'Serializable',
): Promise<T> {
  // The shared type is SQLite's, which knows the strictest level only.
  const options = { ...LIMITS, isolationLevel: isolationLevel as 'Serializable' };
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(work, options);
    } catch (error) {
      if (attempt === ATTEMPTS || !isWriteConflict(error)) throw error;
    }
    await pause(Math.random() * RETRY_MS * 2 ** attempt);
  }
}
