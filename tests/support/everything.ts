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

function textOf(row: unknown): string {
  return JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
}
