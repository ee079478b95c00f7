import type { MadeActivity } from './activities.ts';
import { between, chance, type Draws, pickByWeight, pickOne } from './draws.ts';

export type MadeEarmark = {
  readonly activities: readonly string[];
  readonly species: readonly string[];
  readonly themes: readonly string[];
  readonly years: readonly number[];
};

/** Activities as an earmark looks for them. */
export type ActivityIndex = {
  readonly all: readonly MadeActivity[];
  readonly byTheme: ReadonlyMap<string, readonly MadeActivity[]>;
  readonly bySpecies: ReadonlyMap<string, readonly MadeActivity[]>;
};

export function indexActivities(activities: readonly MadeActivity[]): ActivityIndex {
  const byTheme = new Map<string, MadeActivity[]>();
  const bySpecies = new Map<string, MadeActivity[]>();
  const put = (index: Map<string, MadeActivity[]>, key: string, activity: MadeActivity) => {
    const found = index.get(key);
    if (found) found.push(activity);
    else index.set(key, [activity]);
  };
  for (const activity of activities) {
    put(byTheme, activity.theme, activity);
    for (const { code } of activity.species) put(bySpecies, code, activity);
  }
  return { all: activities, byTheme, bySpecies };
}

/** What a pledge may be used for: always the activity given, and activities that it is likely to be given to. */
export function madeEarmark(
  draws: Draws,
  activity: MadeActivity,
  index: ActivityIndex,
): { readonly earmark: MadeEarmark; readonly candidates: readonly MadeActivity[] } {
  const kind = pickByWeight(draws, [
    ['activity', 32],
    ['activities', 13],
    ['species', 20],
    ['theme', 15],
    ['theme and species', 5],
    ['nothing', 15],
  ] as const);
  const { startYear, endYear } = activity.timeframe;
  const year = between(draws, startYear, endYear);
  const years = chance(draws, kind === 'nothing' ? 5 : 18)
    ? [year, year + 1].slice(0, between(draws, 1, 2))
    : [];
  const nothing: MadeEarmark = { activities: [], species: [], themes: [], years };
  const ofTheme = index.byTheme.get(activity.theme) ?? [];
  const species = activity.species.length > 0 ? pickOne(draws, activity.species).code : null;
  const ofSpecies = species === null ? [] : (index.bySpecies.get(species) ?? []);

  switch (kind) {
    case 'activity':
      return { earmark: { ...nothing, activities: [activity.code] }, candidates: [activity] };
    case 'activities': {
      const chosen = new Set([activity]);
      for (let more = between(draws, 1, 4); more > 0; more--) chosen.add(pickOne(draws, ofTheme));
      return {
        earmark: { ...nothing, activities: [...chosen].map(({ code }) => code) },
        candidates: [...chosen],
      };
    }
    case 'species':
      // A cross-cutting activity has none: such money is for its theme.
      return species === null
        ? { earmark: { ...nothing, themes: [activity.theme] }, candidates: ofTheme }
        : { earmark: { ...nothing, species: [species] }, candidates: ofSpecies };
    case 'theme':
      return { earmark: { ...nothing, themes: [activity.theme] }, candidates: ofTheme };
    case 'theme and species':
      return {
        earmark: { ...nothing, themes: [activity.theme], species: species === null ? [] : [species] },
        candidates: [activity],
      };
    case 'nothing':
      return { earmark: nothing, candidates: index.all };
  }
}
