import type { PersonState } from '#app/domain/person-state.ts';
import { ConfirmedAction } from './confirmed-action.tsx';
import { InstantText } from './instant-text.tsx';

export type ManagedPerson = {
  readonly name: string;
  readonly state: PersonState;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly usesSingleSignOn: boolean;
  readonly linkGoodUntil: Date | null;
};

/** What an administrator can do about how somebody gets in. */
export function PersonActions({ person, isSelf }: { person: ManagedPerson; isSelf: boolean }) {
  return (
    <section className="section" aria-labelledby="getting-in">
      <h2 id="getting-in">Getting in</h2>
      {person.state !== 'disabled' && <LinkMaking person={person} />}
      {person.hasSecondFactor && (
        <ConfirmedAction
          intent="remove second factor"
          title="Remove the second factor…"
          button="Remove the second factor"
        >
          <p>
            For a lost phone: {person.name} signs in with the password alone until a new app is set up. The
            recovery codes end, too. Be sure who is asking.
          </p>
        </ConfirmedAction>
      )}
      {person.usesSingleSignOn && (
        <ConfirmedAction
          intent="forget single sign-on"
          title="Forget the single sign-on…"
          button="Forget the single sign-on"
        >
          <p>
            For somebody who has another account at the provider now: the next single sign-on by the e-mail
            address of {person.name} is taken as {person.name}. Be sure whose address that is.
          </p>
        </ConfirmedAction>
      )}
      <Disabling person={person} isSelf={isSelf} />
    </section>
  );
}

function LinkMaking({ person: { name, hasPassword, linkGoodUntil } }: { person: ManagedPerson }) {
  return (
    <form method="post" className="form">
      <p>
        {hasPassword
          ? `If the password is forgotten: a link, good for a day, by which ${name} sets a new one. It signs out everywhere; the second factor stays.`
          : `An invitation, good for a week, by which ${name} sets a password.`}
        {linkGoodUntil && (
          <>
            {' '}
            A link that was handed over is good until <InstantText at={linkGoodUntil.toISOString()} />; a
            newer one ends it.
          </>
        )}
      </p>
      <button type="submit" name="intent" value="link">
        {hasPassword ? 'Make a link to a new password' : 'Make a new invitation'}
      </button>
    </form>
  );
}

function Disabling({ person: { name, state }, isSelf }: { person: ManagedPerson; isSelf: boolean }) {
  if (isSelf) return <p className="quiet">This is you: somebody else has to disable you.</p>;
  if (state === 'disabled') {
    return (
      <form method="post" className="form">
        <p>{name} cannot sign in. Enabled again, everything is as it was, with the same password.</p>
        <button type="submit" name="intent" value="enable">
          Enable {name}
        </button>
      </form>
    );
  }
  return (
    <ConfirmedAction intent="disable" title={`Disable ${name}…`} button={`Disable ${name}`}>
      <p>
        {name} is signed out everywhere at once and cannot sign in any more. What {name} recorded stays, and
        you can enable the account again.
      </p>
    </ConfirmedAction>
  );
}
