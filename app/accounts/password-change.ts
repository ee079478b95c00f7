import { type Person, savePassword } from '#app/data/people.server.ts';
import type { AccountContext } from './account-context.ts';
import { hashPassword, passwordProblem } from './password.ts';
import { checkPassword } from './password-check.ts';
import { waitInWords } from './throttle.ts';

type Passwords = { readonly oldPassword: string; readonly password: string };

/**
 * Changes the password of somebody who knows the old one; every other browser is signed out.
 *
 * @returns What is wrong, by field; null when it is changed.
 */
export async function changeOwnPassword(
  context: AccountContext,
  request: Request,
  { person, session }: { readonly person: Person; readonly session: number },
  { oldPassword, password }: Passwords,
  now: Date,
): Promise<Readonly<Record<string, string>> | null> {
  const problem = passwordProblem(password, person);
  if (problem !== null) return { password: problem };
  const wrong = await ownPasswordProblem(context, request, person, oldPassword, now);
  if (wrong !== null) return { oldPassword: wrong };
  await savePassword(context.db, person.id, await hashPassword(password), { except: session });
  return null;
}

/** What is wrong with a password that somebody gives who is signed in; null for the right one. */
export async function ownPasswordProblem(
  context: AccountContext,
  request: Request,
  { email }: Person,
  password: string,
  now: Date,
): Promise<string | null> {
  const checked = await checkPassword(context, request, { email, password }, now);
  switch (checked.kind) {
    case 'right':
      return null;
    case 'wrong':
      return 'This is not your password.';
    case 'wait':
      return `There were too many attempts. Wait ${waitInWords(checked.waitMs)}, then try again.`;
  }
}
