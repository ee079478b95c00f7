/** A source of random 32-bit words, as signed integers. */
export type RandomWords = () => number;

/**
 * The generator xoshiro128** 1.1 by David Blackman and Sebastiano Vigna (2018), period 2^128 − 1: the same seed
 * gives the same words on every machine.
 *
 * @param seed Four 32-bit words, not all zero.
 */
export function xoshiro128(seed: readonly [number, number, number, number]): RandomWords {
  let [a, b, c, d] = seed;
  return () => {
    const scrambled = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return scrambled;
  };
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** A probability as a number of 2^-32 steps, from 0 to 2^32. */
export type ChanceSteps = number;
const CERTAIN: ChanceSteps = 2 ** 32;

/**
 * Draws 32 independent events of one probability at once: bit i is 1 where event i happens. Each event compares
 * a random binary fraction with the probability, digit by digit from the first, until all 32 are decided (about
 * seven words instead of 32).
 */
export function drawEvents(words: RandomWords, chance: ChanceSteps): number {
  if (chance >= CERTAIN) return -1;
  let undecided = -1;
  let events = 0;
  // Where the remaining digits of the probability are all 0, what is undecided does not happen.
  for (let digits = chance | 0; digits !== 0 && undecided !== 0; digits <<= 1) {
    const word = words();
    if (digits < 0) {
      events |= undecided & ~word;
      undecided &= word;
    } else {
      undecided &= ~word;
    }
  }
  return events;
}
