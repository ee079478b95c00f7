import type { PortableRow, PortableTable } from './portable.server.ts';

/** One transaction that fills a database to which nobody else can write meanwhile. */
export type Loader = {
  /** What the database has. */
  readonly tables: readonly PortableTable[];
  insert(table: PortableTable, rows: readonly PortableRow[]): Promise<void>;
  /** Checks what refers to what, and keeps all of it. */
  finish(): Promise<void>;
  /** Ends the connection; what was not finished is undone. */
  close(): Promise<void>;
};
