import { needsExternalFunding } from './activity.ts';
import { type CellCoverage, coverActivity, layerAmountsByActivity } from './coverage.ts';
import type { ActivityFacts, ProgrammeFacts } from './facts.ts';
import { addFigures, type Figures, NO_FIGURES } from './figures.ts';
import {
  deployFlexibleFunding,
  type FlexibleFunding,
  type FlexiblePot,
  type GapCell,
} from './flexible-funding.ts';
import { compareCodes } from './order.ts';
import { stalePipeline, weightedPipelineByActivity } from './pipeline.ts';
import { type Layer, type PledgeMoney, pledgeMoney } from './pledge-money.ts';
import { activityRequirements, type YearRequirement } from './requirement.ts';

/** One activity's figures and what they are made of. */
export type ActivityGap = {
  readonly activity: ActivityFacts;
  readonly isUnbudgeted: boolean;
  readonly requirements: readonly YearRequirement[];
  /** Years ascending. */
  readonly cells: readonly CellCoverage[];
  readonly surplusByLayer: Readonly<Record<Layer, bigint>>;
  readonly figures: Figures;
};

/** Every figure of a programme on one date in one currency; all amounts in minor units of that currency. */
export type GapReport = {
  readonly facts: ProgrammeFacts;
  /** By code in natural order. */
  readonly activities: readonly ActivityGap[];
  readonly pledges: readonly PledgeMoney[];
  /** Codes of the activities whose requirement is unknown, in natural order. */
  readonly unbudgeted: readonly string[];
  readonly total: Figures;
  /** Firm flexible money against the gaps. */
  readonly flexible: FlexibleFunding;
  /** Firm and announced flexible money against the gaps that are left if pledges hold. */
  readonly flexibleIfPledgesHold: FlexibleFunding;
  readonly stalePipelineMinor: bigint;
};

/**
 * The funding gap of a programme: requirement minus what was received and committed, cell by cell, so that a
 * surplus in one place never hides a gap in another.
 *
 * @throws {MissingRateError} when a conversion has no rate.
 * @source domain.md, sections 3 to 5
 */
export function fundingGap(facts: ProgrammeFacts): GapReport {
  const pledges = facts.pledges.map((pledge) => pledgeMoney(pledge, facts));
  const amounts = layerAmountsByActivity(pledges);
  const pipeline = weightedPipelineByActivity(facts);
  const activities = [...facts.activities]
    .sort((a, b) => compareCodes(a.code, b.code))
    .map((activity) =>
      activityGap(activity, activityRequirements(activity, facts), {
        amounts: amounts.get(activity.code) ?? {
          received: new Map(),
          committed: new Map(),
          pledged: new Map(),
        },
        weightedPipelineMinor: pipeline.get(activity.code) ?? 0n,
      }),
    );
  return {
    facts,
    activities,
    pledges,
    unbudgeted: activities.filter(({ isUnbudgeted }) => isUnbudgeted).map(({ activity }) => activity.code),
    total: activities.reduce((sum, { figures }) => addFigures(sum, figures), NO_FIGURES),
    flexible: deployFlexibleFunding(gapCells(activities, 'gapMinor'), firmPots(pledges)),
    flexibleIfPledgesHold: deployFlexibleFunding(
      gapCells(activities, 'gapIfPledgesHoldMinor'),
      allPots(pledges),
    ),
    stalePipelineMinor: stalePipeline(facts),
  };
}

function activityGap(
  activity: ActivityFacts,
  requirements: readonly YearRequirement[],
  money: { amounts: Parameters<typeof coverActivity>[1]; weightedPipelineMinor: bigint },
): ActivityGap {
  const { cells, surplus } = coverActivity(requirements, money.amounts);
  const covered = cells.reduce((sum, cell) => addFigures(sum, cellFigures(cell)), NO_FIGURES);
  return {
    activity,
    isUnbudgeted: activity.budget === null && needsExternalFunding(activity),
    requirements,
    cells,
    surplusByLayer: surplus,
    figures: {
      ...covered,
      surplusMinor: surplus.received + surplus.committed + surplus.pledged,
      weightedPipelineMinor: money.weightedPipelineMinor,
    },
  };
}

/** A cell's figures; surplus and pipeline have no year and are zero here. */
export function cellFigures(cell: CellCoverage): Figures {
  return {
    requirementMinor: cell.requirementMinor,
    receivedMinor: cell.receivedMinor,
    committedMinor: cell.committedMinor,
    pledgedMinor: cell.pledgedMinor,
    gapMinor: cell.gapMinor,
    gapIfPledgesHoldMinor: cell.gapIfPledgesHoldMinor,
    surplusMinor: 0n,
    weightedPipelineMinor: 0n,
  };
}

/** The cells that flexible money could go to, with what is open in each. */
export function gapCells(
  activities: readonly ActivityGap[],
  open: 'gapMinor' | 'gapIfPledgesHoldMinor',
): GapCell[] {
  return activities.flatMap(({ activity, cells }) =>
    cells.map((cell) => ({
      activity: activity.code,
      year: cell.year,
      theme: activity.theme,
      species: activity.species.map(({ code }) => code),
      priority: activity.priority,
      openMinor: cell[open],
    })),
  );
}

/** Flexible money that is in or signed for: received, and outstanding when committed. @source domain.md, section 4 */
export function firmPots(pledges: readonly PledgeMoney[]): FlexiblePot[] {
  return pledges.map((money) => ({
    pledge: money.pledge.code,
    earmark: money.pledge.earmark,
    amountMinor:
      money.unallocatedReceivedMinor +
      (money.outstandingLayer === 'committed' ? money.unallocatedOutstandingMinor : 0n),
  }));
}

/** Firm and announced flexible money together. @source domain.md, section 4 */
export function allPots(pledges: readonly PledgeMoney[]): FlexiblePot[] {
  return pledges.map((money) => ({
    pledge: money.pledge.code,
    earmark: money.pledge.earmark,
    amountMinor: money.unallocatedReceivedMinor + money.unallocatedOutstandingMinor,
  }));
}

/** What each activity still needs if pledges hold, by code; null where the requirement is unknown. */
export function remainingNeeds(report: GapReport): Map<string, bigint | null> {
  return new Map(
    report.activities.map(({ activity, isUnbudgeted, figures }) => [
      activity.code,
      isUnbudgeted ? null : figures.gapIfPledgesHoldMinor,
    ]),
  );
}
