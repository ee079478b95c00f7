import type { Timeframe } from './timeframe.ts';

export const ACTIVITY_FUNDINGS = ['external', 'partial', 'core'] as const;
/** Where an activity's money comes from: donors, donors for some of its items, or the secretariat's own budget. */
export type ActivityFunding = (typeof ACTIVITY_FUNDINGS)[number];

export const ITEM_FUNDINGS = ['external', 'partial', 'core', 'in-kind'] as const;
export type ItemFunding = (typeof ITEM_FUNDINGS)[number];

export const ACTIVITY_STATUSES = [
  'planned',
  'seeking-funding',
  'funded',
  'in-progress',
  'completed',
  'on-hold',
  'cancelled',
] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

export const PRIORITIES = ['core', 'high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** A species programme's part of an activity, in millionths; the parts of an activity add up to 1,000,000. */
export type SpeciesShare = { readonly code: string; readonly shareMillionths: bigint };

export const WHOLE_SHARE_MILLIONTHS = 1_000_000n;

export type ActivityItem = {
  readonly code: string;
  readonly title: string;
  readonly funding: ItemFunding | null;
};

/** A numbered undertaking of a programme; its code is unique within the programme. */
export type Activity = {
  readonly programme: string;
  readonly code: string;
  /** The code as the document prints it where that differs, e.g. `B.8`. */
  readonly printedCode: string | null;
  /** Code of a theme of the same programme. */
  readonly theme: string;
  /** The section heading within the theme, e.g. "Sharks". */
  readonly section: string | null;
  readonly title: string;
  readonly summary: string | null;
  /** Empty for a cross-cutting activity. */
  readonly species: readonly SpeciesShare[];
  readonly timeframe: Timeframe | null;
  readonly funding: ActivityFunding;
  /** `joint` or an organisation's short name. */
  readonly lead: string | null;
  readonly partners: readonly string[];
  readonly priority: Priority | null;
  readonly status: ActivityStatus;
  readonly items: readonly ActivityItem[];
};

/**
 * Whether an activity waits for donors: its funding is external or partial and it is not cancelled. Without an
 * approved budget such an activity is *unbudgeted*: its requirement is unknown, not zero.
 *
 * @source domain.md, section 3
 */
export function needsExternalFunding(activity: {
  readonly funding: ActivityFunding;
  readonly status: ActivityStatus;
}): boolean {
  return activity.funding !== 'core' && activity.status !== 'cancelled';
}
