import type { Activity, Allocation, Earmark, Pledge, Prospect } from './bundle-json.ts';
import { chance, type Draws, optional, pick, pickAny, several, some } from './draws.ts';
import { naming, type Plan, YEARS } from './random-plan.ts';
import { amountText, CURRENCIES, dateFrom, minorUnits } from './random-terms.ts';

const STAGES = ['proposal', 'negotiation', 'concept', 'cultivation', 'qualified', 'identified'] as const;
const PROBABILITIES = [null, '0', '1', '0.5', '0.333333', '0.25', '1.0'] as const;

export function randomProspects(draws: Draws, plan: Plan, donors: readonly string[]): Prospect[] {
  return several(draws, 8, (index) => {
    const currency = pick(draws, CURRENCIES);
    const asked = some(draws, plan.activities, pick(draws, [40, 70])).slice(0, 4);
    return {
      ...{ code: `PR-${index + 8}`, donor: pickAny(draws, donors) ?? '', createdOn: dateFrom(draws) },
      ...{ stage: chance(draws, 20) ? pick(draws, ['won', 'lost']) : pick(draws, STAGES), currency },
      ...optional(draws, 'probability', pick(draws, PROBABILITIES)),
      ...optional(draws, 'decisionBy', chance(draws, 35) ? dateFrom(draws) : null),
      asks: asked.map((activity) => ({
        ...naming(draws, plan.activities, activity),
        amount: amountText(chance(draws, 4) ? 0 : minorUnits(draws), currency),
      })),
    };
  });
}

export function randomPledges(
  draws: Draws,
  plan: Plan,
  donors: readonly string[],
  prospects: readonly Prospect[],
): Pledge[] {
  return several(draws, 7, (index) => {
    const programme = (pickAny(draws, plan.programmes) ?? { code: '' }).code;
    const currency = pick(draws, CURRENCIES);
    const date = dateFrom(draws);
    const amount = minorUnits(draws) + (chance(draws, 50) ? minorUnits(draws) : 0);
    const text = (minor: number) => amountText(minor, currency);
    const payment = () => ({ date: dateFrom(draws, date), amount: text(1 + draws.below(amount)) });
    const earmark = chance(draws, 75) ? randomEarmark(draws, plan, programme) : null;
    const named = chance(draws, 20) ? pickAny(draws, prospects) : undefined;
    return {
      ...{ code: `PL-${index + 8}`, programme, donor: pickAny(draws, donors) ?? '', date, currency },
      ...optional(draws, 'prospect', named?.code ?? null),
      ...optional(draws, 'committedOn', chance(draws, 60) ? dateFrom(draws, date) : null),
      ...optional(draws, 'cancelledOn', chance(draws, 15) ? dateFrom(draws, date) : null),
      amount: text(amount),
      ...optional(draws, 'earmark', earmark),
      allocations: randomAllocations(draws, allowedActivities(plan, programme, earmark), earmark, amount).map(
        ({ minor, ...target }) => ({ ...target, amount: text(minor) }),
      ),
      instalments: several(draws, 1, () => ({ due: dateFrom(draws, date), amount: text(amount) })),
      receipts: several(draws, 3, payment),
      writeOffs: chance(draws, 20) ? [{ ...payment(), ...optional(draws, 'reason', null) }] : [],
    };
  });
}

/** One dimension at least, mostly; two or all of them sometimes, also such that no activity meets them all. */
function randomEarmark(draws: Draws, plan: Plan, programme: string): Earmark {
  const own = plan.activities.filter((activity) => activity.programme === programme);
  const dimensions = some(draws, ['activities', 'species', 'themes', 'years'] as const, 35);
  const values = <T>(dimension: (typeof dimensions)[number], all: readonly T[]) => {
    if (!dimensions.includes(dimension)) return optional(draws, dimension, null)[dimension] ?? [];
    return some(draws, all, pick(draws, [30, 60])).slice(0, pick(draws, [1, 3]));
  };
  return {
    activities: values(
      'activities',
      own.map(({ code }) => code),
    ),
    species: values(
      'species',
      plan.speciesProgrammes.map(({ code }) => code),
    ),
    themes: values('themes', ['A', 'B', 'C']),
    years: values('years', YEARS),
  };
}

function allowedActivities(plan: Plan, programme: string, earmark: Earmark | null): Activity[] {
  const isAllowed = (allowed: readonly string[], values: readonly string[]) =>
    allowed.length === 0 || values.some((value) => allowed.includes(value));
  return plan.activities.filter(
    (activity) =>
      activity.programme === programme &&
      isAllowed(earmark?.activities ?? [], [activity.code]) &&
      isAllowed(earmark?.themes ?? [], [activity.theme]) &&
      isAllowed(
        earmark?.species ?? [],
        (activity.species ?? []).map(({ code }) => code),
      ),
  );
}

/** Allocations within the amount, none twice for one activity and year, with years where the earmark has some. */
function randomAllocations(
  draws: Draws,
  activities: readonly Activity[],
  earmark: Earmark | null,
  amount: number,
): (Omit<Allocation, 'amount'> & { minor: number })[] {
  const years = earmark?.years ?? [];
  const taken = new Set<string>();
  let left = amount;
  return several(draws, 4, () => {
    const activity = pickAny(draws, activities);
    const year = years.length > 0 ? pickAny(draws, years) : pick(draws, [null, ...YEARS.slice(0, 4)]);
    const place = `${activity?.code} ${year}`;
    if (activity === undefined || year === undefined || left === 0 || taken.has(place)) return [];
    taken.add(place);
    // Equal parts make for ties of remainders.
    const minor = pick(draws, [1 + draws.below(left), left, Math.ceil(left / 2)]);
    left -= minor;
    return [{ activity: activity.code, ...optional(draws, 'year', year), minor }];
  }).flat();
}
