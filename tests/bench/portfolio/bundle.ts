import { madeActivities, madeSpeciesProgrammes, madeThemes } from './activities.ts';
import { madeBudgets } from './budgets.ts';
import { madeDonors, madeProspects } from './donors.ts';
import { seededDraws } from './draws.ts';
import { madePledges } from './pledges.ts';
import type { PortfolioSize } from './sizes.ts';
import { BASE_CURRENCY, madeRates, PROGRAMME } from './terms.ts';

/** The seed of every run that does not name another. */
export const SEED = 2012;

/**
 * A made-up portfolio as the text of a bundle, in pieces of one record each: the same bytes for the same size and
 * seed. It is valid, has exactly the counts of its size, and every situation that the figures know.
 */
export function* madeBundle(size: PortfolioSize, seed = SEED): Generator<string, void, undefined> {
  const draws = seededDraws(seed);
  const activities = madeActivities(draws, size.activities);
  const donors = madeDonors(draws, size.donors);
  const prospects = madeProspects(draws, activities, donors, size.prospects);
  const lists: readonly (readonly [string, () => Iterable<object>])[] = [
    ['exchangeRates', () => madeRates(draws)],
    ['programmes', () => [{ ...PROGRAMME, title: 'Made-up programme to measure with' }]],
    ['themes', madeThemes],
    ['speciesProgrammes', madeSpeciesProgrammes],
    ['activities', () => activities],
    ['budgets', () => madeBudgets(draws, activities, size.budgetLines)],
    ['donors', () => donors],
    ['prospects', () => prospects],
    ['pledges', () => madePledges(draws, { activities, donors, prospects }, size)],
  ];
  yield `{"format": "portfolio-bundle", "version": 1, "baseCurrency": "${BASE_CURRENCY}", "demonstration": true`;
  for (const [name, records] of lists) {
    yield `,\n"${name}": [`;
    let separator = '\n';
    for (const record of records()) {
      yield `${separator}${JSON.stringify(record)}`;
      separator = ',\n';
    }
    yield '\n]';
  }
  yield '}\n';
}
