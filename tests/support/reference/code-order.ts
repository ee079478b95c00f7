/** Plain string order. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Natural order: every run of digits is written with leading zeros, then compared as text. */
export function byCode(a: string, b: string): number {
  const padded = (code: string) => code.replace(/\d+/g, (digits) => digits.padStart(20, '0'));
  return byText(padded(a), padded(b)) || byText(a, b);
}
