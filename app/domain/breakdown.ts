import type { Figures } from './figures.ts';
import { type ActivityGap, cellFigures, type GapReport } from './gap.ts';
import { type GapDimension, gapRows } from './gap-rows.ts';
import type { Currency } from './money.ts';
import { CROSS_CUTTING, splitBySpecies } from './species-split.ts';

const ROW_FIGURES = [
  'requirement',
  'received',
  'committed',
  'pledged',
  'gap',
  'gapIfPledgesHold',
  'surplus',
  'weightedPipeline',
] as const;
export type RowFigure = (typeof ROW_FIGURES)[number];

/** Figures that only a whole programme has. */
export const PROGRAMME_FIGURES = [
  'flexible',
  'deployable',
  'stranded',
  'attainableGap',
  'flexibleIfPledgesHold',
  'deployableIfPledgesHold',
  'strandedIfPledgesHold',
  'attainableGapIfPledgesHold',
  'stalePipeline',
] as const;
export type ProgrammeFigure = (typeof PROGRAMME_FIGURES)[number];
export const FIGURE_NAMES = [...ROW_FIGURES, ...PROGRAMME_FIGURES] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** A group of activities: the whole programme, or a theme, species programme or year of it. */
export type GroupScope =
  | { readonly by: 'total' }
  | { readonly by: Exclude<GapDimension, 'activity'>; readonly key: string };

/** One activity, or one of its years. */
export type ActivityScope = { readonly by: 'activity'; readonly key: string; readonly year?: number };

/** Whose figure it is. */
export type BreakdownScope = GroupScope | ActivityScope;

/** A figure that can be asked about: a link between a part and its own breakdown. */
export type FigureReference = { readonly figure: FigureName; readonly scope: BreakdownScope };

/** One thing that a figure is made of; amounts that reduce it are negative. */
export type BreakdownPart = {
  readonly label: string;
  /** Rates, dates and amounts in their own currency, in words. */
  readonly note: string | null;
  readonly amountMinor: bigint;
  readonly reference: FigureReference | null;
};

/** Parts that add up to `totalMinor`, in minor units of `currency`. */
export type BreakdownTable = {
  readonly title: string;
  readonly currency: Currency;
  readonly totalMinor: bigint;
  readonly parts: readonly BreakdownPart[];
};

/** What a figure is made of, and what its parts rest on in turn (lines, receipts, rates); every table adds up. */
export type Breakdown = BreakdownTable & {
  readonly figure: FigureName;
  readonly scope: BreakdownScope;
  readonly basis: readonly BreakdownTable[];
};

/** The name of a figure as people read it. */
export const FIGURE_LABELS: Readonly<Record<FigureName, string>> = {
  requirement: 'Requirement',
  received: 'Received',
  committed: 'Committed',
  pledged: 'Pledged',
  gap: 'Funding gap',
  gapIfPledgesHold: 'Gap if pledges hold',
  surplus: 'Surplus',
  weightedPipeline: 'Weighted pipeline',
  flexible: 'Flexible funding',
  deployable: 'Deployable',
  stranded: 'Stranded',
  attainableGap: 'Attainable gap',
  flexibleIfPledgesHold: 'Flexible funding if pledges hold',
  deployableIfPledgesHold: 'Deployable if pledges hold',
  strandedIfPledgesHold: 'Stranded if pledges hold',
  attainableGapIfPledgesHold: 'Attainable gap if pledges hold',
  stalePipeline: 'Stale pipeline',
};

const FIGURE_KEYS: Readonly<Record<RowFigure, keyof Figures>> = {
  requirement: 'requirementMinor',
  received: 'receivedMinor',
  committed: 'committedMinor',
  pledged: 'pledgedMinor',
  gap: 'gapMinor',
  gapIfPledgesHold: 'gapIfPledgesHoldMinor',
  surplus: 'surplusMinor',
  weightedPipeline: 'weightedPipelineMinor',
};

/** The value of a named figure. */
export function figureOf(figures: Figures, figure: RowFigure): bigint {
  return figures[FIGURE_KEYS[figure]];
}

/** True for a figure that rows have, not only a whole programme. */
export function isRowFigure(figure: FigureName): figure is RowFigure {
  return figure in FIGURE_KEYS;
}

/**
 * A group's figure (programme, theme, species programme or year) by the activities that it is a sum of; those that
 * add nothing are left out.
 *
 * @returns null when the report has no such group, or the group no such figure (a year has no surplus).
 */
export function groupBreakdown(
  report: GapReport,
  figure: RowFigure,
  scope: GroupScope,
): BreakdownTable | null {
  const label = groupLabel(report, scope);
  if (label === null) return null;
  const isYearless = figure === 'surplus' || figure === 'weightedPipeline';
  if (scope.by === 'year' && isYearless) return null;
  const parts = report.activities
    .map((gap) => activityPart(gap, figure, scope))
    .filter((part) => part !== null && part.amountMinor !== 0n) as BreakdownPart[];
  return {
    title: `${FIGURE_LABELS[figure]}: ${label}`,
    currency: report.facts.currency,
    totalMinor: parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    parts,
  };
}

function groupLabel(report: GapReport, scope: GroupScope): string | null {
  if (scope.by === 'total') return report.facts.programme.title;
  const row = gapRows(report, scope.by).find(({ key }) => key === scope.key);
  if (!row) return null;
  return row.key === row.label || row.key === CROSS_CUTTING ? row.label : `${row.label} (${row.key})`;
}

function activityPart(gap: ActivityGap, figure: RowFigure, scope: GroupScope): BreakdownPart | null {
  const { activity, figures } = gap;
  const part = (amountMinor: bigint, note: string | null, year?: number): BreakdownPart => ({
    label: `${activity.code} ${activity.title}`,
    note,
    amountMinor,
    reference: {
      figure,
      scope: { by: 'activity', key: activity.code, ...(year === undefined ? {} : { year }) },
    },
  });
  switch (scope.by) {
    case 'total':
      return part(figureOf(figures, figure), null);
    case 'theme':
      return activity.theme === scope.key ? part(figureOf(figures, figure), null) : null;
    case 'species': {
      const share = splitBySpecies(figures, activity.species).find(({ key }) => key === scope.key);
      if (!share) return null;
      return part(figureOf(share.figures, figure), shareNote(gap, scope.key));
    }
    case 'year': {
      const cell = gap.cells.find(({ year }) => String(year) === scope.key);
      return cell ? part(figureOf(cellFigures(cell), figure), null, cell.year) : null;
    }
  }
}

function shareNote({ activity }: ActivityGap, species: string): string | null {
  const share = activity.species.find(({ code }) => code === species);
  if (!share || activity.species.length === 1) return null;
  const percent = (Number(share.shareMillionths) / 10_000).toString();
  return `${percent} % of the activity, the parts rounded so that they add up to it`;
}
