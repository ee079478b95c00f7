/** An exact fraction. The denominator is always above zero; the two need not be in lowest terms. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

const DECIMAL = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * Reads a plain decimal such as `"0.7730"` exactly.
 *
 * @param text Digits with an optional point: no sign, exponent, grouping or leading zeros.
 * @throws {RangeError} when the text is anything else.
 */
export function parseDecimal(text: string): Rational {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`"${text.slice(0, 40)}" is not a plain decimal such as 1234.50`);
  const fraction = match[2] ?? '';
  return { numerator: BigInt(`${match[1]}${fraction}`), denominator: 10n ** BigInt(fraction.length) };
}

/** True for text that {@link parseDecimal} reads. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** Number of digits after the point of a plain decimal. */
export function decimalPlaces(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** Product of two fractions. */
export function multiply(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** −1, 0 or 1 as `a` is below, equal to or above `b`. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * Rounds `numerator ÷ denominator` half-up to a whole number (0.5 → 1).
 *
 * @param numerator   Not negative.
 * @param denominator Above zero.
 * @source domain.md, section 2
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

/** The nearest JSON number to an exact fraction, right to 15 digits however small it is (down to 1e-25). */
export function toNumber({ numerator, denominator }: Rational): number {
  return Number(`${roundHalfUp(numerator * 10n ** 40n, denominator)}e-40`);
}

/** Writes a fraction that {@link parseDecimal} read as the same plain decimal. */
export function decimalText({ numerator, denominator }: Rational): string {
  const places = denominator.toString().length - 1;
  if (places === 0) return numerator.toString();
  const digits = numerator.toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Writes a rate such as 0.13 as a percentage, `"13 %"`, without trailing zeros. */
export function percentText(rate: Rational): string {
  const text = decimalText({ numerator: rate.numerator * 100n, denominator: rate.denominator });
  return `${text.includes('.') ? text.replace(/\.?0+$/, '') : text} %`;
}
