/** Why a backup cannot be made or restored; one line for people. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

const NO_SPACE = ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'];

/** Whether a file could not be written because there was no room for it. */
export function isOutOfSpace(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as NodeJS.ErrnoException & { cause?: unknown };
  return NO_SPACE.includes(code ?? '') || (cause !== undefined && isOutOfSpace(cause));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'it is on a disk that cannot be written',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk space of this user is used up',
  EFBIG: 'the file would be larger than it may be here',
  SQLITE_FULL: 'the disk is full',
};

/** What went wrong, in the words of people where there are some, in one line. */
export function reasonFor(error: unknown): string {
  const { code, message } = (error ?? {}) as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? (message?.trim().split('\n', 1)[0] || String(code ?? error));
}
