/**
 * What a pledge may be used for. An empty dimension allows everything; within a dimension any match will do;
 * every non-empty dimension must match. Codes belong to the pledge's programme.
 */
export type Earmark = {
  readonly activities: readonly string[];
  readonly species: readonly string[];
  readonly themes: readonly string[];
  readonly years: readonly number[];
};

export const UNEARMARKED: Earmark = { activities: [], species: [], themes: [], years: [] };

/** The Grand Bargain's levels of earmarking. */
export type EarmarkLevel = 'unearmarked' | 'softly-earmarked' | 'earmarked' | 'tightly-earmarked';

/**
 * The Grand Bargain level of an earmark: one activity is tight, several are earmarked, a theme, species programme
 * or year is soft, none at all is unearmarked.
 *
 * @source domain.md, section 1
 */
export function earmarkLevel(earmark: Earmark): EarmarkLevel {
  if (earmark.activities.length === 1) return 'tightly-earmarked';
  if (earmark.activities.length > 1) return 'earmarked';
  const isSoft = earmark.species.length > 0 || earmark.themes.length > 0 || earmark.years.length > 0;
  return isSoft ? 'softly-earmarked' : 'unearmarked';
}

/** What an earmark looks at in an activity. */
export type EarmarkTarget = {
  readonly code: string;
  readonly theme: string;
  readonly species: readonly { readonly code: string }[];
};

/** Whether an earmark allows an activity, leaving years aside. @source domain.md, section 4 */
export function allowsActivity(earmark: Earmark, activity: EarmarkTarget): boolean {
  return (
    (earmark.activities.length === 0 || earmark.activities.includes(activity.code)) &&
    (earmark.themes.length === 0 || earmark.themes.includes(activity.theme)) &&
    (earmark.species.length === 0 || activity.species.some(({ code }) => earmark.species.includes(code)))
  );
}

/** Whether an earmark allows a year; null stands for an allocation without a year. @source domain.md, section 4 */
export function allowsYear(earmark: Earmark, year: number | null): boolean {
  return earmark.years.length === 0 || (year !== null && earmark.years.includes(year));
}
