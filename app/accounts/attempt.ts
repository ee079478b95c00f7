import { countAttempt, forgetAttempts } from '#app/data/failed-sign-ins.server.ts';
import type { AccountContext } from './account-context.ts';
import { keyedHash } from './keyed-hash.ts';
import { knownDeviceOf } from './known-device.ts';
import { networkOf } from './network-address.ts';
import { FAILURES_COUNT_MS, signInWaitMs } from './throttle.ts';

/** A try to prove who somebody is: it counts as failed until it has succeeded. */
export type Attempt =
  | { readonly kind: 'go on'; readonly succeed: () => Promise<void> }
  | { readonly kind: 'wait'; readonly waitMs: number };

/**
 * Begins a try to prove to be somebody, or says how long to wait first.
 *
 * @param email Whose account it is, whether there is one or not.
 * @param step What is proved: passwords and codes have counters of their own.
 */
export async function beginAttempt(
  context: AccountContext,
  request: Request,
  email: string,
  now: Date,
  step: 'password' | 'code' = 'password',
): Promise<Attempt> {
  const { db, sessionSecret } = context;
  const device = knownDeviceOf(context, request, email);
  const pair = {
    account: keyedHash(sessionSecret, 'account', step, email),
    address:
      device === null
        ? keyedHash(sessionSecret, 'address', networkOf(context.address))
        : keyedHash(sessionSecret, 'browser', device),
  };
  const counted = await countAttempt(db, { ...pair, at: now }, FAILURES_COUNT_MS, (failures) =>
    signInWaitMs(failures, device !== null, now),
  );
  if (counted.kind === 'refused') return { kind: 'wait', waitMs: counted.waitMs };
  return { kind: 'go on', succeed: () => forgetAttempts(db, pair) };
}
