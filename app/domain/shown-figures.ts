import { type Sight, withoutUndecided } from './confidential.ts';
import type { CellCoverage } from './coverage.ts';
import type { ProgrammeFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import { fundingGap, type GapReport } from './gap.ts';
import { type GapDimension, type GapRow, gapRows } from './gap-rows.ts';
import type { ActivityGroup } from './group-rows.ts';

/** A gap report for somebody who sees so much; where that is what is decided, nothing undecided is in it. */
export type SeenReport = GapReport & { readonly sight: Sight };

const NOT_SHOWN = {
  pledgedMinor: null,
  gapIfPledgesHoldMinor: null,
  surplusMinor: null,
  weightedPipelineMinor: null,
} as const;
type Undecided = keyof typeof NOT_SHOWN;

type Shown<Given> = Omit<Given, Undecided> & {
  readonly [Name in Extract<keyof Given, Undecided>]: Given[Name] | null;
};

/** Figures as somebody sees them; null is one that they may not see, or that a row does not have. Never a zero. */
export type ShownFigures = Shown<Figures>;
export type ShownRow = Shown<GapRow>;
export type ShownCell = Shown<CellCoverage>;
export type ShownGroup = Omit<ActivityGroup, 'rows' | 'total'> & {
  readonly rows: readonly ShownRow[];
  readonly total: ShownFigures;
};

/**
 * Every figure of a programme for somebody who sees so much.
 *
 * @param facts With `decided`, what is undecided may be in them or not.
 * @throws {MissingRateError} when a conversion has no rate.
 */
export function seenReport(facts: ProgrammeFacts, sight: Sight): SeenReport {
  return { ...fundingGap(sight === 'decided' ? withoutUndecided(facts) : facts), sight };
}

export function shownFigures(figures: Figures, sight: Sight): ShownFigures {
  return sight === 'decided' ? { ...figures, ...NOT_SHOWN } : figures;
}

export function shownRow(row: GapRow, sight: Sight): ShownRow {
  return sight === 'decided' ? { ...row, ...NOT_SHOWN } : row;
}

export function shownCell(cell: CellCoverage, sight: Sight): ShownCell {
  return sight === 'decided' ? { ...cell, pledgedMinor: null, gapIfPledgesHoldMinor: null } : cell;
}

/** The rows of a gap table as they are shown. */
export function shownRows(report: SeenReport, by: GapDimension): ShownRow[] {
  return gapRows(report, by).map((row) => shownRow(row, report.sight));
}

/** The activities of a theme, species programme or year as they are shown. */
export function shownGroup(group: ActivityGroup, sight: Sight): ShownGroup {
  return {
    ...group,
    rows: group.rows.map((row) => shownRow(row, sight)),
    total: shownFigures(group.total, sight),
  };
}
