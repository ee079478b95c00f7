import { DatabaseSetupError } from './database-url.server.ts';

/** A step of the schema, as it stands in a file. */
export type Migration = { readonly name: string; readonly checksum: string; readonly sql: string };

/** What Prisma's table of migrations keeps of one. */
export type AppliedMigration = {
  readonly name: string;
  readonly checksum: string;
  /** False where Prisma's own tool started it and did not come to the end. */
  readonly isFinished: boolean;
};

/** One connection, below Prisma, to a database whose tables are to be changed. */
export type MigrationTarget = {
  /** What was applied; empty where there is no table of migrations yet. */
  listApplied(): Promise<AppliedMigration[]>;
  /** Applies the one that `choose` picks, in one transaction that no other process can have at the same time. */
  applyNext(choose: (applied: AppliedMigration[]) => Migration | undefined): Promise<Migration | undefined>;
  close(): Promise<void>;
};

export const LIST_APPLIED =
  'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished" ' +
  'FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name';

/** One line for a person about a migration that the database refused. */
export function migrationFailed({ name }: Migration, error: unknown): DatabaseSetupError {
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new DatabaseSetupError(`The migration ${name} failed and nothing of it was kept: ${reason}`);
}
