/**
 * Where a made portfolio's choices come from: whole numbers below 2³², the same for the same seed for ever. It is
 * the benchmark's own, so that what it measures with changes only when the benchmark does.
 */
export type Draws = { next(): number };

/** Marsaglia's xorshift of 32 bits; the seed is spread first, as its neighbours would begin alike. */
export function seededDraws(seed: number): Draws {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) >>> 0 || 1;
  return {
    next() {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
      return state;
    },
  };
}

/** A whole number from `least` to `most`. */
export function between(draws: Draws, least: number, most: number): number {
  // The low bits of an xorshift are its weakest: the quotient uses the high ones.
  return least + Math.floor((draws.next() / 2 ** 32) * (most - least + 1));
}

/** True with so many percent. */
export function chance(draws: Draws, percent: number): boolean {
  return between(draws, 1, 100) <= percent;
}

/** One of a list that is not empty. */
export function pickOne<T>(draws: Draws, values: readonly T[]): T {
  return values[between(draws, 0, values.length - 1)] as T;
}

/** Draws one of several values, each as often as its weight says. */
export function pickByWeight<T>(draws: Draws, values: readonly (readonly [T, number])[]): T {
  let left = between(
    draws,
    1,
    values.reduce((sum, [, weight]) => sum + weight, 0),
  );
  for (const [value, weight] of values) {
    left -= weight;
    if (left <= 0) return value;
  }
  throw new RangeError('There is nothing to pick from');
}

/** Whole parts of at least `least` each that add up to `total`, some larger than others. */
export function splitCount(draws: Draws, total: number, partCount: number, least: number): number[] {
  const parts = Array.from({ length: partCount }, () => least);
  for (let left = total - partCount * least; left > 0; left--) {
    const position = between(draws, 0, partCount - 1);
    parts[position] = (parts[position] as number) + 1;
  }
  return parts;
}
