import { findPerson, type Person } from '#app/data/people.server.ts';
import { findSignInMark } from '#app/data/sessions.server.ts';
import type { AccountContext } from './account-context.ts';
import { forgetCookie, readCookie, writeCookie } from './cookie.ts';
import { isSameText, keyedHash } from './keyed-hash.ts';

const LONGEST_SECONDS = 5 * 60;

export type PendingSignIn = {
  readonly person: Person;
  /** Where the person wanted to go. */
  readonly next: string;
};

type Kept = Pick<AccountContext, 'db' | 'sessionSecret'>;

/**
 * Notes in the browser that somebody has given their right password and has the second factor still to show. It is
 * good for five minutes, and no more once that person has signed in or got another password.
 *
 * @returns The Set-Cookie header of the answer.
 */
export async function startPendingSignIn(
  context: Kept,
  request: Request,
  { person, next }: PendingSignIn,
  now: Date,
): Promise<string> {
  const endsAt = String(now.getTime() + LONGEST_SECONDS * 1000);
  const parts = [String(person.id), endsAt, next];
  const proof = await proofOf(context, person.id, parts);
  const value = [...parts.map((part) => Buffer.from(part).toString('base64url')), proof].join('.');
  return writeCookie(request, 'pending', value, LONGEST_SECONDS);
}

/** Who has given their right password just now in this browser; null for nobody, or when it took them too long. */
export async function findPendingSignIn(
  context: Kept,
  request: Request,
  now: Date,
): Promise<PendingSignIn | null> {
  const fields = readCookie(request, 'pending')?.split('.') ?? [];
  const parts = fields.slice(0, 3).map((field) => Buffer.from(field, 'base64url').toString());
  const [id = '', endsAt = '', next = ''] = parts;
  if (fields.length !== 4 || !/^\d{1,15}$/.test(id)) return null;
  const proof = await proofOf(context, Number(id), parts);
  if (!isSameText(fields[3] ?? '', proof) || Number(endsAt) <= now.getTime()) return null;
  const person = await findPerson(context.db, Number(id));
  return person === null || person.isDisabled ? null : { person, next };
}

/** The Set-Cookie header by which the browser forgets it. */
export function forgottenPendingSignIn(request: Request): string {
  return forgetCookie(request, 'pending');
}

/** Signing in changes the mark, so that this is good once. */
async function proofOf({ db, sessionSecret }: Kept, id: number, parts: readonly string[]): Promise<string> {
  return keyedHash(sessionSecret, 'pending sign-in', await findSignInMark(db, id), ...parts);
}
