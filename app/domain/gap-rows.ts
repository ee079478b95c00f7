import { addFigures, type Figures, NO_FIGURES } from './figures.ts';
import { type ActivityGap, cellFigures, type GapReport } from './gap.ts';
import { compareCodes, comparePlain } from './order.ts';
import { CROSS_CUTTING, splitBySpecies } from './species-split.ts';

export const GAP_DIMENSIONS = ['theme', 'species', 'activity', 'year'] as const;
/** What the funding gap can be told apart by. */
export type GapDimension = (typeof GAP_DIMENSIONS)[number];

/** One row of a gap table; a year's row has no surplus and no pipeline, as these have no year. */
export type GapRow = Omit<Figures, 'surplusMinor' | 'weightedPipelineMinor'> & {
  readonly key: string;
  readonly label: string;
  readonly surplusMinor: bigint | null;
  readonly weightedPipelineMinor: bigint | null;
  /** Codes of the activities of this row whose requirement is unknown. */
  readonly unbudgeted: readonly string[];
};

/**
 * The rows of a gap table: every theme (by code), species programme (plain order, cross-cutting last), activity
 * (natural order) or year (ascending; the programme's own and any other with a requirement). The rows of a
 * dimension add up to the report's total in every figure that they have.
 *
 * @source domain.md, sections 4 and 7
 */
export function gapRows(report: GapReport, by: GapDimension): GapRow[] {
  switch (by) {
    case 'theme':
      return themeRows(report);
    case 'species':
      return speciesRows(report);
    case 'activity':
      return report.activities.map((gap) => row(gap.activity.code, gap.activity.title, [gap]));
    case 'year':
      return yearRows(report);
  }
}

function row(key: string, label: string, activities: readonly ActivityGap[]): GapRow {
  const figures = activities.reduce((sum, gap) => addFigures(sum, gap.figures), NO_FIGURES);
  return { key, label, ...figures, unbudgeted: unbudgetedCodes(activities) };
}

function unbudgetedCodes(activities: readonly ActivityGap[]): string[] {
  return activities.filter(({ isUnbudgeted }) => isUnbudgeted).map(({ activity }) => activity.code);
}

function themeRows({ facts, activities }: GapReport): GapRow[] {
  const byTheme = new Map<string, ActivityGap[]>(facts.themes.map(({ code }) => [code, []]));
  for (const gap of activities) byTheme.get(gap.activity.theme)?.push(gap);
  return [...facts.themes]
    .sort((a, b) => compareCodes(a.code, b.code))
    .map(({ code, title }) => row(code, title, byTheme.get(code) ?? []));
}

function speciesRows({ facts, activities }: GapReport): GapRow[] {
  const labels = [...facts.speciesProgrammes].sort((a, b) => comparePlain(a.code, b.code));
  const rows = new Map<string, { label: string; figures: Figures; unbudgeted: string[] }>();
  for (const { code, name } of [...labels, { code: CROSS_CUTTING, name: 'Cross-cutting' }]) {
    rows.set(code, { label: name, figures: NO_FIGURES, unbudgeted: [] });
  }
  for (const { activity, figures, isUnbudgeted } of activities) {
    for (const part of splitBySpecies(figures, activity.species)) {
      const entry = rows.get(part.key);
      if (!entry)
        throw new RangeError(`Activity ${activity.code} names an unknown species programme ${part.key}`);
      entry.figures = addFigures(entry.figures, part.figures);
      if (isUnbudgeted) entry.unbudgeted.push(activity.code);
    }
  }
  return [...rows].map(([key, { label, figures, unbudgeted }]) => ({ key, label, ...figures, unbudgeted }));
}

function yearRows({ facts, activities, unbudgeted }: GapReport): GapRow[] {
  const byYear = new Map<number, Figures>();
  for (let year = facts.programme.startYear; year <= facts.programme.endYear; year++)
    byYear.set(year, NO_FIGURES);
  for (const { cells } of activities) {
    for (const cell of cells) {
      if (cell.requirementMinor === 0n) continue;
      byYear.set(cell.year, addFigures(byYear.get(cell.year) ?? NO_FIGURES, cellFigures(cell)));
    }
  }
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, figures]) => ({
      key: String(year),
      label: String(year),
      ...figures,
      surplusMinor: null,
      weightedPipelineMinor: null,
      unbudgeted,
    }));
}
