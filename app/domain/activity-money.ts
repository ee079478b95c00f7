import { type EarmarkLevel, earmarkLevel } from './earmark.ts';
import type { ProspectFacts } from './facts.ts';
import type { GapReport } from './gap.ts';
import { type OverdueInstalment, overdueInstalments } from './instalments.ts';
import { comparePlain } from './order.ts';
import { effectiveProbability, isStale, stakes } from './pipeline.ts';
import { type Allocation, isCancelled, isCommitted, type Pledge } from './pledge.ts';
import { effectiveAllocations, type Layer } from './pledge-money.ts';
import { percentText } from './rational.ts';

export type PledgeState = 'announced' | 'committed' | 'cancelled';

/** A pledge as one activity sees it. */
export type ActivityPledge = {
  readonly pledge: Pledge;
  readonly state: PledgeState;
  readonly earmarkLevel: EarmarkLevel;
  /** To this activity, minor units of the pledge's currency. */
  readonly allocations: readonly Allocation[];
  /** Of the allocations, minor units of the reporting currency. */
  readonly receivedMinor: bigint;
  readonly outstandingMinor: bigint;
  readonly outstandingLayer: Exclude<Layer, 'received'>;
  readonly overdue: readonly OverdueInstalment[];
};

/**
 * The pledges that touch an activity: allocated to it, or naming it in their earmark; by code.
 *
 * @param pledges All of the programme's, with their instalments.
 */
export function pledgesOfActivity(
  report: GapReport,
  activity: string,
  pledges: readonly Pledge[],
): ActivityPledge[] {
  const { asOf } = report.facts;
  const whole = new Map(pledges.map((pledge) => [pledge.code, pledge]));
  return report.pledges
    .flatMap((money): ActivityPledge[] => {
      const pledge = whole.get(money.pledge.code);
      if (!pledge) return [];
      const allocated = money.allocated.filter((part) => part.activity === activity);
      if (allocated.length === 0 && !pledge.earmark.activities.includes(activity)) return [];
      return [
        {
          pledge,
          state: isCancelled(pledge, asOf)
            ? 'cancelled'
            : isCommitted(pledge, asOf)
              ? 'committed'
              : 'announced',
          earmarkLevel: earmarkLevel(pledge.earmark),
          allocations: effectiveAllocations(pledge).filter((part) => part.activity === activity),
          receivedMinor: allocated.reduce((sum, part) => sum + part.receivedMinor, 0n),
          outstandingMinor: allocated.reduce((sum, part) => sum + part.outstandingMinor, 0n),
          outstandingLayer: money.outstandingLayer,
          overdue: overdueInstalments(pledge, asOf),
        },
      ];
    })
    .sort((a, b) => comparePlain(a.pledge.code, b.pledge.code));
}

/** An open prospect as one activity sees it. */
export type ActivityProspect = {
  readonly prospect: ProspectFacts;
  /** Asked for this activity, minor units of the prospect's currency. */
  readonly askMinor: bigint;
  /** The same in minor units of the reporting currency. */
  readonly stakeMinor: bigint;
  readonly probability: string;
  readonly isOwnProbability: boolean;
  readonly isStale: boolean;
};

/** The open prospects with an ask for an activity, by code. */
export function prospectsOfActivity({ facts }: GapReport, activity: string): ActivityProspect[] {
  return facts.prospects
    .flatMap((prospect): ActivityProspect[] => {
      const position = prospect.asks.findIndex((ask) => ask.activity === activity);
      const ask = prospect.asks[position];
      const stake = stakes(facts, prospect)[position];
      if (!ask || !stake) return [];
      return [
        {
          prospect,
          askMinor: ask.amountMinor,
          stakeMinor: stake.amountMinor,
          probability: percentText(effectiveProbability(prospect)),
          isOwnProbability: prospect.probability !== null,
          isStale: isStale(prospect, facts.asOf),
        },
      ];
    })
    .sort((a, b) => comparePlain(a.prospect.code, b.prospect.code));
}
