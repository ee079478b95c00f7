/** The figures of an activity or of any group of them, in minor units of the reporting currency. */
export type Figures = {
  readonly requirementMinor: bigint;
  readonly receivedMinor: bigint;
  readonly committedMinor: bigint;
  readonly pledgedMinor: bigint;
  readonly gapMinor: bigint;
  readonly gapIfPledgesHoldMinor: bigint;
  readonly surplusMinor: bigint;
  readonly weightedPipelineMinor: bigint;
};

export const NO_FIGURES: Figures = {
  requirementMinor: 0n,
  receivedMinor: 0n,
  committedMinor: 0n,
  pledgedMinor: 0n,
  gapMinor: 0n,
  gapIfPledgesHoldMinor: 0n,
  surplusMinor: 0n,
  weightedPipelineMinor: 0n,
};

/** Adds two sets of figures, name by name: any total is a sum, so that no surplus hides a gap. */
export function addFigures(a: Figures, b: Figures): Figures {
  return {
    requirementMinor: a.requirementMinor + b.requirementMinor,
    receivedMinor: a.receivedMinor + b.receivedMinor,
    committedMinor: a.committedMinor + b.committedMinor,
    pledgedMinor: a.pledgedMinor + b.pledgedMinor,
    gapMinor: a.gapMinor + b.gapMinor,
    gapIfPledgesHoldMinor: a.gapIfPledgesHoldMinor + b.gapIfPledgesHoldMinor,
    surplusMinor: a.surplusMinor + b.surplusMinor,
    weightedPipelineMinor: a.weightedPipelineMinor + b.weightedPipelineMinor,
  };
}
