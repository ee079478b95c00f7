import type { Portfolio } from './portfolio.ts';
import type { PortfolioList } from './portfolio-check-findings.ts';
import { recordName } from './record-name.ts';

const NOUNS: Readonly<Record<PortfolioList, string>> = {
  exchangeRates: 'exchange rate',
  programmes: 'programme',
  themes: 'theme',
  speciesProgrammes: 'species programme',
  activities: 'activity',
  budgets: 'budget',
  donors: 'donor',
  prospects: 'prospect',
  pledges: 'pledge',
};

/** What one record of a list is called: `species programme`. */
export function recordNoun(list: PortfolioList): string {
  return NOUNS[list];
}

/** A record in words: `activity JWP-2012-2014/B8`. */
export function recordWords<L extends PortfolioList>(list: L, record: Portfolio[L][number]): string {
  return `${NOUNS[list]} ${recordName(list, record)}`;
}
