import { createOneTimeLink } from '#app/data/one-time-links.server.ts';
import { changePerson, type Person } from '#app/data/people.server.ts';
import { removeSecondFactor } from '#app/data/second-factors.server.ts';
import { endSessionsOf } from '#app/data/sessions.server.ts';
import { forgetSubject } from '#app/data/single-sign-on.server.ts';
import type { LinkPurpose } from '#app/domain/one-time-link.ts';
import type { AccountContext } from './account-context.ts';
import { linkAddress } from './links.ts';

/** What an administrator can do about how somebody gets in. */
export const MANAGEMENTS = [
  'link',
  'remove second factor',
  'forget single sign-on',
  'sign out',
  'disable',
  'enable',
] as const;
export type Management = (typeof MANAGEMENTS)[number];

export type Managed =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'link';
      readonly link: { readonly address: string; readonly purpose: LinkPurpose; readonly expiresAt: Date };
    }
  | { readonly kind: 'refused'; readonly problem: string };

export const LAST_ADMINISTRATOR =
  'Nobody else who can sign in is an administrator: make somebody one first, who has accepted the invitation.';

const CHANGED_MEANWHILE = 'Somebody else has changed this person just now. Look again before you go on.';

/** Does one of these things, with its entry in the audit trail. */
export async function managePerson(
  { db, visitor, publicUrl }: Pick<AccountContext, 'db' | 'visitor'> & { readonly publicUrl: string },
  person: Person,
  management: Management,
  now: Date,
): Promise<Managed> {
  if (person.isDemonstration) return refused('People of the demonstration stay as they are.');
  switch (management) {
    case 'link': {
      const link = await createOneTimeLink(db, { personId: person.id, now });
      if (!link) return refused(`${person.name} is disabled: a link would let nobody in.`);
      const { token, ...made } = link;
      return { kind: 'link', link: { ...made, address: linkAddress(publicUrl, token) } };
    }
    case 'remove second factor':
      await removeSecondFactor(db, person.id, 'removed by an administrator');
      return { kind: 'done' };
    case 'forget single sign-on':
      await forgetSubject(db, person.id);
      return { kind: 'done' };
    case 'sign out':
      await endSessionsOf(db, person.id);
      return { kind: 'done' };
    case 'disable':
      if (visitor.kind === 'person' && visitor.id === person.id) {
        return refused('This is you: somebody else has to disable you.');
      }
      return changed(await changePerson(db, { ...person, isDisabled: true }));
    case 'enable':
      return changed(await changePerson(db, { ...person, isDisabled: false }));
  }
}

function changed({ kind }: Awaited<ReturnType<typeof changePerson>>): Managed {
  if (kind === 'saved') return { kind: 'done' };
  return refused(kind === 'last administrator' ? LAST_ADMINISTRATOR : CHANGED_MEANWHILE);
}

function refused(problem: string): Managed {
  return { kind: 'refused', problem };
}
