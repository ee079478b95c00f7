import type { IsoDate } from './dates.ts';
import type { PledgeFacts, ProgrammeFacts } from './facts.ts';
import { compareCodes } from './order.ts';
import { type Allocation, isCancelled, isCommitted } from './pledge.ts';
import { convert } from './rates.ts';
import { splitByWeight } from './split.ts';

/** The layers that cover a requirement, in the order in which they fill it. */
export const LAYERS = ['received', 'committed', 'pledged'] as const;
export type Layer = (typeof LAYERS)[number];

/** What one allocation of a pledge stands for today, in minor units of the reporting currency. */
export type AllocatedMoney = {
  readonly activity: string;
  readonly year: number | null;
  readonly receivedMinor: bigint;
  readonly outstandingMinor: bigint;
};

/** Where a pledge's money is, in minor units of the reporting currency. */
export type PledgeMoney = {
  readonly pledge: PledgeFacts;
  /** The layer that the outstanding part belongs to. */
  readonly outstandingLayer: Exclude<Layer, 'received'>;
  readonly receivedMinor: bigint;
  readonly outstandingMinor: bigint;
  readonly allocated: readonly AllocatedMoney[];
  /** The unallocated rest of both. */
  readonly unallocatedReceivedMinor: bigint;
  readonly unallocatedOutstandingMinor: bigint;
};

/**
 * The allocations that count, by activity in natural order, then by year, those without a year last. A pledge
 * without explicit ones whose earmark names exactly one activity and no years is allocated to it whole.
 *
 * @source domain.md, section 4
 */
export function effectiveAllocations(
  pledge: Pick<PledgeFacts, 'allocations' | 'earmark' | 'amountMinor'>,
): readonly Allocation[] {
  const { allocations, earmark, amountMinor } = pledge;
  const [only, ...others] = earmark.activities;
  if (allocations.length === 0 && only !== undefined && others.length === 0 && earmark.years.length === 0) {
    return [{ activity: only, year: null, amountMinor }];
  }
  return [...allocations].sort(
    (a, b) =>
      compareCodes(a.activity, b.activity) ||
      (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY) ||
      0,
  );
}

/**
 * What is still to come of a pledge = max(0, amount − Σ receipts − Σ write-offs); nothing once it is cancelled.
 *
 * @returns Minor units of the pledge's currency.
 * @source domain.md, section 4
 */
export function outstandingInOwnCurrency(pledge: PledgeFacts, asOf: IsoDate): bigint {
  if (isCancelled(pledge, asOf)) return 0n;
  const rest = pledge.amountMinor - totalReceived(pledge) - pledge.writtenOffMinor;
  return rest > 0n ? rest : 0n;
}

function totalReceived(pledge: PledgeFacts): bigint {
  return pledge.receipts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

/**
 * Converts what a pledge has brought and will bring (receipts at their own dates' rates, the outstanding part at
 * the as-of date's) and splits both over its allocations and the unallocated rest in proportion to their amounts.
 * What was received above the pledge's amount is unallocated.
 *
 * @throws {MissingRateError} when a conversion has no rate.
 * @source domain.md, section 4
 */
export function pledgeMoney(
  pledge: PledgeFacts,
  { rates, currency, asOf }: Pick<ProgrammeFacts, 'rates' | 'currency' | 'asOf'>,
): PledgeMoney {
  const receivedMinor = pledge.receipts.reduce(
    (sum, { amountMinor, date }) => sum + convert(rates, amountMinor, pledge.currency, currency, date),
    0n,
  );
  const outstandingOwn = outstandingInOwnCurrency(pledge, asOf);
  const outstandingMinor =
    outstandingOwn === 0n ? 0n : convert(rates, outstandingOwn, pledge.currency, currency, asOf);

  const allocations = effectiveAllocations(pledge);
  const weights = allocations.map(({ amountMinor }) => amountMinor);
  const unallocated = weights.reduce((rest, weight) => rest - weight, pledge.amountMinor);
  const excess = totalReceived(pledge) - pledge.amountMinor;
  const received = splitByWeight(receivedMinor, [...weights, unallocated + (excess > 0n ? excess : 0n)]);
  const outstanding = splitByWeight(outstandingMinor, [...weights, unallocated]);
  return {
    pledge,
    outstandingLayer: isCommitted(pledge, asOf) ? 'committed' : 'pledged',
    receivedMinor,
    outstandingMinor,
    allocated: allocations.map(({ activity, year }, index) => ({
      activity,
      year,
      receivedMinor: received[index] ?? 0n,
      outstandingMinor: outstanding[index] ?? 0n,
    })),
    unallocatedReceivedMinor: received.at(-1) ?? 0n,
    unallocatedOutstandingMinor: outstanding.at(-1) ?? 0n,
  };
}
