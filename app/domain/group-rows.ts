import { addFigures, type Figures, NO_FIGURES } from './figures.ts';
import { type ActivityGap, cellFigures, type GapReport } from './gap.ts';
import type { GapRow } from './gap-rows.ts';
import { splitBySpecies } from './species-split.ts';

/** The activities of a theme, species programme or year, each with the part of its figures that counts there. */
export type ActivityGroup = {
  readonly rows: readonly GapRow[];
  readonly total: Figures;
  /** Those whose requirement is unknown. */
  readonly unbudgeted: readonly { readonly code: string; readonly title: string }[];
  /** Codes of the activities of which only a share counts here. */
  readonly shared: readonly string[];
};

/** The activities of the whole programme whose requirement is unknown, in natural order. */
export function unbudgetedActivities({ activities }: GapReport): ActivityGroup['unbudgeted'] {
  return namesOf(activities.filter(({ isUnbudgeted }) => isUnbudgeted));
}

function namesOf(gaps: readonly ActivityGap[]): ActivityGroup['unbudgeted'] {
  return gaps.map(({ activity: { code, title } }) => ({ code, title }));
}

/** The activities of a theme, by code in natural order. */
export function themeActivities(report: GapReport, theme: string): ActivityGroup {
  return group(
    report.activities
      .filter(({ activity }) => activity.theme === theme)
      .map((gap) => ({ gap, figures: gap.figures, isShared: false })),
  );
}

/**
 * The activities of a species programme (or the cross-cutting ones), by code in natural order, each with its
 * share, so that they add up to the species programme's own figures.
 *
 * @source domain.md, section 4, "Species"
 */
export function speciesActivities(report: GapReport, species: string): ActivityGroup {
  return group(
    report.activities.flatMap((gap) =>
      splitBySpecies(gap.figures, gap.activity.species)
        .filter(({ key }) => key === species)
        .map(({ figures }) => ({ gap, figures, isShared: gap.activity.species.length > 1 })),
    ),
  );
}

/**
 * The activities with a requirement in a year, by code in natural order. Surplus and pipeline have no year and are
 * zero. What an unbudgeted activity needs may fall in any year: they are not among the rows.
 */
export function yearActivities(report: GapReport, year: number): ActivityGroup {
  return group(
    report.activities.flatMap((gap) => {
      const cell = gap.cells.find((candidate) => candidate.year === year);
      return cell ? [{ gap, figures: cellFigures(cell), isShared: false }] : [];
    }),
  );
}

function group(
  parts: readonly { readonly gap: ActivityGap; readonly figures: Figures; readonly isShared: boolean }[],
): ActivityGroup {
  return {
    rows: parts.map(({ gap: { activity, isUnbudgeted }, figures }) => ({
      key: activity.code,
      label: activity.title,
      ...figures,
      unbudgeted: isUnbudgeted ? [activity.code] : [],
    })),
    unbudgeted: namesOf(parts.map(({ gap }) => gap).filter(({ isUnbudgeted }) => isUnbudgeted)),
    total: parts.reduce((sum, { figures }) => addFigures(sum, figures), NO_FIGURES),
    shared: parts.filter(({ isShared }) => isShared).map(({ gap }) => gap.activity.code),
  };
}
