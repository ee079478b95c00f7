import { readFileSync } from 'node:fs';

/** The text of a bundle in `seeds/`. */
export function seedText(name: 'joint-work-programme' | 'demonstration'): string {
  return readFileSync(new URL(`../../../seeds/${name}.json`, import.meta.url), 'utf8');
}

/** What the seed programme states, as plain JSON: the tests look at the file itself, not at what a reader makes of it. */
export type ProgrammeSeed = {
  readonly baseCurrency: string;
  readonly programmes: readonly {
    readonly code: string;
    readonly title: string;
    readonly startYear: number;
    readonly endYear: number;
  }[];
  readonly themes: readonly { readonly code: string; readonly title: string }[];
  readonly speciesProgrammes: readonly {
    readonly code: string;
    readonly name: string;
    readonly status: string;
    readonly taxa: readonly { readonly scientificName: string }[];
  }[];
  readonly activities: readonly SeedActivity[];
};

export type SeedActivity = {
  readonly code: string;
  readonly printedCode?: string;
  readonly theme: string;
  readonly section?: string;
  readonly title: string;
  readonly summary: string;
  readonly species: readonly { readonly code: string; readonly share: string }[];
  readonly timeframe: {
    readonly kind: string;
    readonly startYear?: number;
    readonly endYear?: number;
    readonly printed?: string;
    readonly note?: string;
  };
  readonly funding: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly priority: string | null;
  readonly status: string;
  readonly items?: readonly { readonly code: string; readonly title: string; readonly funding: string }[];
};

export const programmeSeed = JSON.parse(seedText('joint-work-programme')) as ProgrammeSeed;

/** An activity of the seed programme. */
export function seedActivity(code: string): SeedActivity {
  const activity = programmeSeed.activities.find((candidate) => candidate.code === code);
  if (!activity) throw new Error(`The seed programme has no activity ${code}`);
  return activity;
}
