import {
  type Breakdown,
  type BreakdownPart,
  type BreakdownTable,
  FIGURE_LABELS,
  type FigureName,
  type ProgrammeFigure,
} from './breakdown.ts';
import { outstandingBasis, receiptsBasis, splitBasis } from './breakdown-pledges.ts';
import type { BreakdownSources } from './breakdown-sources.ts';
import { type EarmarkLevel, earmarkLevel } from './earmark.ts';
import { type FlexibleFunding, type FlexiblePot, proposeAssignment } from './flexible-funding.ts';
import { allPots, firmPots, type GapReport, gapCells } from './gap.ts';
import { stalePipelineParts } from './pipeline-breakdown.ts';
import type { PledgeMoney } from './pledge-money.ts';

const LEVEL_WORDS: Readonly<Record<EarmarkLevel, string>> = {
  unearmarked: 'unearmarked',
  'softly-earmarked': 'softly earmarked',
  earmarked: 'earmarked',
  'tightly-earmarked': 'tightly earmarked',
};

/** Flexible money and what it meets: what is firm, or what is there if announced pledges hold. */
type FlexibleView = {
  readonly flexible: FlexibleFunding;
  readonly pots: readonly FlexiblePot[];
  readonly openMinor: 'gapMinor' | 'gapIfPledgesHoldMinor';
  readonly names: Readonly<Record<'flexible' | 'deployable' | 'gap', FigureName>>;
};

function firmView({ flexible, pledges }: GapReport): FlexibleView {
  const names = { flexible: 'flexible', deployable: 'deployable', gap: 'gap' } as const;
  return { flexible, pots: firmPots(pledges), openMinor: 'gapMinor', names };
}

function heldView({ flexibleIfPledgesHold, pledges }: GapReport): FlexibleView {
  const names = {
    flexible: 'flexibleIfPledgesHold',
    deployable: 'deployableIfPledgesHold',
    gap: 'gapIfPledgesHold',
  } as const;
  return {
    flexible: flexibleIfPledgesHold,
    pots: allPots(pledges),
    openMinor: 'gapIfPledgesHoldMinor',
    names,
  };
}

/** What a figure that only the whole programme has is made of. */
export function programmeBreakdown(
  report: GapReport,
  figure: ProgrammeFigure,
  sources: BreakdownSources,
): BreakdownTable & Pick<Breakdown, 'basis'> {
  const parts = partsOf(report, figure).filter(({ amountMinor }) => amountMinor !== 0n);
  return {
    title: `${FIGURE_LABELS[figure]}: ${report.facts.programme.title}`,
    currency: report.facts.currency,
    totalMinor: parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    parts,
    basis: basisOf(report, figure, sources),
  };
}

function partsOf(report: GapReport, figure: ProgrammeFigure): BreakdownPart[] {
  switch (figure) {
    case 'flexible':
    case 'flexibleIfPledgesHold':
      return flexibleParts(report, figure === 'flexible');
    case 'deployable':
      return deployableParts(report, firmView(report));
    case 'deployableIfPledgesHold':
      return deployableParts(report, heldView(report));
    case 'stranded':
      return strandedParts(firmView(report));
    case 'strandedIfPledgesHold':
      return strandedParts(heldView(report));
    case 'attainableGap':
      return attainableParts(firmView(report), report.total.gapMinor);
    case 'attainableGapIfPledgesHold':
      return attainableParts(heldView(report), report.total.gapIfPledgesHoldMinor);
    case 'stalePipeline':
      return stalePipelineParts(report.facts);
  }
}

function strandedParts({ names, flexible }: FlexibleView): BreakdownPart[] {
  return [
    reference(names.flexible, flexible.flexibleMinor),
    reference(names.deployable, -flexible.deployableMinor),
  ];
}

function attainableParts({ names, flexible }: FlexibleView, gapMinor: bigint): BreakdownPart[] {
  return [reference(names.gap, gapMinor), reference(names.deployable, -flexible.deployableMinor)];
}

function reference(figure: FigureName, amountMinor: bigint): BreakdownPart {
  return {
    label: FIGURE_LABELS[figure],
    note: null,
    amountMinor,
    reference: { figure, scope: { by: 'total' } },
  };
}

function deployableParts(
  { activities }: GapReport,
  { pots, openMinor, names }: FlexibleView,
): BreakdownPart[] {
  return proposeAssignment(gapCells(activities, openMinor), pots).map(
    ({ pledge, activity, year, amountMinor }) => ({
      label: `${pledge} could go to ${activity}, ${year}`,
      note: 'a proposal, not an allocation',
      amountMinor,
      reference: { figure: names.gap, scope: { by: 'activity', key: activity, year } },
    }),
  );
}

/** The layer of a pledge's outstanding money where that counts as flexible. */
function flexibleLayer({ outstandingLayer, unallocatedOutstandingMinor }: PledgeMoney, isFirm: boolean) {
  const counts = unallocatedOutstandingMinor > 0n && (!isFirm || outstandingLayer === 'committed');
  return counts ? outstandingLayer : null;
}

function flexibleParts({ pledges }: GapReport, isFirm: boolean): BreakdownPart[] {
  return pledges.flatMap((money): BreakdownPart[] => {
    const part = (state: string, amountMinor: bigint) => ({
      label: `${money.pledge.code}, ${state}, not allocated`,
      note: LEVEL_WORDS[earmarkLevel(money.pledge.earmark)],
      amountMinor,
      reference: null,
    });
    const layer = flexibleLayer(money, isFirm);
    return [
      part('received', money.unallocatedReceivedMinor),
      ...(layer ? [part(layer, money.unallocatedOutstandingMinor)] : []),
    ];
  });
}

/** The receipts or the outstanding part of each pledge with flexible money, and how they are split. */
function basisOf(report: GapReport, figure: ProgrammeFigure, sources: BreakdownSources): BreakdownTable[] {
  if (figure !== 'flexible' && figure !== 'flexibleIfPledgesHold') return [];
  const { pledges, facts } = report;
  return pledges.flatMap((money) => {
    const layer = flexibleLayer(money, figure === 'flexible');
    return [
      ...(money.unallocatedReceivedMinor > 0n
        ? [receiptsBasis(money, facts, sources), splitBasis(money, facts, 'received')]
        : []),
      ...(layer ? [outstandingBasis(money, facts, sources), splitBasis(money, facts, layer)] : []),
    ];
  });
}
