import type { IsoDate } from './dates.ts';
import type { Earmark } from './earmark.ts';
import type { Currency } from './money.ts';

/** The part of a pledge assigned to an activity, with or without a year; minor units of the pledge's currency. */
export type Allocation = {
  readonly activity: string;
  readonly year: number | null;
  readonly amountMinor: bigint;
};

export type Instalment = { readonly due: IsoDate; readonly amountMinor: bigint };
export type Receipt = { readonly date: IsoDate; readonly amountMinor: bigint };
export type WriteOff = {
  readonly date: IsoDate;
  readonly amountMinor: bigint;
  readonly reason: string | null;
};

/** A promise of money; all amounts are minor units of its currency. */
export type Pledge = {
  readonly code: string;
  readonly programme: string;
  readonly donor: string;
  /** Code of the prospect it came from. */
  readonly prospect: string | null;
  /** When it was announced; not binding yet. */
  readonly date: IsoDate;
  /** When the agreement was signed. */
  readonly committedOn: IsoDate | null;
  readonly cancelledOn: IsoDate | null;
  readonly currency: Currency;
  readonly amountMinor: bigint;
  readonly earmark: Earmark;
  readonly allocations: readonly Allocation[];
  readonly instalments: readonly Instalment[];
  readonly receipts: readonly Receipt[];
  readonly writeOffs: readonly WriteOff[];
};

/** True from the day the agreement was signed. */
export function isCommitted(pledge: Pick<Pledge, 'committedOn'>, asOf: IsoDate): boolean {
  return pledge.committedOn !== null && pledge.committedOn <= asOf;
}

/** True from the day the pledge was cancelled. */
export function isCancelled(pledge: Pick<Pledge, 'cancelledOn'>, asOf: IsoDate): boolean {
  return pledge.cancelledOn !== null && pledge.cancelledOn <= asOf;
}
