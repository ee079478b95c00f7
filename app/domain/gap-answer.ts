import type { Sight } from './confidential.ts';
import type { IsoDate } from './dates.ts';
import type { FlexibleFunding } from './flexible-funding.ts';
import type { GapReport } from './gap.ts';
import type { GapDimension } from './gap-rows.ts';
import { type Currency, formatAmount } from './money.ts';
import { type SeenReport, type ShownFigures, shownFigures, shownRows } from './shown-figures.ts';

/** Decimal strings in major units of the answer's currency; null is what the one who asks may not see. */
type FigureTexts = {
  readonly requirement: string;
  readonly received: string;
  readonly committed: string;
  readonly pledged: string | null;
  readonly gap: string;
  readonly gapIfPledgesHold: string | null;
  /** Null in rows by year, too, as it has no year. */
  readonly surplus: string | null;
  /** Null in rows by year, too, as it has no year. */
  readonly weightedPipeline: string | null;
};

export type GapAnswerRow = FigureTexts & {
  readonly key: string;
  readonly label: string;
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
      readonly unbudgeted: readonly string[];
      readonly stalePipeline: string | null;
      readonly ifPledgesHold: FlexibleTexts | null;
    };
};

/**
 * Writes a gap report, told apart by one dimension, with amounts as decimal strings.
 *
 * @source domain.md, section 7
 */
export function gapAnswer(given: GapReport | SeenReport, by: GapDimension): GapAnswer {
  const report = { sight: 'everything' as Sight, ...given };
  const { programme, currency, asOf } = report.facts;
  const text = (minor: bigint) => formatAmount(minor, currency);
  const seesAll = report.sight === 'everything';
  return {
    programme: programme.code,
    currency,
    asOf,
    by,
    rows: shownRows(report, by).map((row) => ({
      key: row.key,
      label: row.label,
      ...figureTexts(row, text),
      unbudgeted: row.unbudgeted,
    })),
    total: {
      ...figureTexts(shownFigures(report.total, report.sight), text),
      unbudgeted: report.unbudgeted,
      ...flexibleTexts(report.flexible, text),
      stalePipeline: seesAll ? text(report.stalePipelineMinor) : null,
      ifPledgesHold: seesAll ? flexibleTexts(report.flexibleIfPledgesHold, text) : null,
    },
  };
}

type Write = (minor: bigint) => string;

function figureTexts(figures: ShownFigures, text: Write): FigureTexts {
  const textOrNull = (minor: bigint | null) => (minor === null ? null : text(minor));
  return {
    requirement: text(figures.requirementMinor),
    received: text(figures.receivedMinor),
    committed: text(figures.committedMinor),
    pledged: textOrNull(figures.pledgedMinor),
    gap: text(figures.gapMinor),
    gapIfPledgesHold: textOrNull(figures.gapIfPledgesHoldMinor),
    surplus: textOrNull(figures.surplusMinor),
    weightedPipeline: textOrNull(figures.weightedPipelineMinor),
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
