import type { Rate } from './bundle-json.ts';
import { chance, type Draws, pick, several } from './draws.ts';

export const CURRENCIES = ['USD', 'EUR', 'JPY', 'KWD'] as const;
export type RandomCurrency = (typeof CURRENCIES)[number];

const UNITS_PER_DOLLAR: Readonly<Record<RandomCurrency, bigint>> = {
  ...{ USD: 1_000_000n, EUR: 773_000n, JPY: 79_310_000n, KWD: 281_470n },
};
const DECIMALS: Readonly<Record<RandomCurrency, number>> = { USD: 2, EUR: 2, JPY: 0, KWD: 3 };
const DAYS = ['01', '15', '28'];

/** So few dates that many things fall on the same one. */
const DATES: readonly string[] = [2011, 2012, 2013, 2014].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) =>
    DAYS.map((day) => `${year}-${twoDigits(month + 1)}-${day}`),
  ).flat(),
);

/** A date on or after another. */
export function dateFrom(draws: Draws, earliest = '2011-01-01'): string {
  const later = DATES.filter((date) => date >= earliest);
  return later[draws.below(later.length)] ?? earliest;
}

/** A date on or before another. */
export function dateUpTo(draws: Draws, latest: string): string {
  const earlier = DATES.filter((date) => date <= latest).reverse();
  return earlier[draws.below(earlier.length)] ?? latest;
}

/** Minor units as the decimal string of a currency. */
export function amountText(minor: number, currency: RandomCurrency): string {
  const decimals = DECIMALS[currency];
  const digits = String(minor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Minor units above zero, often odd, sometimes a handful only, rarely so many that no 32-bit number holds them. */
export function minorUnits(draws: Draws): number {
  const minor = 1 + draws.below(pick(draws, [300_000, 100_000, 9]));
  return chance(draws, 2) ? minor * 999_999_937 : minor;
}

/** Rates of every currency but the base from before all dates on, most of them changing now and then. */
export function randomRates(draws: Draws, base: RandomCurrency): Rate[] {
  return CURRENCIES.filter((currency) => currency !== base).flatMap((currency) => {
    const changes = new Set(several(draws, 3, () => dateFrom(draws)));
    return ['2010-01-01', ...changes].map((from) => {
      const average = (UNITS_PER_DOLLAR[currency] * 1_000_000n) / UNITS_PER_DOLLAR[base];
      const micros = (average * BigInt(1_100 - draws.below(200))) / 1_000n;
      return { currency, from, unitsPerBase: `${micros / 1_000_000n}.${lastSix(micros)}` };
    });
  });
}

function lastSix(micros: bigint): string {
  return (micros % 1_000_000n).toString().padStart(6, '0');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
