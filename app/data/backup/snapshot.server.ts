import type { PortableRow, PortableTable } from './portable.server.ts';

/** A database as it stands at one moment, whoever writes to it meanwhile. */
export type Snapshot = {
  readonly provider: 'sqlite' | 'postgresql';
  /** The names of the migrations that were applied. */
  readonly migrations: readonly string[];
  readonly tables: readonly PortableTable[];
  rows(table: PortableTable): AsyncIterable<readonly PortableRow[]>;
  close(): Promise<void>;
};
