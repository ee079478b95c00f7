import type pg from 'pg';
import type { DatabaseLocation } from '../database-url.server.ts';
import { LIST_APPLIED } from '../migration.server.ts';
import { connectClient } from '../postgresql.server.ts';
import { BackupError } from './backup-error.server.ts';
import {
  listPostgresqlTables,
  type PostgresqlColumn,
  type PostgresqlTable,
} from './catalogue-postgresql.server.ts';
import { BATCH_ROWS, type PortableRow, quoted } from './portable.server.ts';
import type { Snapshot } from './snapshot.server.ts';

type Server = Extract<DatabaseLocation, { provider: 'postgresql' }>;

/** How cells are written, and that a slow disk on our side does not end the transaction. */
const SETTINGS =
  "SET LOCAL TIME ZONE 'UTC'; SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = 0; " +
  'SET LOCAL idle_in_transaction_session_timeout = 0';

/**
 * @throws {BackupError} when there are no tables of ours.
 * @throws {DatabaseSetupError} when the server cannot be reached or does not let us in.
 */
export async function openPostgresqlSnapshot(server: Server): Promise<Snapshot> {
  const client = await connectClient(server);
  // A connection that breaks off fails the query that waits on it; without this it would end the process.
  client.on('error', () => undefined);
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${SETTINGS}`);
    const migrations = await listMigrations(client);
    if (migrations.length === 0) throw new BackupError(`There is no portfolio in ${server.shownAs}`);
    const tables = await listPostgresqlTables(client);
    return {
      provider: 'postgresql',
      migrations,
      tables,
      rows: (table) => readRows(client, table as PostgresqlTable),
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function listMigrations(client: pg.Client): Promise<string[]> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (table.rows[0].found === null) return [];
  return (await client.query<{ name: string }>(LIST_APPLIED)).rows.map(({ name }) => name);
}

async function* readRows(client: pg.Client, { name, columns }: PostgresqlTable) {
  const cells = columns.map(portableCell).join(', ');
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT ${cells} FROM ${quoted(name)}`);
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `FETCH ${BATCH_ROWS} FROM backup`,
      rowMode: 'array',
    });
    yield rows as readonly PortableRow[];
    if (rows.length < BATCH_ROWS) break;
  }
  await client.query('CLOSE backup');
}

function portableCell({ name, kind }: PostgresqlColumn): string {
  if (kind === 'instant') return `to_char(${quoted(name)}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  if (kind === 'bytes') return `encode(${quoted(name)}, 'hex')`;
  return `${quoted(name)}::text`;
}
