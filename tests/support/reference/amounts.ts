import type { Bundle } from './bundle-json.ts';
import { type Fraction, fromDecimal, ONE, over, roundHalfUp, times, whole } from './fraction.ts';

const DECIMALS: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2;
}

/** `"12.50"` in USD is 1250 minor units. */
export function toMinor(text: string, currency: string): bigint {
  const minor = times(fromDecimal(text), whole(10n ** BigInt(decimalsOf(currency))));
  if (minor.top % minor.bottom !== 0n) throw new Error(`${text} has more decimals than ${currency}`);
  return minor.top / minor.bottom;
}

/** 1250 minor units of USD are `"12.50"`. */
export function toText(minor: bigint, currency: string): string {
  if (minor < 0n) throw new Error(`a negative amount: ${minor} ${currency}`);
  const decimals = decimalsOf(currency);
  if (decimals === 0) return minor.toString();
  const digits = minor.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Units of a currency for one unit of the base currency on a date. */
function unitsPerBase(bundle: Bundle, currency: string, date: string): Fraction {
  if (currency === bundle.baseCurrency) return ONE;
  let found: { from: string; unitsPerBase: string } | undefined;
  for (const rate of bundle.exchangeRates ?? []) {
    if (rate.currency !== currency || rate.from > date) continue;
    if (found === undefined || rate.from > found.from) found = rate;
  }
  if (found === undefined) throw new Error(`no rate for ${currency} on ${date}`);
  return fromDecimal(found.unitsPerBase);
}

/** amount / unitsPerBase(from) × unitsPerBase(to), rounded once to a minor unit of `to`. */
export function convert(bundle: Bundle, minor: bigint, from: string, to: string, date: string): bigint {
  if (from === to) return minor;
  const major: Fraction = { top: minor, bottom: 10n ** BigInt(decimalsOf(from)) };
  const inBase = over(major, unitsPerBase(bundle, from, date));
  const converted = times(inBase, unitsPerBase(bundle, to, date));
  return roundHalfUp(times(converted, whole(10n ** BigInt(decimalsOf(to)))));
}
