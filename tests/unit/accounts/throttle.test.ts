import { describe, expect, it, test } from 'vitest';
import {
  ADDRESS_LIMIT,
  ATTACKED_LIMIT,
  PAIR_LIMIT,
  signInWaitMs,
  waitInWords,
  waitMs,
} from '#app/accounts/throttle.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Failures, as many as asked for, one second apart; the last one some time ago. */
function failures(count: number, lastAgoMs = 0): Date[] {
  const last = NOW.getTime() - lastAgoMs;
  return Array.from({ length: count }, (_, index) => new Date(last - (count - 1 - index) * SECOND));
}

describe('the wait after failures', () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 30 * SECOND],
    [6, MINUTE],
    [7, 2 * MINUTE],
    [9, 8 * MINUTE],
    [10, 15 * MINUTE],
    [60, 15 * MINUTE],
  ])('of one account at one address, %i of them, is %i ms', (count, expected) => {
    expect(waitMs(failures(count), PAIR_LIMIT, NOW)).toBe(expected);
  });

  it('runs from the last one', () => {
    expect(waitMs(failures(6, 45 * SECOND), PAIR_LIMIT, NOW)).toBe(15 * SECOND);
    expect(waitMs(failures(6, MINUTE), PAIR_LIMIT, NOW)).toBe(0);
  });

  it('does not depend on their order', () => {
    expect(waitMs(failures(6, 10 * SECOND).reverse(), PAIR_LIMIT, NOW)).toBe(50 * SECOND);
  });

  it('forgets what is older than a quarter of an hour', () => {
    expect(waitMs(failures(60, 15 * MINUTE), PAIR_LIMIT, NOW)).toBe(0);
  });

  it('of many accounts at one address begins at 30', () => {
    expect(waitMs(failures(29), ADDRESS_LIMIT, NOW)).toBe(0);
    expect(waitMs(failures(30), ADDRESS_LIMIT, NOW)).toBe(30 * SECOND);
  });
});

describe('a sign-in', () => {
  const none = { ofPair: [], ofAddress: [], ofAccountCount: 0 };

  it('of an account under attack is slowed after the first failure at an address, and not before', () => {
    const attacked = { ...none, ofAccountCount: 50 };
    expect(signInWaitMs(attacked, false, NOW)).toBe(0);
    const [once] = [failures(1)];
    expect(signInWaitMs({ ...attacked, ofPair: once }, false, NOW)).toBe(ATTACKED_LIMIT.shortestMs);
    expect(signInWaitMs({ ...none, ofPair: once, ofAccountCount: 49 }, false, NOW)).toBe(0);
  });

  it('in a browser that got in before waits for nothing that others do', () => {
    const attack = { ofPair: failures(4), ofAddress: failures(60), ofAccountCount: 5_000 };
    expect(signInWaitMs(attack, true, NOW)).toBe(0);
    expect(signInWaitMs(attack, false, NOW)).toBeGreaterThan(0);
  });

  it('in a browser that got in before waits after its own failures', () => {
    expect(signInWaitMs({ ...none, ofPair: failures(5) }, true, NOW)).toBe(30 * SECOND);
  });

  it('waits for whichever is longest', () => {
    const both = { ofPair: failures(7), ofAddress: failures(30), ofAccountCount: 0 };
    expect(signInWaitMs(both, false, NOW)).toBe(2 * MINUTE);
  });
});

test.each([
  [1, '1 second'],
  [1_001, '2 seconds'],
  [59_000, '59 seconds'],
  [59_001, '1 minute'],
  [60_001, '2 minutes'],
  [15 * MINUTE, '15 minutes'],
])('a wait of %i ms is %s in words', (ms, words) => {
  expect(waitInWords(ms)).toBe(words);
});
