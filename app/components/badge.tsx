import type { ActivityFunding, ActivityStatus, ItemFunding, Priority } from '#app/domain/activity.ts';
import type { EarmarkLevel } from '#app/domain/earmark.ts';
import type { SpeciesStatus } from '#app/domain/species.ts';

export const STATUS_NAMES: Readonly<Record<ActivityStatus, string>> = {
  planned: 'Planned',
  'seeking-funding': 'Seeking funding',
  funded: 'Funded',
  'in-progress': 'In progress',
  completed: 'Completed',
  'on-hold': 'On hold',
  cancelled: 'Cancelled',
};

export const FUNDING_NAMES: Readonly<Record<ActivityFunding | ItemFunding, string>> = {
  external: 'External funding',
  partial: 'Partly external',
  core: 'Core budget',
  'in-kind': 'In kind',
};

export const PRIORITY_NAMES: Readonly<Record<Priority, string>> = {
  core: 'Core priority',
  high: 'High priority',
  medium: 'Medium priority',
  low: 'Low priority',
};

export const EARMARK_NAMES: Readonly<Record<EarmarkLevel, string>> = {
  unearmarked: 'Unearmarked',
  'softly-earmarked': 'Softly earmarked',
  earmarked: 'Earmarked',
  'tightly-earmarked': 'Tightly earmarked',
};

export const SPECIES_STATUS_NAMES: Readonly<Record<SpeciesStatus, string>> = {
  priority: 'Priority species',
  candidate: 'Candidate',
  other: 'Other species',
};

type Tone = 'plain' | 'good' | 'notice' | 'alarm' | 'needs';

const STATUS_TONES: Readonly<Record<ActivityStatus, Tone>> = {
  planned: 'plain',
  'seeking-funding': 'needs',
  funded: 'good',
  'in-progress': 'good',
  completed: 'good',
  'on-hold': 'notice',
  cancelled: 'notice',
};

/** A short state in words; its colour only repeats what the words say. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: React.ReactNode }) {
  return <span className={`badge is-${tone}`}>{children}</span>;
}

export function StatusBadge({ status }: { status: ActivityStatus }) {
  return <Badge tone={STATUS_TONES[status]}>{STATUS_NAMES[status]}</Badge>;
}

export function FundingBadge({ funding }: { funding: ActivityFunding | ItemFunding }) {
  const needsDonors = funding === 'external' || funding === 'partial';
  return <Badge tone={needsDonors ? 'needs' : 'plain'}>{FUNDING_NAMES[funding]}</Badge>;
}
