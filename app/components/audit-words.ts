import type { AuditAction, AuditKind } from '#app/domain/audit.ts';
import { nameKey } from '#app/domain/record-name.ts';

/** What lists of records are called in a choice. */
export const KIND_NAMES: Readonly<Record<AuditKind, string>> = {
  exchangeRates: 'Exchange rates',
  programmes: 'Programmes',
  themes: 'Themes',
  speciesProgrammes: 'Species programmes',
  activities: 'Activities',
  budgets: 'Budgets',
  donors: 'Donors',
  prospects: 'Prospects',
  pledges: 'Pledges',
  people: 'People',
  apiTokens: 'API tokens',
  settings: 'Settings',
};

/** One record of a kind. */
export const KIND_NOUNS: Readonly<Record<AuditKind, string>> = {
  exchangeRates: 'Exchange rate',
  programmes: 'Programme',
  themes: 'Theme',
  speciesProgrammes: 'Species programme',
  activities: 'Activity',
  budgets: 'Budget',
  donors: 'Donor',
  prospects: 'Prospect',
  pledges: 'Pledge',
  people: 'Person',
  apiTokens: 'API token',
  settings: 'Settings of the',
};

export const ACTION_NAMES: Readonly<Record<AuditAction, string>> = {
  added: 'Added',
  changed: 'Changed',
  deleted: 'Deleted',
};

/** The page of a record, or null where it has none. */
export function recordHref(kind: AuditKind, key: string): string | null {
  if (kind === 'people') return '/people';
  if (kind === 'apiTokens') return '/tokens';
  if (kind === 'settings') return null;
  const [first = '', second = ''] = nameKey(kind, key).map(encodeURIComponent);
  switch (kind) {
    case 'programmes':
      return `/programmes/${first}`;
    case 'speciesProgrammes':
      return `/species/${first}`;
    case 'themes':
      return `/themes/${second}?programme=${first}`;
    case 'activities':
    case 'budgets':
      return `/activities/${second}?programme=${first}`;
    default:
      return null;
  }
}

/** The page with the history of a record. */
export function historyHref(kind: AuditKind, key: string): string {
  return `/history?${new URLSearchParams({ kind, key })}`;
}
