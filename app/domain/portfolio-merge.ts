import type { Portfolio } from './portfolio.ts';
import type { PortfolioList } from './portfolio-check-findings.ts';

/** Puts the parts of a key together; codes have no control characters, so keys are equal only when all parts are. */
export function recordKey(...parts: readonly (string | number)[]): string {
  return parts.join('\n');
}

const byCode = ({ code }: { readonly code: string }) => code;
const byProgrammeAndCode = ({ programme, code }: { readonly programme: string; readonly code: string }) =>
  recordKey(programme, code);

/** What makes a record of each list the same record in another portfolio. */
export const RECORD_KEYS: {
  readonly [List in PortfolioList]: (record: Portfolio[List][number]) => string;
} = {
  exchangeRates: ({ currency, from }) => recordKey(currency, from),
  programmes: byCode,
  themes: byProgrammeAndCode,
  speciesProgrammes: byCode,
  activities: byProgrammeAndCode,
  budgets: ({ programme, activity, version }) => recordKey(programme, activity, version),
  donors: byCode,
  prospects: byCode,
  pledges: byCode,
};

export const PORTFOLIO_LISTS = Object.keys(RECORD_KEYS) as readonly PortfolioList[];

/**
 * A portfolio after another came in: a record with the key of one that is there replaces it in its place, others
 * follow at the end. Records are the same objects as in what was given. Merging the same twice changes nothing.
 *
 * @source domain.md, section 6
 */
export function mergePortfolios(current: Portfolio, incoming: Portfolio): Portfolio {
  const merge = <List extends PortfolioList>(list: List): Portfolio[List] =>
    mergeRecords(current[list], incoming[list], RECORD_KEYS[list]);
  return {
    baseCurrency: incoming.baseCurrency,
    // Demonstration data does not become real by adding to it.
    demonstration: current.demonstration || incoming.demonstration,
    exchangeRates: merge('exchangeRates'),
    programmes: merge('programmes'),
    themes: merge('themes'),
    speciesProgrammes: merge('speciesProgrammes'),
    activities: merge('activities'),
    budgets: merge('budgets'),
    donors: merge('donors'),
    prospects: merge('prospects'),
    pledges: merge('pledges'),
  };
}

function mergeRecords<List extends PortfolioList>(
  current: Portfolio[List],
  incoming: Portfolio[List],
  keyOf: (record: Portfolio[List][number]) => string,
): Portfolio[List] {
  const merged = new Map<string, Portfolio[List][number]>();
  for (const record of current) merged.set(keyOf(record), record);
  for (const record of incoming) merged.set(keyOf(record), record);
  return [...merged.values()] as unknown as Portfolio[List];
}

/** True when a portfolio holds no record at all; its base currency may still be chosen. */
export function isEmptyPortfolio(portfolio: Portfolio): boolean {
  return PORTFOLIO_LISTS.every((list) => portfolio[list].length === 0);
}
