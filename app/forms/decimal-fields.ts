import type { z } from 'zod';
import { type Currency, parseAmount } from '#app/domain/money.ts';
import { compareRationals, decimalPlaces, isDecimal, ONE, parseDecimal, ZERO } from '#app/domain/rational.ts';
import { field, quote, type SchemaHints } from './fields.ts';

const LONGEST_DECIMAL = 40;

function complainOfDecimal(value: string, decimals: number): string | null {
  if (value.length > LONGEST_DECIMAL) return `is longer than ${LONGEST_DECIMAL} characters`;
  if (!isDecimal(value)) return `${quote(value)} is not a plain decimal such as "1234.50"`;
  // Without this every amount would be taken apart twice.
  if (decimals >= LONGEST_DECIMAL) return null;
  return decimalPlaces(value) > decimals ? `has more than ${decimals} decimals` : null;
}

const isNegative = (value: string) => /^-[\d.]/.test(value);

/** An amount in major units. How many decimals it may have is for {@link amountIn} to say. */
export const amount = field(
  (value) => (isNegative(value) ? 'an amount cannot be negative' : complainOfDecimal(value, LONGEST_DECIMAL)),
  { id: 'amount', pattern: decimalPattern('{1,4}') },
  '1234.50',
);

/** Turns an amount into minor units of its record's currency; what the currency cannot hold becomes an issue. */
export function amountIn(
  recordCurrency: Currency,
  value: string,
  context: z.RefinementCtx,
  path: (string | number)[],
): bigint {
  try {
    return parseAmount(value, recordCurrency);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue({ code: 'custom', path, message: error.message, params: { dependsOn: ['.currency'] } });
    return 0n;
  }
}

/** A number of units: at most 4 decimals. */
export const quantity = field(
  (value) => (isNegative(value) ? 'a quantity cannot be negative' : complainOfDecimal(value, 4)),
  { id: 'quantity', pattern: decimalPattern('{1,4}') },
  '20',
);

/** Units of a currency for one of the base currency: above zero. */
export const unitsPerBase = field(
  (value) => {
    if (isNegative(value)) return 'must be above 0';
    const complaint = complainOfDecimal(value, LONGEST_DECIMAL);
    return complaint ?? (compareRationals(parseDecimal(value), ZERO) > 0 ? null : 'must be above 0');
  },
  { id: 'unitsPerBase', pattern: decimalPattern('+') },
  '0.7730',
);

function fraction(name: string, decimals: number, example: string, hints: SchemaHints) {
  const refusal = `${name} must be from 0 to 1`;
  return field(
    (value) => {
      if (isNegative(value)) return refusal;
      const complaint = complainOfDecimal(value, decimals);
      return complaint ?? (compareRationals(parseDecimal(value), ONE) > 0 ? refusal : null);
    },
    hints,
    example,
  );
}

/** A probability from 0 to 1. */
export const probability = fraction('a probability', LONGEST_DECIMAL, '0.6', {
  id: 'probability',
  pattern: decimalPattern('+'),
});

/** A rate from 0 to 1, such as that of programme support cost: `"0.13"` is 13 %. */
export const rate = fraction('a rate', LONGEST_DECIMAL, '0.13', { id: 'rate', pattern: decimalPattern('+') });

/** A share from 0 to 1 with at most 6 decimals, as millionths. */
export const share = fraction('a share', 6, '0.5', {
  id: 'share',
  pattern: decimalPattern('{1,6}'),
}).transform((value) => {
  const { numerator, denominator } = parseDecimal(value);
  return (numerator * 1_000_000n) / denominator;
});

function decimalPattern(decimals: string): string {
  return `^(0|[1-9]\\d*)(\\.\\d${decimals})?$`;
}
