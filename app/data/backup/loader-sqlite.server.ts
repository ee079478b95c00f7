import type Sqlite from 'better-sqlite3';
import { connectForChanges, whenUnlocked } from '../migrations-sqlite.server.ts';
import { listSqliteTables } from './catalogue-sqlite.server.ts';
import { type SqliteCell, toSqlite } from './cells-sqlite.server.ts';
import type { Loader } from './loader.server.ts';
import { type PortableTable, quoted, quotedColumns } from './portable.server.ts';

/** @throws {DatabaseSetupError} when the file cannot be used. */
export async function openSqliteLoader(file: string): Promise<Loader> {
  // Its foreign keys are off: tables come in no order, and all references are checked at the end.
  const connection = await connectForChanges(file);
  try {
    await whenUnlocked(() => connection.exec('BEGIN IMMEDIATE'));
    const tables = listSqliteTables(connection);
    const statements = new Map<string, ReturnType<typeof prepareInsert>>();
    return {
      tables,
      async insert(table, rows) {
        const statement = statements.get(table.name) ?? prepareInsert(connection, table);
        statements.set(table.name, statement);
        for (const row of rows) {
          statement.run(...table.columns.map(({ kind }, index) => toSqlite(row[index] ?? null, kind)));
        }
      },
      async finish() {
        const [broken] = connection.pragma('foreign_key_check') as { table: string }[];
        if (broken) throw new Error(`rows of ${broken.table} refer to nothing`);
        connection.exec('COMMIT');
      },
      close: async () => void connection.close(),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function prepareInsert(connection: Sqlite.Database, table: PortableTable) {
  const places = table.columns.map(() => '?').join(', ');
  return connection.prepare<SqliteCell[]>(
    `INSERT INTO ${quoted(table.name)} (${quotedColumns(table)}) VALUES (${places})`,
  );
}
