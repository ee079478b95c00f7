import type { PortfolioList } from './portfolio-check-findings.ts';
import { PORTFOLIO_LISTS } from './portfolio-merge.ts';

/** What the audit trail has entries about: the lists of a portfolio, and what is looked after beside them. */
export type AuditKind = PortfolioList | 'people' | 'apiTokens' | 'settings';

export const AUDIT_KINDS: readonly AuditKind[] = [...PORTFOLIO_LISTS, 'people', 'apiTokens', 'settings'];

export const AUDIT_ACTIONS = ['added', 'changed', 'deleted'] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What became of a record, or null where there was none before and is none after. */
export function auditAction(before: object | null, after: object | null): AuditAction | null {
  if (before === null) return after === null ? null : 'added';
  return after === null ? 'deleted' : 'changed';
}
