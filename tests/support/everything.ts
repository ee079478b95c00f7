import type { Database } from '#app/data/database.server.ts';
import { Prisma } from '#app/data/generated/sqlite/client.ts';

/** The names of all tables that the models describe. */
export const TABLES = Object.values(Prisma.ModelName).toSorted();

/** Every row of every table, with revisions, times and hashes, in an order that both databases share. */
export async function everythingIn(db: Database): Promise<Record<string, unknown[]>> {
  return db.snapshot(async (transaction) => {
    const rows: Record<string, unknown[]> = {};
    for (const table of TABLES) {
      const delegate = table.charAt(0).toLowerCase() + table.slice(1);
      const { findMany } = transaction[delegate as 'pledge'];
      rows[table] = (await findMany()).toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    }
    return rows;
  });
}

/**
 * What a restore makes of all rows: no session, one-time link or failed sign-in comes to life again. The entry that the
 * audit trail goes on with is left out, here and in {@link restoredRows}.
 */
export function asRestored(rows: Record<string, unknown[]>): Record<string, unknown[]> {
  const { AuditEntry = [] } = rows;
  return { ...rows, ...EMPTIED, AuditEntry: AuditEntry.filter((entry) => !isAboutRestore(entry)) };
}

export async function restoredRows(db: Database): Promise<Record<string, unknown[]>> {
  const rows = await everythingIn(db);
  const { AuditEntry = [] } = rows;
  return { ...rows, AuditEntry: AuditEntry.filter((entry) => !isAboutRestore(entry)) };
}

/** Tables that no backup holds. */
const EMPTIED = { Session: [], OneTimeLink: [], FailedSignIn: [] };

export const TABLES_BACKED_UP = TABLES.filter((table) => !(table in EMPTIED));

function isAboutRestore(entry: unknown): boolean {
  return (entry as { key: string }).key === 'restore';
}

function textOf(row: unknown): string {
  return JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
}
