import type { BreakdownTable } from './breakdown.ts';
import type { BreakdownSources } from './breakdown-sources.ts';
import type { ProgrammeFacts } from './facts.ts';
import { isCancelled } from './pledge.ts';
import { type Layer, outstandingInOwnCurrency, type PledgeMoney } from './pledge-money.ts';
import { conversionWords } from './rate-words.ts';
import { convert } from './rates.ts';

type Conversion = Pick<ProgrammeFacts, 'rates' | 'currency' | 'asOf'>;

/** The receipts of a pledge, each converted at its own date's rate; they add up to what the pledge has brought. */
export function receiptsBasis(
  { pledge, receivedMinor }: PledgeMoney,
  { rates, currency }: Conversion,
  sources: BreakdownSources,
): BreakdownTable {
  return {
    title: `Receipts of ${pledge.code}`,
    currency,
    totalMinor: receivedMinor,
    parts: (sources.receipts.get(pledge.code) ?? []).map(({ date, amountMinor }) => ({
      label: date,
      note: conversionWords(rates, amountMinor, pledge.currency, currency, date),
      amountMinor: convert(rates, amountMinor, pledge.currency, currency, date),
      reference: null,
    })),
  };
}

/** How the outstanding part of a pledge comes about, in the pledge's own currency. */
export function outstandingBasis(
  { pledge }: PledgeMoney,
  { asOf }: Conversion,
  sources: BreakdownSources,
): BreakdownTable {
  const outstandingMinor = outstandingInOwnCurrency(pledge, asOf);
  const parts = [
    { label: 'Amount', note: null, amountMinor: pledge.amountMinor, reference: null },
    ...(sources.receipts.get(pledge.code) ?? []).map(({ date, amountMinor }) => ({
      label: `Received ${date}`,
      note: null,
      amountMinor: -amountMinor,
      reference: null,
    })),
    ...(sources.writeOffs.get(pledge.code) ?? []).map(({ date, amountMinor, reason }) => ({
      label: `Written off ${date}`,
      note: reason,
      amountMinor: -amountMinor,
      reference: null,
    })),
  ];
  const restMinor = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  if (restMinor !== outstandingMinor) {
    const label = isCancelled(pledge, asOf) ? `Cancelled ${pledge.cancelledOn}` : 'More than was pledged';
    parts.push({ label, note: null, amountMinor: outstandingMinor - restMinor, reference: null });
  }
  return {
    title: `Outstanding of ${pledge.code}`,
    currency: pledge.currency,
    totalMinor: outstandingMinor,
    parts,
  };
}

/** How a pledge's received or outstanding money is split over its allocations and the unallocated rest. */
export function splitBasis(money: PledgeMoney, facts: Conversion, layer: Layer): BreakdownTable {
  const { pledge } = money;
  const isReceived = layer === 'received';
  const totalMinor = isReceived ? money.receivedMinor : money.outstandingMinor;
  const outstandingOwn = outstandingInOwnCurrency(pledge, facts.asOf);
  const converted = conversionWords(facts.rates, outstandingOwn, pledge.currency, facts.currency, facts.asOf);
  return {
    title: isReceived
      ? `${pledge.code}: received, by allocation`
      : `${pledge.code}: outstanding by allocation (${converted})`,
    currency: facts.currency,
    totalMinor,
    parts: [
      ...money.allocated.map(({ activity, year, receivedMinor, outstandingMinor }) => ({
        label: year === null ? activity : `${activity}, ${year}`,
        note: null,
        amountMinor: isReceived ? receivedMinor : outstandingMinor,
        reference: null,
      })),
      {
        label: 'Not allocated',
        note: null,
        amountMinor: isReceived ? money.unallocatedReceivedMinor : money.unallocatedOutstandingMinor,
        reference: null,
      },
    ].filter(({ amountMinor }) => amountMinor !== 0n),
  };
}
