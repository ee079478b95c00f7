import type { Person } from '#app/data/people.server.ts';
import { removeSecondFactor } from '#app/data/second-factors.server.ts';
import type { AccountContext } from './account-context.ts';
import { wordsForCode } from './code-words.ts';
import { ownPasswordProblem } from './password-change.ts';
import { checkCode } from './second-factor.ts';

/**
 * Turns the second factor off for somebody who gives the password and a code.
 *
 * @returns What is wrong, by field; null when it is off.
 */
export async function turnOffSecondFactor(
  context: AccountContext,
  request: Request,
  person: Person,
  { password, code }: { readonly password?: string; readonly code: string },
  now: Date,
): Promise<Readonly<Record<string, string>> | null> {
  const wrong =
    password === undefined ? null : await ownPasswordProblem(context, request, person, password, now);
  if (wrong !== null) return { password: wrong };
  const problem = await codeProblem(context, request, person, code, now);
  if (problem !== null) return { code: problem };
  await removeSecondFactor(context.db, person.id);
  return null;
}

/** What is wrong with a code that somebody gives who is signed in; null for a right one, which is used up. */
export async function codeProblem(
  context: AccountContext,
  request: Request,
  person: Person,
  code: string,
  now: Date,
): Promise<string | null> {
  const checked = await checkCode(context, request, person, code, now);
  return checked.kind === 'right' ? null : wordsForCode(checked);
}
