import type { Activity } from './activity.ts';
import type { IsoDate } from './dates.ts';
import type { Currency } from './money.ts';
import type { Portfolio } from './portfolio.ts';
import { recordKey } from './portfolio-merge.ts';
import { describeMissingRate } from './rates.ts';

/** What the records of a portfolio may refer to, ready to be asked. */
export type PortfolioIndex = {
  readonly baseCurrency: Currency;
  readonly firstRateOn: ReadonlyMap<Currency, IsoDate>;
  readonly programmes: ReadonlySet<string>;
  /** Keys of programme and code. */
  readonly themes: ReadonlySet<string>;
  /** Codes of the themes of any programme. */
  readonly themeCodes: ReadonlySet<string>;
  readonly speciesProgrammes: ReadonlySet<string>;
  /** By key of programme and code. */
  readonly activities: ReadonlyMap<string, Activity>;
  readonly donors: ReadonlySet<string>;
  readonly prospects: ReadonlySet<string>;
};

/** Lists what a portfolio's records may refer to. */
export function indexPortfolio(portfolio: Portfolio): PortfolioIndex {
  const codes = (records: readonly { readonly code: string }[]) => new Set(records.map(({ code }) => code));
  return {
    baseCurrency: portfolio.baseCurrency,
    firstRateOn: firstRates(portfolio),
    programmes: codes(portfolio.programmes),
    themes: new Set(portfolio.themes.map(({ programme, code }) => recordKey(programme, code))),
    themeCodes: codes(portfolio.themes),
    speciesProgrammes: codes(portfolio.speciesProgrammes),
    activities: new Map(
      portfolio.activities.map((activity) => [recordKey(activity.programme, activity.code), activity]),
    ),
    donors: codes(portfolio.donors),
    prospects: codes(portfolio.prospects),
  };
}

function firstRates({ exchangeRates }: Portfolio): Map<Currency, IsoDate> {
  const first = new Map<Currency, IsoDate>();
  for (const { currency, from } of exchangeRates) {
    const earliest = first.get(currency);
    if (earliest === undefined || from < earliest) first.set(currency, from);
  }
  return first;
}

/**
 * Says that an amount of a currency cannot be converted on a date, or null when it can.
 *
 * @source domain.md, section 2
 */
export function complainOfRate(index: PortfolioIndex, currency: Currency, date: IsoDate): string | null {
  if (currency === index.baseCurrency) return null;
  const first = index.firstRateOn.get(currency) ?? null;
  return first !== null && first <= date ? null : describeMissingRate(currency, date, first);
}

/**
 * Stands for the programme of a budget or ask whose activity code does not say which one it is. That is reported
 * where the bundle is read, so the checks pass over such records.
 */
export const UNPLACED_PROGRAMME = '';

/** What a missing rate was drawn from, see `Report`. */
export const RATE_SOURCES = ['.currency', 'baseCurrency', 'exchangeRates'] as const;
