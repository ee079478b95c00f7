import fc from 'fast-check';
import type { Bundle } from './reference/bundle-json.ts';
import { chance, type Draws, pick, seededDraws, tapeDraws } from './reference/draws.ts';
import { randomPledges, randomProspects } from './reference/random-gifts.ts';
import { randomBudgets, randomPlan } from './reference/random-plan.ts';
import { CURRENCIES, randomRates } from './reference/random-terms.ts';

/** A small, valid bundle, the same for the same seed; a few hundred seeds show every feature of the format. */
export function randomBundle(seed: number): Bundle {
  return drawBundle(seededDraws(seed));
}

/** Small, valid bundles that shrink towards one activity without money. */
export function randomBundles(): fc.Arbitrary<Bundle> {
  const tape = fc.array(fc.nat({ max: 999_999 }), { maxLength: 1_500, size: 'max' });
  return tape.map((numbers) => drawBundle(tapeDraws(numbers)));
}

function drawBundle(draws: Draws): Bundle {
  const baseCurrency = chance(draws, 40) ? pick(draws, CURRENCIES) : 'USD';
  const plan = randomPlan(draws);
  const donors = ['north', 'south'].map((code) => ({
    ...{ code, name: `Fictitious ${code}`, type: 'government', country: 'DE', currency: 'EUR' },
    interests: { themes: [], species: [] },
  }));
  const donorCodes = donors.map(({ code }) => code);
  const prospects = randomProspects(draws, plan, donorCodes);
  return {
    ...{ format: 'portfolio-bundle', version: 1, baseCurrency },
    exchangeRates: randomRates(draws, baseCurrency),
    ...plan,
    budgets: randomBudgets(draws, plan),
    ...{ donors, prospects },
    pledges: randomPledges(draws, plan, donorCodes, prospects),
  };
}

/** Every date on which a figure may change, ascending, and one after them all. */
export function eventDates(bundle: Bundle): string[] {
  const dates = new Set<string>(['2015-06-30']);
  const add = (date: string | null | undefined) => {
    if (date !== null && date !== undefined) dates.add(date);
  };
  for (const { from } of bundle.exchangeRates ?? []) add(from);
  for (const { approvedOn } of bundle.budgets ?? []) add(approvedOn);
  for (const { createdOn, decisionBy } of bundle.prospects ?? []) [createdOn, decisionBy].forEach(add);
  for (const { date, committedOn, cancelledOn, receipts, writeOffs } of bundle.pledges ?? []) {
    [date, committedOn, cancelledOn].forEach(add);
    for (const payment of [...(receipts ?? []), ...(writeOffs ?? [])]) add(payment.date);
  }
  return [...dates].sort();
}
