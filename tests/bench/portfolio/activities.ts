import { between, chance, type Draws, pickByWeight, pickOne } from './draws.ts';
import { PROGRAMME } from './terms.ts';

const THEMES = [
  ['A', 'Harmonisation'],
  ['B', 'Shared species'],
  ['C', 'Habitats and corridors'],
  ['D', 'Communities and livelihoods'],
  ['E', 'Science and monitoring'],
  ['F', 'Outreach and capacity building'],
] as const;

const SPECIES_COUNT = 30;
const CROSS_CUTTING_PERCENT = 20;
const ORGANISATIONS = ['Secretariat', 'Partner North', 'Partner South', 'Partner East', 'Partner West'];
const WORK = ['Review', 'Workshop', 'Field survey', 'Guidelines', 'Training', 'Action plan', 'Database'];

export function* madeThemes() {
  for (const [code, title] of THEMES) yield { programme: PROGRAMME.code, code, title };
}

export function* madeSpeciesProgrammes() {
  for (let number = 1; number <= SPECIES_COUNT; number++) {
    yield {
      ...{ code: speciesCode(number), name: `Species programme ${number}` },
      status: number <= 24 ? 'priority' : number <= 28 ? 'candidate' : 'other',
      taxa: [{ scientificName: `Exemplum numerus ${number}`, commonName: `Example species ${number}` }],
    };
  }
}

function speciesCode(number: number): string {
  return `species-${String(number).padStart(2, '0')}`;
}

/** An activity as it stands in the bundle. */
export type MadeActivity = ReturnType<typeof madeActivity>;

/** Themes of about the same size, their activities numbered from 1. */
export function madeActivities(draws: Draws, count: number): MadeActivity[] {
  return Array.from({ length: count }, (_, index) => {
    const [theme] = THEMES[index % THEMES.length] as (typeof THEMES)[number];
    return madeActivity(draws, theme, Math.floor(index / THEMES.length) + 1);
  });
}

function madeActivity(draws: Draws, theme: string, number: number) {
  const startYear = between(draws, PROGRAMME.startYear, PROGRAMME.endYear - 1);
  const endYear = Math.min(PROGRAMME.endYear, startYear + between(draws, 0, 4));
  const funding = pickByWeight(draws, [
    ['external', 70],
    ['partial', 18],
    ['core', 12],
  ] as const);
  const itemCodes = funding === 'partial' ? ['a', 'b', 'c', 'd'].slice(0, between(draws, 2, 4)) : [];
  return {
    ...{ programme: PROGRAMME.code, code: `${theme}${number}`, theme },
    title: `${pickOne(draws, WORK)} ${theme}${number} of the made-up programme`,
    summary: `What ${theme}${number} is to bring about, told in one sentence of the usual length of such things.`,
    species: madeShares(draws),
    timeframe: { kind: 'years', startYear, endYear, printed: `${startYear}-${endYear}` },
    funding,
    lead: chance(draws, 40) ? 'joint' : pickOne(draws, ORGANISATIONS),
    partners: ORGANISATIONS.filter(() => chance(draws, 25)),
    priority: pickByWeight(draws, [
      ['core', 12],
      ['high', 28],
      ['medium', 30],
      ['low', 15],
      [null, 15],
    ] as const),
    status: pickByWeight(draws, [
      ['seeking-funding', 45],
      ['in-progress', 25],
      ['planned', 12],
      ['funded', 8],
      ['completed', 5],
      ['cancelled', 3],
      ['on-hold', 2],
    ] as const),
    items: itemCodes.map((code, position) => ({
      ...{ code, title: `Item ${code} of ${theme}${number}` },
      funding: position === itemCodes.length - 1 ? 'external' : 'core',
    })),
  };
}

/** None, one, or up to four species programmes; the last share is what the others leave. */
function madeShares(draws: Draws): { readonly code: string; readonly share: string }[] {
  if (chance(draws, CROSS_CUTTING_PERCENT)) return [];
  const count = pickByWeight(draws, [
    [1, 70],
    [2, 18],
    [3, 8],
    [4, 4],
  ] as const);
  const codes = new Set<string>();
  while (codes.size < count) codes.add(speciesCode(between(draws, 1, SPECIES_COUNT)));
  let leftPercent = 100;
  return [...codes].map((code, position) => {
    const percent =
      position === count - 1 ? leftPercent : between(draws, 5, leftPercent - 5 * (count - position));
    leftPercent -= percent;
    return { code, share: percent === 100 ? '1' : `0.${String(percent).padStart(2, '0')}` };
  });
}
