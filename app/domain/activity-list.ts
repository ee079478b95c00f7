import {
  ACTIVITY_STATUSES,
  type Activity,
  type ActivityFunding,
  type ActivityStatus,
  PRIORITIES,
  type Priority,
} from './activity.ts';
import { compareCodes, comparePlain } from './order.ts';
import type { ShownRow } from './shown-figures.ts';
import { CROSS_CUTTING } from './species-split.ts';

/** What a list of activities can be put in order by; amounts that are unknown come last either way. */
export const ACTIVITY_SORTS = [
  'code',
  'title',
  'status',
  'priority',
  'requirement',
  'received',
  'committed',
  'gap',
  'pledged',
  'gapIfPledgesHold',
] as const;
export type ActivitySort = (typeof ACTIVITY_SORTS)[number];

/** Which activities to list and in which order; null lets everything through. */
export type ActivityQuery = {
  /** Words that must all occur, in any order, whatever their case. */
  readonly q: string;
  readonly theme: string | null;
  /** A species programme, or `cross-cutting`. */
  readonly species: string | null;
  readonly funding: ActivityFunding | null;
  readonly status: ActivityStatus | null;
  readonly priority: Priority | 'none' | null;
  readonly sort: ActivitySort;
  readonly isDescending: boolean;
};

export type ListedActivity = { readonly activity: Activity; readonly row: ShownRow };

/** Picks the activities that a query asks for and puts them in its order; equal ones by code. */
export function selectActivities(listed: readonly ListedActivity[], query: ActivityQuery): ListedActivity[] {
  const words = foldCase(query.q).split(/\s+/).filter(Boolean);
  const compare = COMPARE[query.sort];
  const direction = query.isDescending ? -1 : 1;
  return listed
    .filter(({ activity }) => passesFilters(activity, query) && hasWords(activity, words))
    .sort(
      (a, b) =>
        unknownLast(a, b, query.sort) ||
        direction * compare(a, b) ||
        compareCodes(a.activity.code, b.activity.code),
    );
}

function passesFilters(activity: Activity, query: ActivityQuery): boolean {
  const { theme, species, funding, status, priority } = query;
  return (
    (theme === null || activity.theme === theme) &&
    (species === null || concerns(activity, species)) &&
    (funding === null || activity.funding === funding) &&
    (status === null || activity.status === status) &&
    (priority === null || (activity.priority ?? 'none') === priority)
  );
}

function concerns(activity: Activity, species: string): boolean {
  if (species === CROSS_CUTTING) return activity.species.length === 0;
  return activity.species.some(({ code }) => code === species);
}

function hasWords(activity: Activity, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { code, printedCode, title, summary, section, lead, partners, items } = activity;
  const parts = [
    code,
    printedCode,
    title,
    summary,
    section,
    lead,
    ...partners,
    ...items.map(({ title }) => title),
  ];
  const text = foldCase(parts.filter(Boolean).join('\n'));
  return words.every((word) => text.includes(word));
}

/** Lower case without accents, so that "cote" finds "Côte". */
function foldCase(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

type Compare = (a: ListedActivity, b: ListedActivity) => number;

const byAmount =
  (
    value:
      | 'requirementMinor'
      | 'receivedMinor'
      | 'committedMinor'
      | 'gapMinor'
      | 'pledgedMinor'
      | 'gapIfPledgesHoldMinor',
  ): Compare =>
  (a, b) => {
    const [left, right] = [a.row[value] ?? 0n, b.row[value] ?? 0n];
    return left < right ? -1 : left > right ? 1 : 0;
  };

const COMPARE: Readonly<Record<ActivitySort, Compare>> = {
  code: (a, b) => compareCodes(a.activity.code, b.activity.code),
  title: (a, b) => comparePlain(foldCase(a.activity.title), foldCase(b.activity.title)),
  status: (a, b) =>
    ACTIVITY_STATUSES.indexOf(a.activity.status) - ACTIVITY_STATUSES.indexOf(b.activity.status),
  priority: (a, b) => priorityRank(a.activity) - priorityRank(b.activity),
  requirement: byAmount('requirementMinor'),
  received: byAmount('receivedMinor'),
  committed: byAmount('committedMinor'),
  gap: byAmount('gapMinor'),
  pledged: byAmount('pledgedMinor'),
  gapIfPledgesHold: byAmount('gapIfPledgesHoldMinor'),
};

function priorityRank({ priority }: Activity): number {
  return priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority);
}

function unknownLast(a: ListedActivity, b: ListedActivity, sort: ActivitySort): number {
  if (sort !== 'requirement' && sort !== 'gap' && sort !== 'gapIfPledgesHold') return 0;
  return Number(a.row.unbudgeted.length > 0) - Number(b.row.unbudgeted.length > 0);
}
