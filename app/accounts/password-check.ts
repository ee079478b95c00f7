import { findCredentials, type Person } from '#app/data/people.server.ts';
import type { AccountContext } from './account-context.ts';
import { beginAttempt } from './attempt.ts';
import { verifyPassword } from './password.ts';

export type PasswordCheck =
  | { readonly kind: 'right'; readonly person: Person }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly waitMs: number };

/**
 * Whether somebody may go on as the person with an e-mail address. An unknown address, a wrong password and somebody
 * who may not sign in look the same and take the same work.
 */
export async function checkPassword(
  context: AccountContext,
  request: Request,
  { email, password }: { readonly email: string; readonly password: string },
  now: Date,
): Promise<PasswordCheck> {
  const attempt = await beginAttempt(context, request, email, now);
  if (attempt.kind === 'wait') return attempt;
  const found = await findCredentials(context.db, email);
  const isRight = await verifyPassword(password, found?.passwordHash ?? null);
  if (!found || !isRight || found.person.isDisabled || found.person.isDemonstration) return { kind: 'wrong' };
  await attempt.succeed();
  return { kind: 'right', person: found.person };
}
