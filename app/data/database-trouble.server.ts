import { driverCause } from './driver-error.server.ts';

const FULL = /^(SQLITE_FULL|SQLITE_IOERR|53100)/;
/** PostgreSQL's codes for a server that ends, starts or is cut off. */
const GONE = /^(57P0[123]|08)/;
const GONE_KINDS = ['ConnectionClosed', 'DatabaseNotReachable', 'SocketTimeout'];
/** What its driver says without a code. */
const GONE_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/**
 * What is wrong around the database and passes: another program keeps it, its disk is full, its server is away.
 *
 * @returns One line for people; null for any other error. Looked at by shape, as the page bundle has classes of its own.
 */
export function databaseTrouble(error: unknown): string | null {
  const { name, message = '' } = (error ?? {}) as Partial<Error>;
  if (name === 'DatabaseBusyError') return message;
  const { kind = '', originalCode = '' } = driverCause(error) ?? {};
  if (FULL.test(originalCode)) {
    return 'The disk of the database is full or fails. Nothing was saved: make room, then try again';
  }
  if (GONE.test(originalCode) || GONE_KINDS.includes(kind) || GONE_WORDS.test(message)) {
    return 'The database does not answer at the moment. Try again, and look whether the last change was saved';
  }
  return null;
}
