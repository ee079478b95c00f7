import type { MadeActivity } from './activities.ts';
import { between, chance, type Draws, pickByWeight, pickOne } from './draws.ts';
import {
  AS_OF,
  amountText,
  dateBetween,
  daysAfter,
  LAST_DAY,
  type MadeCurrency,
  minorUnits,
  PROGRAMME,
} from './terms.ts';

const DONOR_KINDS = [
  ['government', 30],
  ['foundation', 25],
  ['private-sector', 15],
  ['ngo', 12],
  ['multilateral', 10],
  ['individual', 6],
  ['other', 2],
] as const;

const HOMES = [
  ['DE', 'EUR', 20],
  ['US', 'USD', 20],
  ['GB', 'GBP', 15],
  ['FR', 'EUR', 15],
  ['CH', 'CHF', 10],
  ['SE', 'SEK', 10],
  ['JP', 'JPY', 10],
] as const;

export type MadeDonor = ReturnType<typeof madeDonor>;

export function madeDonors(draws: Draws, count: number): MadeDonor[] {
  return Array.from({ length: count }, (_, index) => madeDonor(draws, index + 1));
}

function madeDonor(draws: Draws, number: number) {
  const type = pickByWeight(draws, DONOR_KINDS);
  const [country, currency] = pickByWeight(
    draws,
    HOMES.map(([country, currency, weight]) => [[country, currency] as const, weight] as const),
  );
  return {
    ...{ code: `donor-${String(number).padStart(4, '0')}`, name: `Fictitious donor ${number}`, type },
    ...{ country, currency },
    pscCap: chance(draws, 30) ? pickOne(draws, ['0.07', '0.08']) : null,
    interests: {
      themes: ['A', 'B', 'C', 'D', 'E', 'F'].filter(() => chance(draws, 20)),
      species: chance(draws, 40) ? [`species-${String(between(draws, 1, 30)).padStart(2, '0')}`] : [],
    },
  };
}

export type MadeProspect = ReturnType<typeof madeProspect>;

/** Prospects at every stage, open ones of which a quarter is stale, won and lost ones. */
export function madeProspects(
  draws: Draws,
  activities: readonly MadeActivity[],
  donors: readonly MadeDonor[],
  count: number,
): MadeProspect[] {
  return Array.from({ length: count }, (_, index) =>
    madeProspect(draws, activities, pickOne(draws, donors), index + 1),
  );
}

function madeProspect(draws: Draws, activities: readonly MadeActivity[], donor: MadeDonor, number: number) {
  const stage = pickByWeight(draws, [
    ['identified', 14],
    ['qualified', 11],
    ['cultivation', 10],
    ['concept', 8],
    ['proposal', 8],
    ['negotiation', 4],
    ['won', 20],
    ['lost', 25],
  ] as const);
  const createdOn = dateBetween(draws, '2023-06-01', LAST_DAY);
  const isStale = chance(draws, 25);
  const decisionBy = isStale
    ? daysAfter(AS_OF, -between(draws, 1, 200))
    : daysAfter(AS_OF, between(draws, 0, 400));
  const asked = new Set<MadeActivity>();
  const askCount = pickByWeight(draws, [
    [1, 70],
    [2, 22],
    [3, 8],
  ] as const);
  while (asked.size < askCount) asked.add(pickOne(draws, activities));
  return {
    ...{
      code: `PR-${number}`,
      donor: donor.code,
      createdOn,
      stage,
      currency: donor.currency as MadeCurrency,
    },
    probability: chance(draws, 20) ? pickOne(draws, ['0', '0.15', '0.333', '0.5', '0.75', '1']) : null,
    decisionBy: chance(draws, 88) ? decisionBy : null,
    nextStep: chance(draws, 50) ? 'Call the programme manager about the concept note' : null,
    asks: [...asked].map(({ code }) => ({
      programme: PROGRAMME.code,
      activity: code,
      amount: amountText(minorUnits(between(draws, 5, 120) * 1_000, donor.currency), donor.currency),
    })),
  };
}
