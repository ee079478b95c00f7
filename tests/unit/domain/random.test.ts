import { describe, expect, it } from 'vitest';
import { drawEvents, xoshiro128 } from '#app/domain/random.ts';

function bitCount(word: number): number {
  let count = 0;
  for (let bits = word; bits !== 0; bits &= bits - 1) count++;
  return count;
}

describe('the generator of random words', () => {
  it('gives the words that its authors published for the seed 1, 2, 3, 4', () => {
    const words = xoshiro128([1, 2, 3, 4]);
    const expected = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849];
    expect(expected.map(() => words() >>> 0)).toEqual(expected);
  });

  it('repeats itself for an equal seed and not for another', () => {
    const take = (seed: readonly [number, number, number, number]) => {
      const words = xoshiro128(seed);
      return Array.from({ length: 100 }, words);
    };
    expect(take([5, 6, 7, 8])).toEqual(take([5, 6, 7, 8]));
    expect(take([5, 6, 7, 8])).not.toEqual(take([5, 6, 7, 9]));
  });
});

describe('a draw of 32 events', () => {
  it('has none that is impossible and all that are certain, and takes no random word for them', () => {
    const words = () => {
      throw new Error('no word is needed');
    };
    expect(drawEvents(words, 0)).toBe(0);
    expect(drawEvents(words, 2 ** 32)).toBe(-1);
  });

  it('decides even chances with one word', () => {
    expect(drawEvents(() => 0b1010, 2 ** 31)).toBe(~0b1010);
  });

  it.each([
    ['the random fraction is smaller', [0, 0], -1],
    ['the random fraction is larger in the first digit', [-1, 0], 0],
    ['the random fraction is equal', [0, -1], 0],
  ])('compares digits: with a chance of one in four, where %s', (_, given, expected) => {
    const digits = given.values();
    expect(drawEvents(() => digits.next().value ?? 0, 2 ** 30)).toBe(expected);
  });

  it.each([0.05, 0.1, 0.3, 0.5, 0.6, 0.9, 0.999])(
    'has events about as often as their chance of %s says',
    (chance) => {
      const words = xoshiro128([9, 8, 7, 6]);
      let count = 0;
      for (let round = 0; round < 10_000; round++)
        count += bitCount(drawEvents(words, Math.round(chance * 2 ** 32)));
      const deviation = Math.sqrt(chance * (1 - chance) * 320_000);
      expect(Math.abs(count - chance * 320_000)).toBeLessThan(4 * deviation);
    },
  );

  it('has events that do not depend on their neighbours', () => {
    const words = xoshiro128([1, 1, 2, 3]);
    let both = 0;
    for (let round = 0; round < 10_000; round++) {
      const events = drawEvents(words, 0.3 * 2 ** 32);
      both += bitCount(events & (events >>> 1));
    }
    const expected = 0.09 * 310_000;
    expect(Math.abs(both - expected)).toBeLessThan(0.03 * expected);
  });
});
