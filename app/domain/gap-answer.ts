import type { IsoDate } from './dates.ts';
import type { Figures } from './figures.ts';
import type { FlexibleFunding } from './flexible-funding.ts';
import type { GapReport } from './gap.ts';
import { type GapDimension, type GapRow, gapRows } from './gap-rows.ts';
import { type Currency, formatAmount } from './money.ts';

/** Decimal strings in major units of the answer's currency. */
type FigureTexts = {
  readonly requirement: string;
  readonly received: string;
  readonly committed: string;
  readonly pledged: string;
  readonly gap: string;
  readonly gapIfPledgesHold: string;
};

export type GapAnswerRow = FigureTexts & {
  readonly key: string;
  readonly label: string;
  readonly surplus: string | null;
  readonly weightedPipeline: string | null;
  readonly unbudgeted: readonly string[];
};

type FlexibleTexts = {
  readonly flexible: string;
  readonly deployable: string;
  readonly stranded: string;
  readonly attainableGap: string;
};

/** The funding gap as the command line and the API answer it. @source domain.md, section 7 */
export type GapAnswer = {
  readonly programme: string;
  readonly currency: Currency;
  readonly asOf: IsoDate;
  readonly by: GapDimension;
  readonly rows: readonly GapAnswerRow[];
  readonly total: FigureTexts &
    FlexibleTexts & {
      readonly surplus: string;
      readonly weightedPipeline: string;
      readonly unbudgeted: readonly string[];
      readonly stalePipeline: string;
      readonly ifPledgesHold: FlexibleTexts;
    };
};

/** Writes a gap report, told apart by one dimension, with amounts as decimal strings. @source domain.md, section 7 */
export function gapAnswer(report: GapReport, by: GapDimension): GapAnswer {
  const { programme, currency, asOf } = report.facts;
  const text = (minor: bigint) => formatAmount(minor, currency);
  return {
    programme: programme.code,
    currency,
    asOf,
    by,
    rows: gapRows(report, by).map((row) => answerRow(row, text)),
    total: {
      ...figureTexts(report.total, text),
      surplus: text(report.total.surplusMinor),
      weightedPipeline: text(report.total.weightedPipelineMinor),
      unbudgeted: report.unbudgeted,
      ...flexibleTexts(report.flexible, text),
      stalePipeline: text(report.stalePipelineMinor),
      ifPledgesHold: flexibleTexts(report.flexibleIfPledgesHold, text),
    },
  };
}

type Write = (minor: bigint) => string;

function answerRow(row: GapRow, text: Write): GapAnswerRow {
  return {
    key: row.key,
    label: row.label,
    ...figureTexts(row, text),
    surplus: row.surplusMinor === null ? null : text(row.surplusMinor),
    weightedPipeline: row.weightedPipelineMinor === null ? null : text(row.weightedPipelineMinor),
    unbudgeted: row.unbudgeted,
  };
}

function figureTexts(
  figures: Omit<Figures, 'surplusMinor' | 'weightedPipelineMinor'>,
  text: Write,
): FigureTexts {
  return {
    requirement: text(figures.requirementMinor),
    received: text(figures.receivedMinor),
    committed: text(figures.committedMinor),
    pledged: text(figures.pledgedMinor),
    gap: text(figures.gapMinor),
    gapIfPledgesHold: text(figures.gapIfPledgesHoldMinor),
  };
}

function flexibleTexts(funding: FlexibleFunding, text: Write): FlexibleTexts {
  return {
    flexible: text(funding.flexibleMinor),
    deployable: text(funding.deployableMinor),
    stranded: text(funding.strandedMinor),
    attainableGap: text(funding.attainableGapMinor),
  };
}
