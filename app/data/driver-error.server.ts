type DriverCause = { readonly kind: string; readonly originalCode: string; readonly originalMessage: string };

type ThrownByPrisma = {
  readonly cause?: Partial<DriverCause>;
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: Partial<DriverCause> } };
};

/**
 * What the driver said, out of an error that Prisma has wrapped it in (at COMMIT it does not); null for any other.
 * Looked at by shape: the page bundle has a copy of Prisma's classes of its own.
 */
export function driverCause(error: unknown): DriverCause | null {
  const { cause, meta } = (error ?? {}) as ThrownByPrisma;
  const said = meta?.driverAdapterError?.cause ?? cause;
  if (said?.kind === undefined) return null;
  const { kind, originalCode = '', originalMessage = '' } = said;
  return { kind, originalCode, originalMessage };
}

/** Whether the database refused a change because a CHECK, UNIQUE or foreign-key constraint does not allow it. */
export function isConstraintViolation(error: unknown): boolean {
  const code = driverCause(error)?.originalCode ?? '';
  return code.startsWith('SQLITE_CONSTRAINT') || code.startsWith('23');
}

/** Whether somebody else holds SQLite's write lock. */
export function isBusy(error: unknown): boolean {
  return driverCause(error)?.originalCode.startsWith('SQLITE_BUSY') ?? false;
}

/** Whether PostgreSQL gave a transaction up because another one got in its way. */
export function isWriteConflict(error: unknown): boolean {
  return driverCause(error)?.kind === 'TransactionWriteConflict';
}
