/** An exact fraction that is not negative unless a difference made it so; never reduced, as nothing needs it. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

export const ZERO: Fraction = { top: 0n, bottom: 1n };
export const ONE: Fraction = { top: 1n, bottom: 1n };

export function whole(value: bigint): Fraction {
  return { top: value, bottom: 1n };
}

/** Reads a plain decimal such as `"0.7730"`. */
export function fromDecimal(text: string): Fraction {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new Error(`not a plain decimal: ${text}`);
  const decimals = match[2] ?? '';
  return { top: BigInt(`${match[1]}${decimals}`), bottom: 10n ** BigInt(decimals.length) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom };
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { top: -b.top, bottom: b.bottom });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

export function over(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom, bottom: a.bottom * b.top };
}

export function atLeast(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom >= b.top * a.bottom;
}

/** The whole number at or below a fraction that is not negative. */
function floor(value: Fraction): bigint {
  if (value.top < 0n || value.bottom <= 0n) throw new Error('a negative fraction');
  return value.top / value.bottom;
}

/** Half-up: 0.5 becomes 1. */
export function roundHalfUp(value: Fraction): bigint {
  return floor(plus(value, { top: 1n, bottom: 2n }));
}

/** The JSON number for a probability: 30 decimals, cut off, read as a number. */
export function toNumber(value: Fraction): number {
  const digits = ((value.top * 10n ** 30n) / value.bottom).toString().padStart(31, '0');
  return Number(`${digits.slice(0, -30)}.${digits.slice(-30)}`);
}
