import { describe, expect, it } from 'vitest';
import { conversionWords } from '#app/domain/rate-words.ts';
import { MissingRateError, makeRateBook } from '#app/domain/rates.ts';

const book = makeRateBook('USD', [
  { currency: 'EUR', from: '2012-01-01', unitsPerBase: '0.7730' },
  { currency: 'EUR', from: '2012-07-01', unitsPerBase: '0.7930' },
  { currency: 'CHF', from: '2012-01-01', unitsPerBase: '0.9400' },
  { currency: 'JPY', from: '2012-01-01', unitsPerBase: '80' },
]);

describe('a conversion in words', () => {
  it.each([
    {
      sentence: 'divides by the rate of the amount when reported in the base',
      amount: 2_500_000n,
      from: 'EUR',
      to: 'USD',
      words: '25,000.00 EUR ÷ 0.7930 (EUR rate from 2012-07-01)',
    },
    {
      sentence: 'multiplies by the rate of the reporting currency when the amount is in the base',
      amount: 2_500_000n,
      from: 'USD',
      to: 'CHF',
      words: '25,000.00 USD × 0.9400 (CHF rate from 2012-01-01)',
    },
    {
      sentence: 'names both rates of a cross conversion, each with its own day',
      amount: 100n,
      from: 'EUR',
      to: 'CHF',
      words: '1.00 EUR ÷ 0.7930 (EUR rate from 2012-07-01) × 0.9400 (CHF rate from 2012-01-01)',
    },
    {
      sentence: 'keeps the decimals in which a rate was stated, none among them',
      amount: 1000n,
      from: 'JPY',
      to: 'USD',
      words: '1,000 JPY ÷ 80 (JPY rate from 2012-01-01)',
    },
    {
      sentence: 'is just the amount where nothing is converted',
      amount: 100n,
      from: 'EUR',
      to: 'EUR',
      words: '1.00 EUR',
    },
    {
      sentence: 'needs no rate where nothing is converted',
      amount: 100n,
      from: 'GBP',
      to: 'GBP',
      words: '1.00 GBP',
    },
  ])('$sentence', ({ amount, from, to, words }) => {
    expect(conversionWords(book, amount, from, to, '2012-08-15')).toBe(words);
  });

  it('fails like the conversion itself where there is no rate', () => {
    expect(() => conversionWords(book, 100n, 'GBP', 'USD', '2012-08-15')).toThrow(MissingRateError);
    expect(() => conversionWords(book, 100n, 'EUR', 'USD', '2011-12-31')).toThrow(
      'There is no exchange rate for EUR on 2011-12-31',
    );
  });
});
