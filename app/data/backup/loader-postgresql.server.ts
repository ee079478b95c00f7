import type pg from 'pg';
import type { DatabaseLocation } from '../database-url.server.ts';
import { connectClient } from '../postgresql.server.ts';
import {
  listPostgresqlTables,
  type PostgresqlColumn,
  type PostgresqlTable,
} from './catalogue-postgresql.server.ts';
import type { Loader } from './loader.server.ts';
import { type PortableTable, quoted, quotedColumns } from './portable.server.ts';

const SETTINGS =
  "SET LOCAL TIME ZONE 'UTC'; SET LOCAL statement_timeout = 0; " +
  "SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = '30s'";

/** @throws {DatabaseSetupError} when the server cannot be reached or does not let us in. */
export async function openPostgresqlLoader(
  server: Extract<DatabaseLocation, { provider: 'postgresql' }>,
): Promise<Loader> {
  const client = await connectClient(server);
  // A connection that breaks off fails the query that waits on it; without this it would end the process.
  client.on('error', () => undefined);
  try {
    await client.query(`BEGIN; ${SETTINGS}`);
    const tables = await lockedTables(client);
    const references = await listReferences(client);
    // Tables come in no order, and one may refer to itself: all references are checked at the end.
    for (const reference of references) await client.query(alter(reference, 'DEFERRABLE INITIALLY DEFERRED'));
    return {
      tables,
      async insert(table, rows) {
        const types = tables.find(({ name }) => name === table.name)?.columns ?? [];
        await client.query(insertInto(table, types), [JSON.stringify(rows)]);
      },
      async finish() {
        await client.query('SET CONSTRAINTS ALL IMMEDIATE');
        for (const reference of references) await client.query(alter(reference, 'NOT DEFERRABLE'));
        await client.query(CONTINUE_SEQUENCES);
        await client.query('COMMIT');
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function lockedTables(client: pg.Client): Promise<PostgresqlTable[]> {
  const names = (await listPostgresqlTables(client)).map(({ name }) => quoted(name));
  if (names.length === 0) return [];
  await client.query(`LOCK TABLE ${names.join(', ')} IN SHARE ROW EXCLUSIVE MODE`);
  // Rows may have come while we waited for the lock.
  return listPostgresqlTables(client);
}

type Reference = { readonly table: string; readonly name: string };

async function listReferences(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`SELECT c.relname AS "table", r.conname AS name
    FROM pg_constraint r
    JOIN pg_class c ON c.oid = r.conrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
    WHERE r.contype = 'f' AND NOT r.condeferrable`);
  return rows;
}

function alter({ table, name }: Reference, how: string): string {
  return `ALTER TABLE ${quoted(table)} ALTER CONSTRAINT ${quoted(name)} ${how}`;
}

function insertInto(table: PortableTable, types: readonly PostgresqlColumn[]): string {
  const cells = table.columns.map(({ name, kind }, index) => {
    const text = `(given.value ->> ${index})`;
    if (kind === 'bytes') return `decode(${text}, 'hex')`;
    return `${text}::${types.find((column) => column.name === name)?.type}`;
  });
  return (
    `INSERT INTO ${quoted(table.name)} (${quotedColumns(table)}) ` +
    `SELECT ${cells.join(', ')} FROM json_array_elements($1::json) AS given(value)`
  );
}

/** New rows get numbers above those that came with the backup. */
const CONTINUE_SEQUENCES = `DO $$
DECLARE found record; highest bigint;
BEGIN
  FOR found IN
    SELECT format('%I', c.relname) AS of_table, a.attname AS of_column,
      pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) AS sequence
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind = 'r'
  LOOP
    CONTINUE WHEN found.sequence IS NULL;
    EXECUTE format('SELECT max(%I) FROM %s', found.of_column, found.of_table) INTO highest;
    IF highest IS NOT NULL THEN PERFORM setval(found.sequence, highest); END IF;
  END LOOP;
END $$`;
