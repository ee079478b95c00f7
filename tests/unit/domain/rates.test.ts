import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyExponent } from '#app/domain/money.ts';
import {
  convert,
  type ExchangeRate,
  MissingRateError,
  makeRateBook,
  rateOn,
  reportingCurrencies,
} from '#app/domain/rates.ts';
import { parseDecimal } from '#app/domain/rational.ts';

const RATES: ExchangeRate[] = [
  { currency: 'EUR', from: '2012-01-01', unitsPerBase: '0.7730' },
  { currency: 'EUR', from: '2012-07-01', unitsPerBase: '0.8000' },
  { currency: 'EUR', from: '2013-01-01', unitsPerBase: '0.7500' },
  { currency: 'JPY', from: '2012-03-01', unitsPerBase: '80' },
  { currency: 'KWD', from: '2012-01-01', unitsPerBase: '0.2800' },
  { currency: 'CHF', from: '2012-01-01', unitsPerBase: '0.9400' },
];
const book = makeRateBook('USD', RATES);

describe('the rate in force', () => {
  it.each([
    { sentence: 'on the day it takes effect', currency: 'EUR', date: '2012-01-01', from: '2012-01-01' },
    { sentence: 'on the day before the next one', currency: 'EUR', date: '2012-06-30', from: '2012-01-01' },
    { sentence: 'on the day of the next one', currency: 'EUR', date: '2012-07-01', from: '2012-07-01' },
    { sentence: 'long after the last one', currency: 'EUR', date: '2020-05-05', from: '2013-01-01' },
    {
      sentence: 'until the next one of that currency, whatever other currencies do',
      currency: 'CHF',
      date: '2012-12-31',
      from: '2012-01-01',
    },
  ])('of $currency on $date is from $from: $sentence', ({ currency, date, from }) => {
    expect(rateOn(book, currency, date).from).toBe(from);
  });

  it('is 1 for the base currency on any date, and nobody set it', () => {
    expect(rateOn(book, 'USD', '1900-01-01')).toEqual({ unitsPerBase: parseDecimal('1'), from: null });
  });

  it('does not depend on the order in which the rates were listed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(RATES, { minLength: RATES.length }), (shuffled) => {
        const other = makeRateBook('USD', shuffled);
        for (const { currency, from } of RATES) {
          expect(rateOn(other, currency, from)).toEqual(rateOn(book, currency, from));
        }
      }),
    );
  });

  it('leaves the list that it was given as it was', () => {
    const listed = [...RATES].reverse();
    makeRateBook('USD', listed);
    expect(listed).toEqual([...RATES].reverse());
  });
});

describe('a conversion without a rate', () => {
  it('names the currency, the date and the first rate when it is too early', () => {
    expect(() => rateOn(book, 'JPY', '2012-02-29')).toThrow(MissingRateError);
    expect(() => rateOn(book, 'JPY', '2012-02-29')).toThrow(
      'There is no exchange rate for JPY on 2012-02-29: the first one is from 2012-03-01',
    );
  });

  it('names the currency and the date when there is none at all', () => {
    expect(() => rateOn(book, 'GBP', '2012-05-01')).toThrow(
      'There is no exchange rate for GBP on 2012-05-01: the portfolio has none for it',
    );
  });

  it('carries currency and date for whoever shows the message', () => {
    const error = (() => {
      try {
        return convert(book, 100n, 'USD', 'JPY', '2011-12-31');
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toMatchObject({ currency: 'JPY', date: '2011-12-31', firstFrom: '2012-03-01' });
  });

  it.each([
    { sentence: 'of the amount', from: 'JPY', to: 'USD', missing: 'JPY' },
    { sentence: 'of the reporting currency', from: 'USD', to: 'JPY', missing: 'JPY' },
    { sentence: 'of either side of a cross rate', from: 'EUR', to: 'JPY', missing: 'JPY' },
  ])('fails for the currency $sentence', ({ from, to, missing }) => {
    expect(() => convert(book, 100n, from, to, '2012-02-01')).toThrow(`no exchange rate for ${missing}`);
  });

  it.each([
    { currency: 'GBP', date: '2012-05-01', why: 'has no rate at all' },
    { currency: 'JPY', date: '2012-02-01', why: 'has no rate yet' },
    { currency: 'USD', date: '1900-01-01', why: 'is the base' },
  ])('leaves an amount in the reporting currency alone, even where it $why', ({ currency, date }) => {
    expect(convert(book, 12_345n, currency, currency, date)).toBe(12_345n);
  });
});

describe('converting an amount', () => {
  it.each([
    {
      sentence: 'euros into dollars: 773.00 ÷ 0.7730',
      amount: 77_300n,
      from: 'EUR',
      to: 'USD',
      date: '2012-02-01',
      result: 100_000n,
    },
    {
      sentence: 'dollars into euros: 1,000.00 × 0.7730',
      amount: 100_000n,
      from: 'USD',
      to: 'EUR',
      date: '2012-02-01',
      result: 77_300n,
    },
    {
      sentence: 'the same at a later rate: 1,000.00 × 0.8000',
      amount: 100_000n,
      from: 'USD',
      to: 'EUR',
      date: '2012-07-01',
      result: 80_000n,
    },
    {
      sentence: 'dollars into yen, which have no decimals: 10.00 × 80',
      amount: 1_000n,
      from: 'USD',
      to: 'JPY',
      date: '2012-07-01',
      result: 800n,
    },
    {
      sentence: 'one yen into dollars: 1 ÷ 80 = 0.0125, a cent',
      amount: 1n,
      from: 'JPY',
      to: 'USD',
      date: '2012-07-01',
      result: 1n,
    },
    {
      sentence: 'six yen into dollars: 6 ÷ 80 = 0.075, half a cent goes up',
      amount: 6n,
      from: 'JPY',
      to: 'USD',
      date: '2012-07-01',
      result: 8n,
    },
    {
      sentence: 'dollars into dinars, which have three decimals: 10.00 × 0.2800',
      amount: 1_000n,
      from: 'USD',
      to: 'KWD',
      date: '2012-07-01',
      result: 2_800n,
    },
    {
      sentence: 'yen into euros through the dollar: 1,000 ÷ 80 × 0.8000',
      amount: 1_000n,
      from: 'JPY',
      to: 'EUR',
      date: '2012-07-01',
      result: 1_000n,
    },
    {
      sentence:
        'three yen into euros: 3 ÷ 80 × 0.8000 = 0.03, though in dollars they would be 0.0375, four cents',
      amount: 3n,
      from: 'JPY',
      to: 'EUR',
      date: '2012-07-01',
      result: 3n,
    },
    {
      sentence: 'dinars into yen: 0.007 ÷ 0.2800 × 80 = 2',
      amount: 7n,
      from: 'KWD',
      to: 'JPY',
      date: '2012-07-01',
      result: 2n,
    },
    {
      sentence: 'euros into francs across the base: 100.00 ÷ 0.7500 × 0.9400 = 125.333…',
      amount: 10_000n,
      from: 'EUR',
      to: 'CHF',
      date: '2013-01-01',
      result: 12_533n,
    },
    {
      sentence: 'nothing',
      amount: 0n,
      from: 'EUR',
      to: 'JPY',
      date: '2013-01-01',
      result: 0n,
    },
  ])('$sentence', ({ amount, from, to, date, result }) => {
    expect(convert(book, amount, from, to, date)).toBe(result);
  });

  it('rounds once, where rounding in the base on the way would give another result', () => {
    // 0.009 KWD is 0.032142… USD: 3 cents, which are 2.4 yen; straight it is 2.571… yen.
    expect(convert(book, convert(book, 9n, 'KWD', 'USD', '2012-07-01'), 'USD', 'JPY', '2012-07-01')).toBe(2n);
    expect(convert(book, 9n, 'KWD', 'JPY', '2012-07-01')).toBe(3n);
  });

  it('depends on the rates only, not on which currency is the base', () => {
    // The same market told per euro: 1 EUR = 1.25 USD = 100 JPY.
    const perEuro = makeRateBook('EUR', [
      { currency: 'USD', from: '2012-07-01', unitsPerBase: '1.25' },
      { currency: 'JPY', from: '2012-07-01', unitsPerBase: '100' },
    ]);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.constantFrom('USD', 'EUR', 'JPY'),
        fc.constantFrom('USD', 'EUR', 'JPY'),
        (amount, from, to) => {
          const date = '2012-08-01';
          expect(convert(perEuro, amount, from, to, date)).toBe(convert(book, amount, from, to, date));
        },
      ),
    );
  });
});

describe('any conversion', () => {
  const units = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 7n }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => {
      const text = digits.toString().padStart(places + 1, '0');
      return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
    });
  const currencies = fc.uniqueArray(fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'GBP'), {
    minLength: 2,
    maxLength: 2,
  });
  const market = fc.tuple(currencies, units, units, fc.bigInt({ min: 0n, max: 10n ** 15n }));

  it('is the whole number of minor units nearest to amount ÷ unitsPerBase × unitsPerBase, a half going up', () => {
    fc.assert(
      fc.property(market, ([[from = '', to = ''], fromUnits, toUnits, amount]) => {
        const rates = makeRateBook('USD', [
          { currency: from, from: '2012-01-01', unitsPerBase: fromUnits },
          { currency: to, from: '2012-01-01', unitsPerBase: toUnits },
        ]);
        const result = convert(rates, amount, from, to, '2012-06-01');
        const a = parseDecimal(fromUnits);
        const b = parseDecimal(toUnits);
        // exact = amount/10^ea ÷ a × b × 10^eb, as one fraction
        const top = amount * a.denominator * b.numerator * 10n ** BigInt(currencyExponent(to));
        const bottom = 10n ** BigInt(currencyExponent(from)) * a.numerator * b.denominator;
        expect((2n * result - 1n) * bottom <= 2n * top).toBe(true);
        expect(2n * top < (2n * result + 1n) * bottom).toBe(true);
      }),
    );
  });

  it('never makes less of more', () => {
    fc.assert(
      fc.property(
        market,
        fc.bigInt({ min: 0n, max: 1000n }),
        ([[from = '', to = ''], a, b, amount], more) => {
          const rates = makeRateBook('USD', [
            { currency: from, from: '2012-01-01', unitsPerBase: a },
            { currency: to, from: '2012-01-01', unitsPerBase: b },
          ]);
          const [less, plus] = [amount, amount + more].map((minor) =>
            convert(rates, minor, from, to, '2012-06-01'),
          );
          expect((plus ?? 0n) >= (less ?? 0n)).toBe(true);
        },
      ),
    );
  });
});

describe('the currencies that a figure can be reported in', () => {
  it('are the base and every one with a rate, once each, in plain order', () => {
    expect(reportingCurrencies(book)).toEqual(['CHF', 'EUR', 'JPY', 'KWD', 'USD']);
  });

  it('are the base alone where there are no rates', () => {
    expect(reportingCurrencies(makeRateBook('EUR', []))).toEqual(['EUR']);
  });
});
