/** What a person or an API token may do, from least to most. */
export const ROLES = ['viewer', 'officer', 'manager', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
