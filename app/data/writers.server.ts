import type { RawSql } from './raw-sql.server.ts';

/**
 * Lets one transaction at a time change the portfolio. SQLite has one writer anyway; PostgreSQL would find out at the
 * end of a long work that another one got in its way. The lock is taken before the transaction sees anything, so it
 * sees what those before it did.
 *
 * @param tables Further tables that nobody may write to in the meantime.
 */
export async function waitForOtherWriters(sql: RawSql, tables: readonly string[] = []): Promise<void> {
  if (sql.provider === 'sqlite') return;
  const names = ['Settings', ...tables].map((name) => `"${name}"`).join(', ');
  await sql.execute(`LOCK TABLE ${names} IN SHARE ROW EXCLUSIVE MODE`);
}
