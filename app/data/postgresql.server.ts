import pg from 'pg';
import { type DatabaseLocation, DatabaseSetupError } from './database-url.server.ts';

type Server = Extract<DatabaseLocation, { provider: 'postgresql' }>;

const CONNECT_TIMEOUT_MS = 10_000;
/** Under load this is how long a request waits for its turn, too: as long as for SQLite's lock. */
const POOL_TIMEOUT_MS = 30_000;

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ETIMEDOUT: 'there is no answer',
  '28P01': 'the user or the password is wrong',
  '28000': 'the server does not let this user in',
  '3D000': 'there is no such database',
  '53300': 'the server has no connection left',
};

function settings({ connectionString }: Server): pg.ClientConfig {
  return { connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, application_name: 'tributary' };
}

export function openPool(server: Server): pg.Pool {
  return new pg.Pool({ ...settings(server), connectionTimeoutMillis: POOL_TIMEOUT_MS });
}

/**
 * Opens one connection to PostgreSQL.
 *
 * @throws {DatabaseSetupError} when the server cannot be reached or does not let us in.
 */
export async function connectClient(server: Server): Promise<pg.Client> {
  const client = new pg.Client(settings(server));
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end();
    throw new DatabaseSetupError(`${server.shownAs} cannot be used: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return REASONS[code ?? ''] ?? (message?.trim().split('\n')[0] || code || 'unknown error');
}
