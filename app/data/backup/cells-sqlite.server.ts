import type { CellKind } from './portable.server.ts';

export type SqliteCell = string | bigint | number | Buffer | null;

/** A cell of an SQLite file, whose integers are read as `bigint`, in portable form. */
export function fromSqlite(cell: SqliteCell, kind: CellKind): string | null {
  if (cell === null) return null;
  switch (kind) {
    case 'boolean':
      return cell ? 'true' : 'false';
    case 'instant':
      return instantOf(cell).toISOString();
    case 'bytes':
      return Buffer.from(cell as Buffer).toString('hex');
    default:
      return String(cell);
  }
}

/** A portable cell as Prisma would have written it to an SQLite file. */
export function toSqlite(cell: string | null, kind: CellKind): SqliteCell {
  if (cell === null) return null;
  switch (kind) {
    case 'integer':
      return BigInt(cell);
    case 'real':
      return Number(cell);
    case 'boolean':
      return cell === 'true' ? 1n : 0n;
    case 'instant':
      return new Date(cell).toISOString().replace('Z', '+00:00');
    case 'bytes':
      return Buffer.from(cell, 'hex');
    default:
      return cell;
  }
}

/** Prisma writes ISO text with an offset; SQLite's own CURRENT_TIMESTAMP has a blank, no offset, and means UTC. */
function instantOf(cell: SqliteCell): Date {
  if (typeof cell !== 'string') return new Date(Number(cell));
  return new Date(/(Z|[+-]\d\d:\d\d)$/.test(cell) ? cell : `${cell.replace(' ', 'T')}Z`);
}
