import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { DatabaseLocation } from './database-url.server.ts';
import {
  type AppliedMigration,
  LIST_APPLIED,
  type Migration,
  type MigrationTarget,
  migrationFailed,
} from './migration.server.ts';
import { connectClient } from './postgresql.server.ts';

// The lock that Prisma's own tool takes, so that the two wait for each other.
const PRISMA_LOCK = 72_707_369;

/** @throws {DatabaseSetupError} when the server cannot be reached or does not let us in. */
export async function openPostgresqlTarget(
  server: Extract<DatabaseLocation, { provider: 'postgresql' }>,
): Promise<MigrationTarget> {
  const client = await connectClient(server);
  return {
    listApplied: () => listApplied(client),
    async applyNext(choose) {
      await client.query('BEGIN');
      try {
        await client.query('SELECT pg_advisory_xact_lock($1)', [PRISMA_LOCK]);
        const migration = choose(await listApplied(client));
        if (migration) await apply(client, migration);
        await client.query('COMMIT');
        return migration;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    },
    close: () => client.end(),
  };
}

async function listApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  return table.rows[0].found === null ? [] : (await client.query<AppliedMigration>(LIST_APPLIED)).rows;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query(PRISMA_TABLE);
    await client.query(migration.sql);
    await client.query(RECORD, [randomUUID(), migration.checksum, migration.name]);
  } catch (error) {
    throw migrationFailed(migration, error);
  }
}

const RECORD = `INSERT INTO _prisma_migrations
  (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`;

const PRISMA_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;
