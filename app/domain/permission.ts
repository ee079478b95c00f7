import { ROLES, type Role } from './role.ts';

/**
 * Who may do what: the least role that each thing takes; every role may do what those before it may. Pages, the API,
 * downloads and the calendar ask this table and nothing else.
 */
const LEAST_ROLE = {
  'see figures': 'viewer',
  'see activities': 'viewer',
  'see approved budgets': 'viewer',
  'see donors': 'officer',
  'see prospects': 'officer',
  'see undecided pledges': 'officer',
  'see draft budgets': 'officer',
  'see what waits': 'officer',
  'see the history of a record': 'officer',
  'edit activities': 'officer',
  'edit donors': 'officer',
  'edit prospects': 'officer',
  'edit pledges': 'officer',
  'record receipts': 'officer',
  'edit draft budgets': 'officer',
  'see forecasts': 'manager',
  'approve budgets': 'manager',
  'confirm allocations': 'manager',
  'export the portfolio': 'manager',
  'import a portfolio': 'manager',
  'look after people': 'administrator',
  'look after tokens': 'administrator',
  'edit rates': 'administrator',
  'edit settings': 'administrator',
  'read the audit trail': 'administrator',
  'make backups': 'administrator',
} as const satisfies Readonly<Record<string, Role>>;

export type Permission = keyof typeof LEAST_ROLE;

export const PERMISSIONS = Object.keys(LEAST_ROLE) as readonly Permission[];

/** Whether a role may do something. */
export function roleMay(role: Role, permission: Permission): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[permission]);
}

/** The least role that may do something, for messages to people. */
export function leastRoleFor(permission: Permission): Role {
  return LEAST_ROLE[permission];
}
