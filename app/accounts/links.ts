import {
  findOneTimeLink,
  type LinkEnd,
  type RedeemedLink,
  redeemOneTimeLink,
} from '#app/data/one-time-links.server.ts';
import type { AccountContext } from './account-context.ts';
import { hashPassword, passwordProblem } from './password.ts';

/** The address that is handed over. */
export function linkAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/accept/${token}`;
}

/** What to do with a link that lets nobody in. */
export const WHAT_TO_DO: Readonly<Record<LinkEnd, string>> = {
  unknown: 'There is no such link. Look whether all of it was copied, or ask an administrator for a new one.',
  used: 'This link was used already, and each is good once. If that was you, sign in with your password. If not, tell an administrator.',
  replaced: 'A newer link was made for you, which ended this one. Use the newer one.',
  expired: 'This link is over. Ask an administrator for a new one.',
  disabled: 'This account is disabled. Ask an administrator if that is a mistake.',
};

export type AcceptedLink = RedeemedLink | { readonly kind: 'problem'; readonly problem: string };

/** Uses a link up for a password that is good enough; one that is not leaves the link as it was. */
export async function acceptLink(
  { db }: Pick<AccountContext, 'db'>,
  token: string,
  { name, password }: { readonly name: string | null; readonly password: string },
  now: Date,
): Promise<AcceptedLink> {
  const link = await findOneTimeLink(db, token, now);
  if (link.kind !== 'good') return link;
  const problem = passwordProblem(password, { email: link.person.email, name: name ?? link.person.name });
  if (problem !== null) return { kind: 'problem', problem };
  return redeemOneTimeLink(db, token, { name, passwordHash: await hashPassword(password), now });
}
