/** What the cells of a column hold, in the terms of both databases. */
export const CELL_KINDS = ['text', 'integer', 'real', 'boolean', 'instant', 'json', 'bytes'] as const;

export type CellKind = (typeof CELL_KINDS)[number];

export type PortableColumn = { readonly name: string; readonly kind: CellKind };

export type PortableTable = {
  readonly name: string;
  readonly columns: readonly PortableColumn[];
  readonly rowCount: number;
};

/**
 * The cells of a row in the order of the table's columns: integers and reals as decimal text, booleans as `true` and
 * `false`, instants as ISO text in UTC with milliseconds and `Z`, bytes as hexadecimal digits.
 */
export type PortableRow = readonly (string | null)[];

/** How many rows are read or written at a time. */
export const BATCH_ROWS = 1_000;

/**
 * Tables that no backup holds. Prisma's own record of migrations is not data: a backup names the migrations, and a
 * restore applies them. Sessions, one-time links and failed sign-ins are of the moment: what somebody has ended or
 * used since must not come to life again.
 */
export const NOT_BACKED_UP: readonly string[] = [
  '_prisma_migrations',
  'Session',
  'OneTimeLink',
  'FailedSignIn',
];

/** A name as SQL has it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quotedColumns({ columns }: PortableTable): string {
  return columns.map(({ name }) => quoted(name)).join(', ');
}
