import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { DatabaseSetupError } from './database-url.server.ts';

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;
type Connection = Awaited<ReturnType<Adapter['startTransaction']>>;

/** What this product needs on every connection to an SQLite file. */
export const SQLITE_SETTINGS =
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;';

const RETRY_MS = 20;

/** Connections that can only read: a write outside a transaction of ours would mix with those of other requests. */
export class SqliteReadingAdapter extends PrismaBetterSqlite3 {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    await adapter.executeScript(`${SQLITE_SETTINGS} PRAGMA query_only = ON;`);
    return adapter;
  }
}

/**
 * Connections whose transactions take the write lock when they begin. Prisma's own `BEGIN` takes it at the first
 * write and then fails where somebody else has written since the first read. Waiting for the lock happens here and
 * not in SQLite, which would stop the whole process meanwhile.
 */
export class SqliteWritingAdapter extends PrismaBetterSqlite3 {
  readonly #patienceMs: number;

  constructor(file: string, patienceMs: number) {
    super({ url: file, timeout: 0 });
    this.#patienceMs = patienceMs;
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    await adapter.executeScript(SQLITE_SETTINGS);
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = await start(isolationLevel);
      try {
        await execute(transaction, 'ROLLBACK');
        await this.#beginImmediate(transaction);
        return transaction;
      } catch (error) {
        // Lets the next transaction of this process have its turn.
        await transaction.rollback();
        throw error;
      }
    };
    return adapter;
  }

  async #beginImmediate(transaction: Connection): Promise<void> {
    const giveUpAt = performance.now() + this.#patienceMs;
    for (;;) {
      try {
        return await execute(transaction, 'BEGIN IMMEDIATE');
      } catch (error) {
        const isLocked =
          (error as { cause?: { originalCode?: string } }).cause?.originalCode === 'SQLITE_BUSY';
        if (!isLocked || performance.now() > giveUpAt) throw error;
      }
      await pause(RETRY_MS);
    }
  }
}

async function execute(connection: Connection, sql: string): Promise<void> {
  await connection.executeRaw({ sql, args: [], argTypes: [] });
}

/**
 * Makes the folder of an SQLite file.
 *
 * @throws {DatabaseSetupError} when the file or its folder cannot be written.
 */
export function prepareSqliteFile(file: string): void {
  const folder = path.dirname(file);
  try {
    makeFolder(folder);
    // SQLite keeps two more files beside the database.
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new DatabaseSetupError(
      `The folder of the database cannot be written: ${folder} (${codeOf(error)})`,
    );
  }
  try {
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new DatabaseSetupError(`The database file cannot be written: ${file} (${codeOf(error)})`);
  }
}

// One by one: Node's own recursive way never ends below folders that refuse entries with ENOENT, such as /proc.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process that starts at the same moment may have made it.
    if (!existsSync(folder)) throw error;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
