import { Link } from '@remix-run/react';
import type { PersonState } from '#app/domain/person-state.ts';
import type { Role } from '#app/domain/role.ts';
import { InstantText } from './instant-text.tsx';
import { PersonStates, ROLE_NAMES } from './person-words.tsx';

export type ShownPerson = {
  readonly email: string;
  readonly role: Role;
  readonly state: PersonState;
  readonly hasSecondFactor: boolean;
  readonly usesSingleSignOn: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
};

/** What is known of somebody who may sign in. */
export function PersonFacts({ person }: { person: ShownPerson }) {
  const { email, role, state, hasSecondFactor, usesSingleSignOn, createdAt, lastSeenAt } = person;
  const history = new URLSearchParams({ kind: 'people', key: email });
  return (
    <dl className="facts">
      <div>
        <dt>E-mail address</dt>
        <dd className="email">{email}</dd>
      </div>
      <div>
        <dt>Role</dt>
        <dd>{ROLE_NAMES[role]}</dd>
      </div>
      <div>
        <dt>State</dt>
        <dd>
          <PersonStates state={state} hasSecondFactor={hasSecondFactor} />
          {usesSingleSignOn && <small className="note">Uses single sign-on</small>}
        </dd>
      </div>
      <div>
        <dt>Last seen</dt>
        <dd>{lastSeenAt === null ? 'Never' : <InstantText at={lastSeenAt.toISOString()} />}</dd>
      </div>
      <div>
        <dt>Added</dt>
        <dd>
          <InstantText at={createdAt.toISOString()} />
        </dd>
      </div>
      <div>
        <dt>Changes</dt>
        <dd>
          <Link to={`/history?${history}`}>In the audit trail</Link>
        </dd>
      </div>
    </dl>
  );
}
