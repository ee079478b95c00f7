const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** How many failures within a time are free; each further one doubles the wait. */
export type Limit = {
  readonly freeCount: number;
  readonly withinMs: number;
  readonly shortestMs: number;
  readonly longestMs: number;
};

const WAITS = { shortestMs: 30 * SECOND_MS, longestMs: 15 * MINUTE_MS };

/** For one account from one address, and for one account from one browser that it signed in from before. */
export const PAIR_LIMIT: Limit = { freeCount: 5, withinMs: 15 * MINUTE_MS, ...WAITS };
/** For all accounts from one address. */
export const ADDRESS_LIMIT: Limit = { freeCount: 30, withinMs: 15 * MINUTE_MS, ...WAITS };
/** For one account, tried from everywhere: more than this is an attack. */
export const ACCOUNT_LIMIT = { count: 50, withinMs: 60 * MINUTE_MS };
/** For one account from one address while the account is under attack: the first try is free even then. */
export const ATTACKED_LIMIT: Limit = {
  freeCount: 1,
  withinMs: 60 * MINUTE_MS,
  shortestMs: 5 * MINUTE_MS,
  longestMs: 60 * MINUTE_MS,
};

/** How far back failures count at all. */
export const FAILURES_COUNT_MS = 60 * MINUTE_MS;

/**
 * How long to wait from now on until the next try, in milliseconds; 0 for not at all. After `freeCount` failures the
 * wait is `shortestMs · 2^(further failures)` from the last one on.
 */
export function waitMs(failures: readonly Date[], limit: Limit, now: Date): number {
  const times = failures
    .map((at) => at.getTime())
    .filter((at) => at > now.getTime() - limit.withinMs)
    .sort((a, b) => a - b);
  const last = times.at(-1);
  if (last === undefined || times.length < limit.freeCount) return 0;
  const doubled = limit.shortestMs * 2 ** Math.min(times.length - limit.freeCount, 20);
  return Math.max(0, last + Math.min(doubled, limit.longestMs) - now.getTime());
}

export type Failures = {
  /** Of this account from this address, or from this browser. */
  readonly ofPair: readonly Date[];
  /** Of all accounts from this address. */
  readonly ofAddress: readonly Date[];
  /** How often this account failed anywhere in the last hour. */
  readonly ofAccountCount: number;
};

/**
 * How long somebody has to wait before the next sign-in. A browser that the account signed in from before only
 * answers for itself: what others do, nearby or far away, does not keep the account's owner out.
 */
export function signInWaitMs(failures: Failures, isKnownDevice: boolean, now: Date): number {
  const own = waitMs(failures.ofPair, PAIR_LIMIT, now);
  if (isKnownDevice) return own;
  const isAttacked = failures.ofAccountCount >= ACCOUNT_LIMIT.count;
  return Math.max(
    own,
    waitMs(failures.ofAddress, ADDRESS_LIMIT, now),
    isAttacked ? waitMs(failures.ofPair, ATTACKED_LIMIT, now) : 0,
  );
}

/** A wait in words, never shorter than it is: "30 seconds", "2 minutes". */
export function waitInWords(ms: number): string {
  const seconds = Math.ceil(ms / SECOND_MS);
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.ceil(ms / MINUTE_MS);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
