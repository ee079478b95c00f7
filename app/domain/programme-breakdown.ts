import {
  type Breakdown,
  type BreakdownPart,
  type BreakdownTable,
  FIGURE_LABELS,
  type ProgrammeFigure,
} from './breakdown.ts';
import { splitBasis } from './breakdown-pledges.ts';
import { type EarmarkLevel, earmarkLevel } from './earmark.ts';
import { proposeAssignment } from './flexible-funding.ts';
import { firmPots, type GapReport, gapCells } from './gap.ts';
import { stalePipelineParts } from './pipeline-breakdown.ts';
import type { PledgeMoney } from './pledge-money.ts';

const LEVEL_WORDS: Readonly<Record<EarmarkLevel, string>> = {
  unearmarked: 'unearmarked',
  'softly-earmarked': 'softly earmarked',
  earmarked: 'earmarked',
  'tightly-earmarked': 'tightly earmarked',
};

/** What a figure that only the whole programme has is made of. Flexible figures count firm money only. */
export function programmeBreakdown(
  report: GapReport,
  figure: ProgrammeFigure,
): BreakdownTable & Pick<Breakdown, 'basis'> {
  const parts = partsOf(report, figure).filter(({ amountMinor }) => amountMinor !== 0n);
  return {
    title: `${FIGURE_LABELS[figure]}: ${report.facts.programme.title}`,
    currency: report.facts.currency,
    totalMinor: parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    parts,
    basis: figure === 'flexible' ? flexibleBasis(report) : [],
  };
}

function partsOf(report: GapReport, figure: ProgrammeFigure): BreakdownPart[] {
  switch (figure) {
    case 'flexible':
      return flexibleParts(report);
    case 'deployable':
      return deployableParts(report);
    case 'stranded':
      return [
        reference('flexible', report.flexible.flexibleMinor),
        reference('deployable', -report.flexible.deployableMinor),
      ];
    case 'attainableGap':
      return [
        reference('gap', report.total.gapMinor),
        reference('deployable', -report.flexible.deployableMinor),
      ];
    case 'stalePipeline':
      return stalePipelineParts(report.facts);
  }
}

function reference(figure: ProgrammeFigure | 'gap', amountMinor: bigint): BreakdownPart {
  return {
    label: FIGURE_LABELS[figure],
    note: null,
    amountMinor,
    reference: { figure, scope: { by: 'total' } },
  };
}

/** How each pledge with flexible money is split, and at which rate its outstanding part is converted. */
function flexibleBasis({ pledges, facts }: GapReport): BreakdownTable[] {
  return pledges.flatMap((money) => [
    ...(money.unallocatedReceivedMinor > 0n ? [splitBasis(money, facts, 'received')] : []),
    ...(committedFlexible(money) > 0n ? [splitBasis(money, facts, 'committed')] : []),
  ]);
}

function committedFlexible({ outstandingLayer, unallocatedOutstandingMinor }: PledgeMoney): bigint {
  return outstandingLayer === 'committed' ? unallocatedOutstandingMinor : 0n;
}

function flexibleParts({ pledges }: GapReport): BreakdownPart[] {
  return pledges.flatMap((money): BreakdownPart[] => {
    const level = LEVEL_WORDS[earmarkLevel(money.pledge.earmark)];
    const part = (state: string, amountMinor: bigint) => ({
      label: `${money.pledge.code}, ${state}, not allocated`,
      note: level,
      amountMinor,
      reference: null,
    });
    return [part('received', money.unallocatedReceivedMinor), part('committed', committedFlexible(money))];
  });
}

function deployableParts({ activities, pledges }: GapReport): BreakdownPart[] {
  const assignment = proposeAssignment(gapCells(activities, 'gapMinor'), firmPots(pledges));
  return assignment.map(({ pledge, activity, year, amountMinor }) => ({
    label: `${pledge} could go to ${activity}, ${year}`,
    note: 'a proposal, not an allocation',
    amountMinor,
    reference: { figure: 'gap', scope: { by: 'activity', key: activity, year } },
  }));
}
