import { BackupError } from './backup-error.server.ts';
import { CELL_KINDS, type PortableRow, type PortableTable } from './portable.server.ts';

/** The first line of a backup: when it was made, from what, and the tables whose rows follow in this order. */
export type Manifest = {
  readonly madeAt: string;
  readonly provider: string;
  /** The names of the migrations that had made the tables. */
  readonly migrations: readonly string[];
  readonly tables: readonly PortableTable[];
};

/** @throws {BackupError} when the line is not one that this version writes. */
export function parseManifest(line: string, shownAs: string): Manifest {
  const manifest = parsed(line);
  if (!isManifest(manifest)) throw new BackupError(`${shownAs} is no right backup: its first row is wrong`);
  return manifest;
}

/** @throws {BackupError} when the line is no row of the table. */
export function parseRow(line: string, { name, columns }: PortableTable, shownAs: string): PortableRow {
  const row = parsed(line);
  const isRow =
    Array.isArray(row) &&
    row.length === columns.length &&
    row.every((cell) => cell === null || typeof cell === 'string');
  if (!isRow) throw new BackupError(`${shownAs} is no right backup: a row of ${name} is wrong`);
  return row;
}

export function totalRowCount({ tables }: Pick<Manifest, 'tables'>): number {
  return tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value)) return false;
  const { madeAt, provider, migrations, tables } = value;
  return (
    typeof madeAt === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(madeAt) &&
    typeof provider === 'string' &&
    Array.isArray(migrations) &&
    migrations.every((name) => typeof name === 'string' && /^\w{1,250}$/.test(name)) &&
    Array.isArray(tables) &&
    tables.every(isTable)
  );
}

function isTable(value: unknown): value is PortableTable {
  if (!isRecord(value)) return false;
  const { name, columns, rowCount } = value;
  return (
    isName(name) &&
    Array.isArray(columns) &&
    columns.every(
      (column) => isRecord(column) && isName(column.name) && CELL_KINDS.some((kind) => kind === column.kind),
    ) &&
    Number.isSafeInteger(rowCount) &&
    Number(rowCount) >= 0
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^\w{1,63}$/.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
