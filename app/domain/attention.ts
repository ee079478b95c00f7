import type { IsoDate } from './dates.ts';
import { proposeAssignment } from './flexible-funding.ts';
import { firmPots, type GapReport, gapCells } from './gap.ts';
import { overdueInstalments } from './instalments.ts';
import type { Currency } from './money.ts';
import { comparePlain } from './order.ts';
import { isStale } from './pipeline.ts';
import type { Pledge } from './pledge.ts';

/** What asks for somebody's attention today. */
export type Attention = {
  /** By due date, then pledge; amounts in minor units of the pledge's currency. */
  readonly overdue: readonly {
    readonly pledge: string;
    readonly donor: string;
    readonly due: IsoDate;
    readonly currency: Currency;
    readonly missingMinor: bigint;
    readonly activities: readonly string[];
  }[];
  /** Open prospects whose decision date has passed, by that date. */
  readonly stale: readonly {
    readonly prospect: string;
    readonly donor: string;
    readonly decisionBy: IsoDate;
    readonly activities: readonly string[];
  }[];
  /** Firm money that no open gap can take, by pledge; minor units of the reporting currency. */
  readonly stranded: readonly {
    readonly pledge: string;
    readonly donor: string;
    readonly amountMinor: bigint;
  }[];
  /** Activities with more money than they need, minor units of the reporting currency. */
  readonly surpluses: readonly {
    readonly activity: string;
    readonly title: string;
    readonly surplusMinor: bigint;
  }[];
};

/**
 * Overdue instalments, stale prospects, stranded pledges and surpluses of a programme. Which pledge is stranded
 * follows the proposed assignment of flexible money; the amounts add up to the report's stranded figure.
 *
 * @param pledges All of the programme's, with their instalments.
 * @source domain.md, sections 1, 4 and 5
 */
export function attentionOf(report: GapReport, pledges: readonly Pledge[]): Attention {
  return {
    overdue: overdueOf(report, pledges),
    stale: staleOf(report),
    stranded: strandedOf(report),
    surpluses: report.activities
      .filter(({ figures }) => figures.surplusMinor > 0n)
      .map(({ activity, figures }) => ({
        activity: activity.code,
        title: activity.title,
        surplusMinor: figures.surplusMinor,
      })),
  };
}

export type AttentionCounts = Readonly<Record<keyof Attention, number>>;

/** The first of each kind, for a page that has not room for all, with how many there are. */
export function firstOfEach(
  attention: Attention,
  most: number,
): { readonly first: Attention; readonly counts: AttentionCounts } {
  const { overdue, stale, stranded, surpluses } = attention;
  return {
    first: {
      overdue: overdue.slice(0, most),
      stale: stale.slice(0, most),
      stranded: stranded.slice(0, most),
      surpluses: surpluses.slice(0, most),
    },
    counts: {
      overdue: overdue.length,
      stale: stale.length,
      stranded: stranded.length,
      surpluses: surpluses.length,
    },
  };
}

/** The names of the donors that appear in it. */
export function donorNamesIn(
  { overdue, stale, stranded }: Attention,
  names: ReadonlyMap<string, string>,
): Map<string, string> {
  const donors = [...overdue, ...stale, ...stranded].map(({ donor }) => donor);
  return new Map(donors.map((donor) => [donor, names.get(donor) ?? donor]));
}

function overdueOf({ facts, pledges: money }: GapReport, pledges: readonly Pledge[]): Attention['overdue'] {
  const allocated = new Map(money.map(({ pledge, allocated }) => [pledge.code, allocated]));
  return pledges
    .filter(({ code }) => allocated.has(code))
    .flatMap((pledge) =>
      overdueInstalments(pledge, facts.asOf).map(({ due, missingMinor }) => ({
        pledge: pledge.code,
        donor: pledge.donor,
        due,
        currency: pledge.currency,
        missingMinor,
        activities: [...new Set(allocated.get(pledge.code)?.map(({ activity }) => activity))],
      })),
    )
    .sort((a, b) => comparePlain(a.due, b.due) || comparePlain(a.pledge, b.pledge));
}

function staleOf({ facts }: GapReport): Attention['stale'] {
  return facts.prospects
    .flatMap(({ code, donor, decisionBy, asks }) =>
      decisionBy !== null && isStale({ decisionBy }, facts.asOf)
        ? [{ prospect: code, donor, decisionBy, activities: asks.map(({ activity }) => activity) }]
        : [],
    )
    .sort((a, b) => comparePlain(a.decisionBy, b.decisionBy) || comparePlain(a.prospect, b.prospect));
}

function strandedOf({ activities, pledges }: GapReport): Attention['stranded'] {
  const pots = firmPots(pledges);
  const placed = new Map<string, bigint>();
  for (const { pledge, amountMinor } of proposeAssignment(gapCells(activities, 'gapMinor'), pots)) {
    placed.set(pledge, (placed.get(pledge) ?? 0n) + amountMinor);
  }
  const donors = new Map(pledges.map(({ pledge }) => [pledge.code, pledge.donor]));
  return pots
    .map(({ pledge, amountMinor }) => ({
      pledge,
      donor: donors.get(pledge) ?? '',
      amountMinor: amountMinor - (placed.get(pledge) ?? 0n),
    }))
    .filter(({ amountMinor }) => amountMinor > 0n)
    .sort((a, b) => comparePlain(a.pledge, b.pledge));
}
