import type { PersonState } from '#app/domain/person-state.ts';
import { ROLES, type Role } from '#app/domain/role.ts';
import { Badge } from './badge.tsx';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  viewer: 'Viewer',
  officer: 'Officer',
  manager: 'Manager',
  administrator: 'Administrator',
};

const ROLE_HINTS: Readonly<Record<Role, string>> = {
  viewer: 'Figures, activities and approved budgets; nothing confidential.',
  officer: 'Donors, prospects, pledges and receipts as well; writes budgets.',
  manager: 'Approves budgets, confirms allocations, sees forecasts and everything else.',
  administrator: 'Looks after people, tokens, rates, settings, the audit trail and backups as well.',
};

/** The roles to choose from, with what each may do. */
export const ROLE_CHOICES = ROLES.map((role) => ({
  value: role,
  name: ROLE_NAMES[role],
  hint: ROLE_HINTS[role],
}));

const STATES: Readonly<
  Record<PersonState, { readonly words: string; readonly tone: 'plain' | 'good' | 'notice' | 'alarm' }>
> = {
  active: { words: 'Active', tone: 'good' },
  invited: { words: 'Invited', tone: 'notice' },
  'invitation ended': { words: 'Invitation over', tone: 'alarm' },
  disabled: { words: 'Disabled', tone: 'alarm' },
  demonstration: { words: 'Demonstration', tone: 'plain' },
};

/** How far somebody is with getting in, and whether a second factor is asked of them. */
export function PersonStates({ state, hasSecondFactor }: { state: PersonState; hasSecondFactor: boolean }) {
  const { words, tone } = STATES[state];
  return (
    <span className="badges">
      <Badge tone={tone}>{words}</Badge> {hasSecondFactor && <Badge tone="good">Second factor</Badge>}
    </span>
  );
}
