import type { IsoDate } from './dates.ts';
import { type Currency, currencyExponent } from './money.ts';
import { comparePlain } from './order.ts';
import { ONE, parseDecimal, type Rational, roundHalfUp } from './rational.ts';

/** How many units of a currency buy one unit of the base currency, from a date on. */
export type ExchangeRate = {
  readonly currency: Currency;
  readonly from: IsoDate;
  readonly unitsPerBase: string;
};

/** The rates of a portfolio, ready to be asked by currency and date. */
export type RateBook = {
  readonly baseCurrency: Currency;
  readonly byCurrency: ReadonlyMap<Currency, readonly { from: IsoDate; unitsPerBase: Rational }[]>;
};

/** A conversion for which the portfolio has no rate yet on that date. */
export class MissingRateError extends RangeError {
  constructor(
    readonly currency: Currency,
    readonly date: IsoDate,
    readonly firstFrom: IsoDate | null,
  ) {
    super(describeMissingRate(currency, date, firstFrom));
    this.name = 'MissingRateError';
  }
}

/** Says that a currency has no rate on a date, and from when on it has one, if ever. */
export function describeMissingRate(currency: Currency, date: IsoDate, firstFrom: IsoDate | null): string {
  const known = firstFrom ? `the first one is from ${firstFrom}` : 'the portfolio has none for it';
  return `There is no exchange rate for ${currency} on ${date}: ${known}`;
}

/** Puts rates in order by currency and date. */
export function makeRateBook(baseCurrency: Currency, rates: readonly ExchangeRate[]): RateBook {
  const byCurrency = new Map<Currency, { from: IsoDate; unitsPerBase: Rational }[]>();
  for (const rate of [...rates].sort((a, b) => comparePlain(a.from, b.from))) {
    const list = byCurrency.get(rate.currency) ?? [];
    list.push({ from: rate.from, unitsPerBase: parseDecimal(rate.unitsPerBase) });
    byCurrency.set(rate.currency, list);
  }
  return { baseCurrency, byCurrency };
}

/** The currencies a figure can be reported in: the base and every one with a rate, in plain order. */
export function reportingCurrencies(book: RateBook): Currency[] {
  return [...new Set([book.baseCurrency, ...book.byCurrency.keys()])].sort(comparePlain);
}

/**
 * The rate of a currency in force on a date, with the day it took effect (null for the base currency's own 1).
 *
 * @throws {MissingRateError} before the currency's first rate.
 */
export function rateOn(
  book: RateBook,
  currency: Currency,
  date: IsoDate,
): { unitsPerBase: Rational; from: IsoDate | null } {
  if (currency === book.baseCurrency) return { unitsPerBase: ONE, from: null };
  const rates = book.byCurrency.get(currency) ?? [];
  const rate = rates.findLast(({ from }) => from <= date);
  if (!rate) throw new MissingRateError(currency, date, rates[0]?.from ?? null);
  return rate;
}

/**
 * Converts an amount at a date's rates: amount ÷ unitsPerBase(from) × unitsPerBase(to), rounded half-up once to
 * the minor unit of `to`. An amount already in `to` is returned as it is, without asking for a rate.
 *
 * @param amountMinor Minor units of `from`, not negative.
 * @returns Minor units of `to`.
 * @throws {MissingRateError} when either currency has no rate yet on that date.
 * @source domain.md, section 2
 */
export function convert(
  book: RateBook,
  amountMinor: bigint,
  from: Currency,
  to: Currency,
  date: IsoDate,
): bigint {
  if (from === to) return amountMinor;
  const source = rateOn(book, from, date).unitsPerBase;
  const target = rateOn(book, to, date).unitsPerBase;
  const numerator = amountMinor * source.denominator * target.numerator * 10n ** BigInt(currencyExponent(to));
  const denominator = source.numerator * target.denominator * 10n ** BigInt(currencyExponent(from));
  return roundHalfUp(numerator, denominator);
}
