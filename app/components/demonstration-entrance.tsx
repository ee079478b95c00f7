import type { Role } from '#app/domain/role.ts';

const SEES: Readonly<Record<Role, string>> = {
  viewer: 'figures and activities, nothing confidential',
  officer: 'donors, prospects and pledges',
  manager: 'budgets to approve, forecasts, everything',
  administrator: 'people, rates and backups as well',
};

type Person = { readonly role: Role; readonly name: string };

/** One click for each role: only for made-up data on this machine. */
export function DemonstrationEntrance({ people, next }: { people: readonly Person[]; next: string }) {
  return (
    <form method="post" className="entrance-roles">
      <input type="hidden" name="next" value={next} />
      <p className="quiet">
        The data here are made up, and this is the machine they are on: look around as one of these people.
      </p>
      <ul className="entrance-people">
        {people.map(({ role, name }) => (
          <li key={role}>
            <button type="submit" name="demonstration" value={role}>
              <span className="role">{role}</span> <span className="quiet">{name}</span>
              <span className="sees">{SEES[role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
