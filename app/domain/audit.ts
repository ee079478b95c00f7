import type { Actor } from './actor.ts';
import type { IsoDate } from './dates.ts';
import type { PortfolioList } from './portfolio-check-findings.ts';
import { PORTFOLIO_LISTS } from './portfolio-merge.ts';
import type { RecordJson } from './record-json.ts';

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

/** Which entries of the audit trail to show; null and an empty text for any. */
export type AuditQuery = {
  /** The first and the last day, UTC. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** A part of the name of whoever did it. */
  readonly who: string;
  readonly kind: AuditKind | null;
  readonly action: AuditAction | null;
  /** A part of the key, of what was before or after, or of the reason. */
  readonly text: string;
  /** The mark of one change: all that was saved at once. */
  readonly change: string | null;
};

/** An entry without what the record was and became. */
export type AuditLine = {
  readonly id: number;
  readonly at: Date;
  readonly change: string;
  readonly actorKind: Actor['kind'];
  readonly actorName: string;
  readonly action: AuditAction;
  readonly kind: AuditKind;
  readonly key: string;
  readonly reason: string | null;
};

export type AuditEntry = AuditLine & {
  readonly before: RecordJson | null;
  readonly after: RecordJson | null;
};

/** Many entries of one change, counted. */
export type AuditGroup = Pick<AuditLine, 'at' | 'change' | 'actorKind' | 'actorName'> & {
  /** The number of the newest of them. */
  readonly id: number;
  readonly counts: Readonly<Record<AuditAction, number>>;
};
