import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountWords,
  currencyExponent,
  formatAmount,
  isCurrency,
  LARGEST_AMOUNT_MINOR,
  parseAmount,
} from '#app/domain/money.ts';

/** One currency for each number of decimals that ISO 4217 has. */
const BY_EXPONENT = [
  { currency: 'JPY', exponent: 0, one: '1', largest: '1000000000000000' },
  { currency: 'USD', exponent: 2, one: '1.00', largest: '10000000000000.00' },
  { currency: 'KWD', exponent: 3, one: '1.000', largest: '1000000000000.000' },
  { currency: 'CLF', exponent: 4, one: '1.0000', largest: '100000000000.0000' },
];

const anyCurrency = fc.constantFrom('JPY', 'ISK', 'USD', 'EUR', 'CHF', 'KWD', 'TND', 'CLF');
const anyAmount = fc.bigInt({ min: 0n, max: LARGEST_AMOUNT_MINOR });

describe('currency codes', () => {
  it.each(['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'KWD', 'KES', 'XOF', 'ZAR', 'MNT', 'KZT'])(
    '%s is a currency',
    (code) => {
      expect(isCurrency(code)).toBe(true);
    },
  );

  it.each(['LVL', 'LTL', 'HRK', 'ZMK', 'BYR', 'VEF', 'STD', 'MRO', 'CUC'])(
    '%s, which a programme of 2012 may hold, is a currency',
    (code) => {
      expect(isCurrency(code)).toBe(true);
    },
  );

  it.each(['', 'usd', 'Usd', 'US', 'USDX', 'US$', '€', 'XXX', 'XTS', '840', ' USD', 'USD ', 'constructor'])(
    '"%s" is none',
    (code) => {
      expect(isCurrency(code)).toBe(false);
    },
  );

  it.each([
    { currency: 'USD', exponent: 2 },
    { currency: 'EUR', exponent: 2 },
    { currency: 'CHF', exponent: 2 },
    { currency: 'GBP', exponent: 2 },
    { currency: 'HUF', exponent: 2 },
    { currency: 'JPY', exponent: 0 },
    { currency: 'KRW', exponent: 0 },
    { currency: 'XAF', exponent: 0 },
    { currency: 'VND', exponent: 0 },
    { currency: 'BYR', exponent: 0 },
    { currency: 'KWD', exponent: 3 },
    { currency: 'BHD', exponent: 3 },
    { currency: 'TND', exponent: 3 },
    { currency: 'CLF', exponent: 4 },
  ])('$currency has $exponent decimals', ({ currency, exponent }) => {
    expect(currencyExponent(currency)).toBe(exponent);
  });

  it('names a code that it does not know', () => {
    expect(() => currencyExponent('EURO')).toThrow('"EURO" is not an ISO 4217 currency code');
    expect(() => parseAmount('1', 'EURO')).toThrow('"EURO" is not an ISO 4217 currency code');
    expect(() => formatAmount(1n, 'EURO')).toThrow('"EURO" is not an ISO 4217 currency code');
  });
});

describe('reading an amount', () => {
  it.each([
    { sentence: 'whole dollars', text: '12', currency: 'USD', minor: 1200n },
    { sentence: 'dollars and cents', text: '1234.50', currency: 'USD', minor: 123450n },
    { sentence: 'fewer decimals than the currency has', text: '1234.5', currency: 'USD', minor: 123450n },
    { sentence: 'nothing at all', text: '0', currency: 'USD', minor: 0n },
    { sentence: 'nothing, written out', text: '0.00', currency: 'USD', minor: 0n },
    { sentence: 'one cent', text: '0.01', currency: 'USD', minor: 1n },
    { sentence: 'ten cents', text: '0.10', currency: 'EUR', minor: 10n },
    { sentence: 'yen, which have no decimals', text: '1234', currency: 'JPY', minor: 1234n },
    { sentence: 'a dinar of a thousand fils', text: '1', currency: 'KWD', minor: 1000n },
    { sentence: 'one fils', text: '0.001', currency: 'KWD', minor: 1n },
    { sentence: 'four decimals where a currency has them', text: '2.0001', currency: 'CLF', minor: 20001n },
    {
      sentence: 'an amount beyond what a floating point holds to the cent',
      text: '9007199254740.93',
      currency: 'USD',
      minor: 900719925474093n,
    },
  ])('reads $sentence', ({ text, currency, minor }) => {
    expect(parseAmount(text, currency)).toBe(minor);
  });

  it.each([
    { sentence: 'a minus sign', text: '-1.00', message: 'an amount cannot be negative' },
    { sentence: 'minus nothing', text: '-0', message: 'an amount cannot be negative' },
    { sentence: 'a plus sign', text: '+1.00', message: '"+1.00" is not a plain decimal amount' },
    { sentence: 'scientific notation', text: '1e3', message: '"1e3" is not a plain decimal amount' },
    { sentence: 'scientific notation in capitals', text: '1E3', message: '"1E3" is not' },
    { sentence: 'a comma for thousands', text: '1,234.50', message: '"1,234.50" is not' },
    { sentence: 'a comma for decimals, never read as 1250', text: '12,50', message: '"12,50" is not' },
    { sentence: 'an apostrophe for thousands', text: "1'234", message: 'is not a plain decimal' },
    { sentence: 'an underscore for thousands', text: '1_234', message: 'is not a plain decimal' },
    { sentence: 'two points', text: '1.234.50', message: 'is not a plain decimal' },
    { sentence: 'a leading zero', text: '007', message: '"007" is not' },
    { sentence: 'two zeros before the point', text: '00.5', message: '"00.5" is not' },
    { sentence: 'a point without a digit before it', text: '.50', message: '".50" is not' },
    { sentence: 'a point without a digit after it', text: '1.', message: '"1." is not' },
    { sentence: 'a lone point', text: '.', message: 'is not a plain decimal' },
    { sentence: 'nothing', text: '', message: '"" is not a plain decimal amount' },
    { sentence: 'a space', text: ' ', message: 'is not a plain decimal' },
    { sentence: 'a space before', text: ' 1', message: '" 1" is not' },
    { sentence: 'a space after', text: '1 ', message: '"1 " is not' },
    { sentence: 'a space for thousands', text: '1 234', message: 'is not a plain decimal' },
    { sentence: 'a no-break space for thousands', text: '1\u00a0234', message: 'is not a plain decimal' },
    { sentence: 'a line end', text: '1\n', message: 'is not a plain decimal' },
    { sentence: 'full-width digits', text: '１２', message: '"１２" is not' },
    { sentence: 'Arabic-Indic digits', text: '١٢', message: '"١٢" is not' },
    { sentence: 'hexadecimal', text: '0x10', message: 'is not a plain decimal' },
    { sentence: 'a currency sign', text: '$5', message: 'is not a plain decimal' },
    { sentence: 'a word', text: 'Infinity', message: 'is not a plain decimal' },
    { sentence: 'not a number', text: 'NaN', message: 'is not a plain decimal' },
  ])('refuses $sentence', ({ text, message }) => {
    expect(() => parseAmount(text, 'USD')).toThrow(RangeError);
    expect(() => parseAmount(text, 'USD')).toThrow(message);
  });

  it.each([
    { text: '1.000', currency: 'USD', message: 'USD has 2 decimals, not 3' },
    { text: '0.001', currency: 'EUR', message: 'EUR has 2 decimals, not 3' },
    { text: '1.0', currency: 'JPY', message: 'JPY has 0 decimals, not 1' },
    { text: '1.0000', currency: 'KWD', message: 'KWD has 3 decimals, not 4' },
    { text: '1.00000', currency: 'CLF', message: 'CLF has 4 decimals, not 5' },
  ])('refuses $text $currency: $message', ({ text, currency, message }) => {
    expect(() => parseAmount(text, currency)).toThrow(message);
  });

  it.each(BY_EXPONENT)(
    'takes the largest amount of $currency and no minor unit more',
    ({ currency, largest }) => {
      expect(parseAmount(largest, currency)).toBe(LARGEST_AMOUNT_MINOR);
      const oneMore = formatAmount(LARGEST_AMOUNT_MINOR + 1n, currency);
      expect(() => parseAmount(oneMore, currency)).toThrow(`the amount is above ${largest} ${currency}`);
    },
  );

  it('refuses a hostile length quickly and without repeating it', () => {
    const digits = '9'.repeat(1_000_000);
    expect(() => parseAmount(digits, 'USD')).toThrow('the amount is too large');
    expect(() => parseAmount(`${digits}x`, 'USD')).toThrow(/^"9{40}" is not a plain decimal/);
  });
});

describe('writing an amount', () => {
  it.each(BY_EXPONENT)('writes one $currency with $exponent decimals', ({ currency, exponent, one }) => {
    expect(formatAmount(10n ** BigInt(exponent), currency)).toBe(one);
  });

  it.each([
    { sentence: 'nothing', minor: 0n, currency: 'USD', text: '0.00' },
    { sentence: 'no yen', minor: 0n, currency: 'JPY', text: '0' },
    { sentence: 'a cent', minor: 1n, currency: 'USD', text: '0.01' },
    { sentence: 'ninety-nine cents', minor: 99n, currency: 'USD', text: '0.99' },
    { sentence: 'a dollar', minor: 100n, currency: 'USD', text: '1.00' },
    { sentence: 'a fils', minor: 1n, currency: 'KWD', text: '0.001' },
    { sentence: 'a reduction of a cent', minor: -1n, currency: 'USD', text: '-0.01' },
    { sentence: 'a reduction in yen', minor: -250n, currency: 'JPY', text: '-250' },
  ])('writes $sentence as $text', ({ minor, currency, text }) => {
    expect(formatAmount(minor, currency)).toBe(text);
  });

  it('is read back as the same amount, whatever the currency', () => {
    fc.assert(
      fc.property(anyAmount, anyCurrency, (minor, currency) => {
        expect(parseAmount(formatAmount(minor, currency), currency)).toBe(minor);
      }),
    );
  });

  it('always has exactly the decimals of the currency', () => {
    fc.assert(
      fc.property(anyAmount, anyCurrency, (minor, currency) => {
        const decimals = formatAmount(minor, currency).split('.')[1]?.length ?? 0;
        expect(decimals).toBe(currencyExponent(currency));
      }),
    );
  });

  it('writes what was read with the trailing zeros that were left out', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), anyCurrency, (whole, currency) => {
        const exponent = currencyExponent(currency);
        const written = formatAmount(parseAmount(whole.toString(), currency), currency);
        expect(written).toBe(exponent === 0 ? `${whole}` : `${whole}.${'0'.repeat(exponent)}`);
      }),
    );
  });
});

describe('an amount in words', () => {
  it.each([
    { minor: 1250050n, currency: 'USD', words: '12,500.50 USD' },
    { minor: 100000000n, currency: 'EUR', words: '1,000,000.00 EUR' },
    { minor: 99999n, currency: 'EUR', words: '999.99 EUR' },
    { minor: 100000n, currency: 'EUR', words: '1,000.00 EUR' },
    { minor: 0n, currency: 'GBP', words: '0.00 GBP' },
    { minor: 1234567n, currency: 'JPY', words: '1,234,567 JPY' },
    { minor: 1234567n, currency: 'KWD', words: '1,234.567 KWD' },
    { minor: 12345678n, currency: 'CLF', words: '1,234.5678 CLF' },
    { minor: -12345n, currency: 'USD', words: '-123.45 USD' },
    { minor: -1234500n, currency: 'USD', words: '-12,345.00 USD' },
  ])('groups thousands before the point only: $words', ({ minor, currency, words }) => {
    expect(amountWords(minor, currency)).toBe(words);
  });

  it('is the plain amount with commas and the code', () => {
    fc.assert(
      fc.property(anyAmount, anyCurrency, (minor, currency) => {
        const words = amountWords(minor, currency);
        expect(words.replaceAll(',', '')).toBe(`${formatAmount(minor, currency)} ${currency}`);
        expect(words).toMatch(/^\d{1,3}(,\d{3})*(\.\d+)? [A-Z]{3}$/);
      }),
    );
  });
});
