import { describe, expect, it } from 'vitest';
import { median } from '../../bench/clock.ts';
import { BenchUsageError, readBenchOptions } from '../../bench/options.ts';

describe('the options of the benchmark', () => {
  it('are the small and the medium portfolio on SQLite where nothing is said', () => {
    expect(readBenchOptions([])).toEqual({
      sizes: ['S', 'M'],
      providers: ['sqlite'],
      phases: false,
      json: false,
    });
  });

  it('take several sizes, each once and the smallest first, and both databases', () => {
    const options = readBenchOptions([
      ...['--size', 'L', '--size', 'S', '--size', 'L'],
      ...['--database', 'both', '--json'],
    ]);
    expect(options).toMatchObject({ sizes: ['S', 'L'], providers: ['sqlite', 'postgresql'], json: true });
  });

  it('ask for help instead of a run', () => {
    expect(readBenchOptions(['--help'])).toBeNull();
  });

  it.each([
    [['--size', 'XL'], '--size is one of S, M, L, not "XL"'],
    [['--database', 'mysql'], '--database is one of sqlite, postgresql, both, not "mysql"'],
    [['--quick'], "Unknown option '--quick'"],
    [['M'], "Unexpected argument 'M'"],
  ])('refuse %j with the choices', (words, message) => {
    expect(() => readBenchOptions(words)).toThrow(BenchUsageError);
    expect(() => readBenchOptions(words)).toThrow(message);
  });
});

describe('the median of times', () => {
  it.each([
    [[5], 5],
    [[9, 1, 5], 5],
    [[10, 1, 2, 4], 3],
  ])('of %j is %d', (times, middle) => {
    expect(median(times)).toBe(middle);
  });
});
