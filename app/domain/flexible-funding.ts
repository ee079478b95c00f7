import { PRIORITIES } from './activity.ts';
import { type GapCell, layFundingNetwork } from './funding-network.ts';
import { compareCodes, comparePlain } from './order.ts';
import { type ProposedAllocation, proposedAllocations } from './proposed-allocations.ts';
import type { FlexiblePot } from './purses.ts';

export type { GapCell } from './funding-network.ts';
export type { FlexiblePot } from './purses.ts';

/** What flexible money can do for the open gaps, minor units of the reporting currency. */
export type FlexibleFunding = {
  /** What is not allocated yet. */
  readonly flexibleMinor: bigint;
  /** The part of it that open gaps can take. */
  readonly deployableMinor: bigint;
  /** The part that no open gap can take. */
  readonly strandedMinor: bigint;
  /** What is left of the gaps when the flexible money is spread in the best way. */
  readonly attainableGapMinor: bigint;
  /** The cells for which one more unit of money would lower the attainable gap. */
  readonly underfunded: readonly { readonly activity: string; readonly year: number }[];
};

/**
 * How much flexible money the open gaps can take: deployable = the maximum flow from the pots to the cells over
 * "the earmark allows it"; stranded = flexible − deployable; attainable gap = Σ open − deployable.
 *
 * @param cells What is open by (activity, year), each at most once.
 * @returns All four amounts are unique; `underfunded` is the same for every maximum flow and comes by activity
 *   code and year.
 * @source domain.md, section 4 ("Flexible funding and the attainable gap")
 */
export function deployFlexibleFunding(
  cells: readonly GapCell[],
  pots: readonly FlexiblePot[],
): FlexibleFunding {
  const open = openCells(cells).sort(byActivityAndYear);
  const { network, sink, firstCell } = layFundingNetwork(open, pots);
  for (const [position, cell] of open.entries()) network.addEdge(firstCell + position, sink, cell.openMinor);
  const deployableMinor = network.push(sink);
  const canReachSink = network.nodesReaching(sink);
  const flexibleMinor = pots.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  return {
    flexibleMinor,
    deployableMinor,
    strandedMinor: flexibleMinor - deployableMinor,
    attainableGapMinor: open.reduce((sum, { openMinor }) => sum + openMinor, 0n) - deployableMinor,
    underfunded: open
      .filter((_, position) => canReachSink[firstCell + position] === 1)
      .map(({ activity, year }) => ({ activity, year })),
  };
}

/**
 * A way to assign the flexible money that reaches all it can reach: among the maximum flows, one that gives the
 * most to core activities, among those the most to high, then medium, low and none, then to each cell by activity
 * code and year. What the cells can get together is a polymatroid, so filling one cell after the other in that
 * order, re-routing but never taking back, ends at that maximum flow.
 *
 * @returns By pledge, activity code and year; the same whatever the order of the cells and pots. Within equal
 *   earmarks, pledges are used up in the order of their codes.
 * @source domain.md, section 4 ("Flexible funding and the attainable gap")
 */
export function proposeAssignment(
  cells: readonly GapCell[],
  pots: readonly FlexiblePot[],
): ProposedAllocation[] {
  const open = openCells(cells).sort(byPriorityFirst);
  const funding = layFundingNetwork(open, pots);
  for (const [position, cell] of open.entries()) {
    funding.network.push(funding.firstCell + position, cell.openMinor);
  }
  return proposedAllocations(funding).sort(
    (a, b) => comparePlain(a.pledge, b.pledge) || byActivityAndYear(a, b),
  );
}

function openCells(cells: readonly GapCell[]): GapCell[] {
  return cells.filter(({ openMinor }) => openMinor > 0n);
}

function byActivityAndYear(
  a: Pick<GapCell, 'activity' | 'year'>,
  b: Pick<GapCell, 'activity' | 'year'>,
): number {
  return compareCodes(a.activity, b.activity) || a.year - b.year;
}

function byPriorityFirst(a: GapCell, b: GapCell): number {
  return priorityRank(a) - priorityRank(b) || byActivityAndYear(a, b);
}

function priorityRank({ priority }: GapCell): number {
  return priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority);
}
