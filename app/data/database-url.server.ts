import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the data is, as `DATABASE_URL` says. */
export type DatabaseLocation =
  | { readonly provider: 'sqlite'; readonly file: string }
  | { readonly provider: 'postgresql'; readonly connectionString: string; readonly shownAs: string };

/** Something about the database that a person has to put right before the product can start; one line. */
export class DatabaseSetupError extends Error {
  override readonly name = 'DatabaseSetupError';
}

export const DEFAULT_DATABASE_URL = 'file:data/tributary.db';

/**
 * Reads a `DATABASE_URL`: `file:` with a relative or absolute path, or `postgresql://…`.
 *
 * @param folder Where relative paths start.
 * @throws {DatabaseSetupError} for anything else. The message never repeats the URL, which may hold a password.
 */
export function parseDatabaseUrl(databaseUrl: string, folder = process.cwd()): DatabaseLocation {
  if (/^file:/.test(databaseUrl)) return { provider: 'sqlite', file: sqliteFile(databaseUrl, folder) };
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return postgresqlServer(databaseUrl);
  throw new DatabaseSetupError(
    'DATABASE_URL must start with file: (for example file:data/tributary.db) or postgresql://',
  );
}

function sqliteFile(databaseUrl: string, folder: string): string {
  const withoutQuery = databaseUrl.replace(/\?.*$/s, '');
  if (withoutQuery !== databaseUrl || databaseUrl.includes('\0')) {
    throw new DatabaseSetupError('DATABASE_URL: a file: URL is a path only, without ? and options');
  }
  if (/^file:\/\//.test(databaseUrl)) {
    try {
      return fileURLToPath(databaseUrl);
    } catch {
      throw new DatabaseSetupError(
        'DATABASE_URL: a file:// URL needs an absolute path, as in file:///srv/t.db',
      );
    }
  }
  const file = databaseUrl.slice('file:'.length);
  if (file === '' || file.endsWith('/')) {
    throw new DatabaseSetupError(
      'DATABASE_URL: file: needs the path of a file, as in file:data/tributary.db',
    );
  }
  return path.resolve(folder, file);
}

function postgresqlServer(connectionString: string): DatabaseLocation {
  const parsed = URL.canParse(connectionString) ? new URL(connectionString) : null;
  const database = parsed?.pathname.slice(1) ?? '';
  if (!parsed || database === '') {
    throw new DatabaseSetupError(
      'DATABASE_URL is not a complete PostgreSQL URL such as postgresql://user:password@host:5432/database',
    );
  }
  const host = parsed.host || parsed.searchParams.get('host') || 'localhost';
  return {
    provider: 'postgresql',
    connectionString,
    shownAs: `PostgreSQL at ${host}, database "${database}"`,
  };
}
