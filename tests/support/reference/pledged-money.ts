import { convert, toMinor } from './amounts.ts';
import type { Allocation, Bundle, Pledge, Question } from './bundle-json.ts';
import { byCode } from './code-order.ts';
import { shareOut } from './share-out.ts';

export type Layer = 'received' | 'committed' | 'pledged';

/** A part of a pledge in one layer: for an activity with or without a year, or unallocated. */
export type Portion = {
  readonly pledge: Pledge;
  readonly layer: Layer;
  readonly amount: bigint;
  readonly target: { readonly activity: string; readonly year: number | null } | 'unallocated';
};

/** The parts of every pledge of the programme that exists on the as-of date. */
export function portions(bundle: Bundle, question: Question): Portion[] {
  const pledges = (bundle.pledges ?? []).filter(
    ({ programme, date }) => programme === question.programme && date <= question.asOf,
  );
  return pledges.flatMap((pledge) => portionsOf(bundle, pledge, question));
}

function portionsOf(bundle: Bundle, pledge: Pledge, { asOf, currency }: Question): Portion[] {
  const minor = (text: string) => toMinor(text, pledge.currency);
  const amount = minor(pledge.amount);
  const receipts = (pledge.receipts ?? []).filter(({ date }) => date <= asOf);
  const writeOffs = (pledge.writeOffs ?? []).filter(({ date }) => date <= asOf);
  const paid = sum(receipts.map((receipt) => minor(receipt.amount)));
  const writtenOff = sum(writeOffs.map((writeOff) => minor(writeOff.amount)));
  const isCommitted = isOnOrBefore(pledge.committedOn, asOf);
  const isCancelled = isOnOrBefore(pledge.cancelledOn, asOf);

  const received = sum(
    receipts.map(({ date, amount: text }) => convert(bundle, minor(text), pledge.currency, currency, date)),
  );
  const open = amount - paid - writtenOff;
  const outstanding = isCancelled || open <= 0n ? 0n : convert(bundle, open, pledge.currency, currency, asOf);

  const allocations = allocationsOf(pledge);
  const weights = allocations.map((allocation) => minor(allocation.amount));
  const unallocated = amount - sum(weights);
  const excess = paid > amount ? paid - amount : 0n;
  const targets: Portion['target'][] = [
    ...allocations.map(({ activity, year }) => ({ activity, year: year ?? null })),
    'unallocated',
  ];
  const portion = (layer: Layer, parts: bigint[]) =>
    targets.map((target, index) => ({ pledge, layer, amount: parts[index] ?? 0n, target }));
  return [
    ...portion('received', shareOut(received, [...weights, unallocated + excess])),
    ...portion(isCommitted ? 'committed' : 'pledged', shareOut(outstanding, [...weights, unallocated])),
  ];
}

/** Explicit allocations by activity, then year, no year after years; or the implicit one of a one-activity earmark. */
function allocationsOf(pledge: Pledge): Allocation[] {
  const explicit = [...(pledge.allocations ?? [])];
  if (explicit.length === 0) {
    const activities = pledge.earmark?.activities ?? [];
    const [only] = activities;
    const namesNoYear = (pledge.earmark?.years ?? []).length === 0;
    return activities.length === 1 && only !== undefined && namesNoYear
      ? [{ activity: only, year: null, amount: pledge.amount }]
      : [];
  }
  return explicit.sort((a, b) => byCode(a.activity, b.activity) || (a.year ?? 999_999) - (b.year ?? 999_999));
}

function isOnOrBefore(date: string | null | undefined, asOf: string): boolean {
  return date !== null && date !== undefined && date <= asOf;
}

export function sum(values: readonly bigint[]): bigint {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}
