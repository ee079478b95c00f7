import type { Portfolio } from '#app/domain/portfolio.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';

/** The domain values of a bundle's text, checked; a test's own bundle must have no problems. */
export function portfolioOf(bundle: string): Portfolio {
  const result = prepareImport(bundle, null);
  if (result.ok) return result.portfolio;
  throw new Error(result.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}

/** The same records in the order in which a database is to list them. */
export function inListedOrder(portfolio: Portfolio): Portfolio {
  const by = <T>(records: readonly T[], key: (record: T) => string) =>
    records.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const natural = (code: string) => code.replaceAll(/\d+/g, (digits) => digits.padStart(9, '0'));
  return {
    ...portfolio,
    exchangeRates: by(portfolio.exchangeRates, ({ currency, from }) => `${currency} ${from}`),
    programmes: by(portfolio.programmes, ({ code }) => code),
    themes: by(portfolio.themes, ({ programme, code }) => `${programme}\n${code}`),
    speciesProgrammes: by(portfolio.speciesProgrammes, ({ code }) => code),
    activities: by(portfolio.activities, ({ programme, code }) => `${programme}\n${natural(code)}`),
    budgets: by(
      portfolio.budgets,
      ({ programme, activity, version }) => `${programme}\n${natural(activity)}\n${natural(String(version))}`,
    ),
    donors: by(portfolio.donors, ({ code }) => code),
    prospects: by(portfolio.prospects, ({ code }) => code),
    pledges: by(portfolio.pledges, ({ code }) => code),
  };
}
