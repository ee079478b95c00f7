import { LAYERS, type Layer, type PledgeMoney } from './pledge-money.ts';

/** Money of each layer by activity and year, in minor units; the key null holds amounts without a year. */
export type LayerAmounts = Readonly<Record<Layer, ReadonlyMap<number | null, bigint>>>;

/** What covers one (activity, year) with a requirement; minor units of the reporting currency. */
export type CellCoverage = {
  readonly year: number;
  readonly requirementMinor: bigint;
  readonly receivedMinor: bigint;
  readonly committedMinor: bigint;
  readonly pledgedMinor: bigint;
  /** requirement − received − committed */
  readonly gapMinor: bigint;
  /** gap − pledged */
  readonly gapIfPledgesHoldMinor: bigint;
};

export type ActivityCoverage = {
  readonly cells: readonly CellCoverage[];
  /** What did not fit, by layer. */
  readonly surplus: Readonly<Record<Layer, bigint>>;
};

/**
 * Fills an activity's cells: for each layer in order, first amounts with a year fill that year's cell, then amounts
 * without one fill the cells in chronological order. What does not fit is surplus.
 *
 * @param requirements One per year, years ascending.
 * @source domain.md, section 4
 */
export function coverActivity(
  requirements: readonly { readonly year: number; readonly requirementMinor: bigint }[],
  amounts: LayerAmounts,
): ActivityCoverage {
  const cells = requirements.map(({ year, requirementMinor }) => ({
    year,
    requirementMinor,
    openMinor: requirementMinor,
    received: 0n,
    committed: 0n,
    pledged: 0n,
  }));
  const surplus = { received: 0n, committed: 0n, pledged: 0n };

  const fill = (cell: (typeof cells)[number] | undefined, layer: Layer, amountMinor: bigint): bigint => {
    if (!cell) return amountMinor;
    const covered = amountMinor < cell.openMinor ? amountMinor : cell.openMinor;
    cell.openMinor -= covered;
    cell[layer] += covered;
    return amountMinor - covered;
  };
  for (const layer of LAYERS) {
    for (const [year, amountMinor] of amounts[layer]) {
      if (year === null) continue;
      const cell = cells.find((candidate) => candidate.year === year);
      surplus[layer] += fill(cell, layer, amountMinor);
    }
    let rest = amounts[layer].get(null) ?? 0n;
    for (const cell of cells) rest = fill(cell, layer, rest);
    surplus[layer] += rest;
  }
  return {
    cells: cells.map(({ year, requirementMinor, received, committed, pledged, openMinor }) => ({
      year,
      requirementMinor,
      receivedMinor: received,
      committedMinor: committed,
      pledgedMinor: pledged,
      gapMinor: openMinor + pledged,
      gapIfPledgesHoldMinor: openMinor,
    })),
    surplus,
  };
}

/** Adds up the allocated money of all pledges by activity, layer and year. */
export function layerAmountsByActivity(pledges: readonly PledgeMoney[]): Map<string, LayerAmounts> {
  const byActivity = new Map<string, Record<Layer, Map<number | null, bigint>>>();
  for (const { allocated, outstandingLayer } of pledges) {
    for (const { activity, year, receivedMinor, outstandingMinor } of allocated) {
      let amounts = byActivity.get(activity);
      if (!amounts) {
        amounts = { received: new Map(), committed: new Map(), pledged: new Map() };
        byActivity.set(activity, amounts);
      }
      add(amounts.received, year, receivedMinor);
      add(amounts[outstandingLayer], year, outstandingMinor);
    }
  }
  return byActivity;
}

function add(amounts: Map<number | null, bigint>, year: number | null, amountMinor: bigint): void {
  if (amountMinor !== 0n) amounts.set(year, (amounts.get(year) ?? 0n) + amountMinor);
}
