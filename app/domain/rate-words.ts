import type { IsoDate } from './dates.ts';
import { amountWords, type Currency } from './money.ts';
import { type RateBook, rateOn } from './rates.ts';
import { decimalText } from './rational.ts';

/**
 * How an amount was converted, in words: the amount in its own currency and each rate with the day it took effect;
 * just the amount where no rate was applied.
 *
 * @example "25,000.00 EUR ÷ 0.7930 (EUR rate from 2012-07-01)"
 */
export function conversionWords(
  rates: RateBook,
  amountMinor: bigint,
  from: Currency,
  to: Currency,
  date: IsoDate,
): string {
  const amount = amountWords(amountMinor, from);
  if (from === to) return amount;
  const divided = rateWords(rates, from, date, '÷');
  const multiplied = rateWords(rates, to, date, '×');
  return [amount, divided, multiplied].filter(Boolean).join(' ');
}

function rateWords(rates: RateBook, currency: Currency, date: IsoDate, sign: string): string {
  const rate = rateOn(rates, currency, date);
  return rate.from === null
    ? ''
    : `${sign} ${decimalText(rate.unitsPerBase)} (${currency} rate from ${rate.from})`;
}
