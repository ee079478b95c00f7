/** Where random choices come from: a whole number from 0 to below `count`, where 0 is the plainest choice. */
export type Draws = { readonly below: (count: number) => number };

/** The same choices for the same seed, for ever (a 32-bit mixing generator of its own). */
export function seededDraws(seed: number): Draws {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return {
    below: (count) => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
    },
  };
}

/** Choices read off a tape of numbers, the plainest ones after its end, so that a shorter tape is a plainer thing. */
export function tapeDraws(tape: readonly number[]): Draws {
  let place = 0;
  return { below: (count) => (tape[place++] ?? 0) % count };
}

/** True with so many percent. */
export function chance(draws: Draws, percent: number): boolean {
  return draws.below(100) >= 100 - percent;
}

export function pick<T>(draws: Draws, values: readonly [T, ...T[]]): T {
  return values[draws.below(values.length)] ?? values[0];
}

/** Picks one of a list that may be empty. */
export function pickAny<T>(draws: Draws, values: readonly T[]): T | undefined {
  return values[draws.below(Math.max(1, values.length))];
}

/** Some of the values, in their order. */
export function some<T>(draws: Draws, values: readonly T[], percent: number): T[] {
  return values.filter(() => chance(draws, percent));
}

/** As many results as drawn, up to a maximum. */
export function several<T>(draws: Draws, maximum: number, make: (index: number) => T): T[] {
  return Array.from({ length: draws.below(maximum + 1) }, (_, index) => make(index));
}

/** An optional key: present, null or left out. */
export function optional<K extends string, V>(
  draws: Draws,
  key: K,
  value: V | null,
): { [P in K]?: V | null } {
  if (value === null && chance(draws, 50)) return {};
  return { [key]: value } as { [P in K]?: V | null };
}
