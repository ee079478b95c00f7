import { between, type Draws } from './draws.ts';

export const PROGRAMME = { code: 'BENCH', startYear: 2024, endYear: 2028 } as const;

/** The day that the benchmark asks for: some of what is made is dated later. */
export const AS_OF = '2026-06-30';

/** Nothing is dated after this day but what is planned, such as instalments. */
export const LAST_DAY = '2026-09-30';

export const BASE_CURRENCY = 'USD';

type Terms = { readonly decimals: number; readonly unitsPerDollar: number };

/** Currencies by how many of their units a dollar buys, in ten-thousandths. */
const CURRENCIES = {
  USD: { decimals: 2, unitsPerDollar: 10_000 },
  EUR: { decimals: 2, unitsPerDollar: 9_200 },
  GBP: { decimals: 2, unitsPerDollar: 7_900 },
  CHF: { decimals: 2, unitsPerDollar: 8_800 },
  SEK: { decimals: 2, unitsPerDollar: 105_000 },
  JPY: { decimals: 0, unitsPerDollar: 1_500_000 },
} as const satisfies Record<string, Terms>;

export type MadeCurrency = keyof typeof CURRENCIES;

/** Minor units of a currency that are worth about so many dollars. */
export function minorUnits(dollars: number, currency: MadeCurrency): number {
  const { decimals, unitsPerDollar } = CURRENCIES[currency];
  return Math.round((dollars * unitsPerDollar * 10 ** decimals) / 10_000);
}

/** Minor units as a bundle writes them: `"1234.50"`. */
export function amountText(minor: number, currency: MadeCurrency): string {
  const { decimals } = CURRENCIES[currency];
  const digits = String(minor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const DAY_MS = 86_400_000;

/** The date so many days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A date between two, both included. */
export function dateBetween(draws: Draws, first: string, last: string): string {
  return daysAfter(first, between(draws, 0, (Date.parse(last) - Date.parse(first)) / DAY_MS));
}

/** A rate for each month and currency, from a year before the programme to the as-of date. */
export function* madeRates(draws: Draws) {
  for (const [currency, { unitsPerDollar }] of Object.entries(CURRENCIES)) {
    if (currency === BASE_CURRENCY) continue;
    for (let month = 0; month < 12 * 3 + 6; month++) {
      const from = new Date(Date.UTC(PROGRAMME.startYear - 1, month, 1)).toISOString().slice(0, 10);
      const drifted = Math.round((unitsPerDollar * between(draws, 950, 1_050)) / 1_000);
      yield { currency, from, unitsPerBase: tenThousandths(drifted) };
    }
  }
}

function tenThousandths(value: number): string {
  return `${Math.floor(value / 10_000)}.${String(value % 10_000).padStart(4, '0')}`;
}
