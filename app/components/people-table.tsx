import { Link } from '@remix-run/react';
import type { PersonState } from '#app/domain/person-state.ts';
import type { Role } from '#app/domain/role.ts';
import { InstantText } from './instant-text.tsx';
import { PersonStates, ROLE_NAMES } from './person-words.tsx';

export type PersonRow = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly state: PersonState;
  readonly hasSecondFactor: boolean;
  readonly lastSeenAt: Date | null;
};

/** Everybody who may sign in, or might. */
export function PeopleTable({ people }: { people: readonly PersonRow[] }) {
  return (
    <table className="ledger activities">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">State</th>
          <th scope="col">Last seen</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, email, role, state, hasSecondFactor, lastSeenAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/people/${id}`} className="row-link">
                {name}
              </Link>
              <small className="email">{email}</small>
            </th>
            <td data-heading="Role">{ROLE_NAMES[role]}</td>
            <td data-heading="State">
              <PersonStates state={state} hasSecondFactor={hasSecondFactor} />
            </td>
            <td data-heading="Last seen">
              {lastSeenAt === null ? (
                <span className="quiet">Never</span>
              ) : (
                <InstantText at={lastSeenAt.toISOString()} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
