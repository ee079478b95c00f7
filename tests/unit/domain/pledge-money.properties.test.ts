import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PledgeFacts } from '#app/domain/facts.ts';
import { effectiveAllocations, outstandingInOwnCurrency, pledgeMoney } from '#app/domain/pledge-money.ts';
import { convert, makeRateBook } from '#app/domain/rates.ts';
import { splitByWeight } from '#app/domain/split.ts';
import { EXCHANGE_RATES, makePledgeFacts } from '../../support/portfolios.ts';

const rates = makeRateBook('USD', EXCHANGE_RATES);
const amount = fc.bigInt({ min: 0n, max: 60n });
const day = fc.constantFrom('2012-03-15', '2012-12-31', '2013-01-01', '2013-06-30', '2013-07-01');

const anyPledge: fc.Arbitrary<PledgeFacts> = fc
  .record({
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
    allocations: fc.uniqueArray(
      fc.record({
        activity: fc.constantFrom('A1', 'B2', 'B10'),
        year: fc.constantFrom(2012, 2013, null),
        amountMinor: amount,
      }),
      { maxLength: 5, selector: ({ activity, year }) => `${activity} ${year}` },
    ),
    restMinor: fc.bigInt({ min: 0n, max: 40n }),
    receipts: fc.array(fc.record({ date: day, amountMinor: amount }), { maxLength: 4 }),
    writtenOffMinor: fc.oneof(fc.constant(0n), amount),
    committedOn: fc.option(day),
    cancelledOn: fc.option(day, { freq: 4 }),
  })
  .map(({ restMinor, ...given }) => {
    const allocatedMinor = given.allocations.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    return makePledgeFacts({ ...given, amountMinor: allocatedMinor + restMinor || 1n });
  });
const anyView = fc.record({
  rates: fc.constant(rates),
  currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
  asOf: fc.constant('2013-06-30'),
});

function total(parts: readonly bigint[]): bigint {
  return parts.reduce((sum, part) => sum + part, 0n);
}

describe('the money of any pledge', () => {
  it('is allocated or unallocated to the last cent', () => {
    fc.assert(
      fc.property(anyPledge, anyView, (pledge, view) => {
        const money = pledgeMoney(pledge, view);
        const received = money.allocated.map(({ receivedMinor }) => receivedMinor);
        const outstanding = money.allocated.map(({ outstandingMinor }) => outstandingMinor);
        expect(total(received) + money.unallocatedReceivedMinor).toBe(money.receivedMinor);
        expect(total(outstanding) + money.unallocatedOutstandingMinor).toBe(money.outstandingMinor);
        for (const part of [...received, ...outstanding]) expect(part >= 0n).toBe(true);
      }),
    );
  });

  it('adds up in its own currency: what is outstanding, came in or is written off makes the amount', () => {
    fc.assert(
      fc.property(anyPledge, (pledge) => {
        fc.pre(pledge.cancelledOn === null);
        const settled = total(pledge.receipts.map(({ amountMinor }) => amountMinor)) + pledge.writtenOffMinor;
        const outstanding = outstandingInOwnCurrency(pledge, '2013-06-30');
        if (settled <= pledge.amountMinor) expect(outstanding + settled).toBe(pledge.amountMinor);
        else expect(outstanding).toBe(0n);
      }),
    );
  });

  it('is split by the rule of the largest remainder, activity by activity and year by year', () => {
    fc.assert(
      fc.property(anyPledge, anyView, (pledge, view) => {
        const money = pledgeMoney(pledge, view);
        const weights = effectiveAllocations(pledge).map(({ amountMinor }) => amountMinor);
        const rest = pledge.amountMinor - total(weights);
        const cameIn = total(pledge.receipts.map(({ amountMinor }) => amountMinor));
        const excess = cameIn > pledge.amountMinor ? cameIn - pledge.amountMinor : 0n;
        const received = total(
          pledge.receipts.map(({ date, amountMinor }) =>
            convert(rates, amountMinor, pledge.currency, view.currency, date),
          ),
        );
        expect([
          ...money.allocated.map((part) => part.receivedMinor),
          money.unallocatedReceivedMinor,
        ]).toEqual(splitByWeight(received, [...weights, rest + excess]));
        const stillToCome = outstandingInOwnCurrency(pledge, view.asOf);
        const outstanding = convert(rates, stillToCome, pledge.currency, view.currency, view.asOf);
        expect([
          ...money.allocated.map((part) => part.outstandingMinor),
          money.unallocatedOutstandingMinor,
        ]).toEqual(splitByWeight(outstanding, [...weights, rest]));
      }),
    );
  });

  it('never gives an allocation more than its amount, when nothing is converted', () => {
    fc.assert(
      fc.property(anyPledge, (pledge) => {
        const own = { rates, currency: pledge.currency, asOf: '2013-06-30' };
        const { allocated } = pledgeMoney(pledge, own);
        effectiveAllocations(pledge).forEach(({ amountMinor }, index) => {
          const part = allocated[index];
          expect((part?.receivedMinor ?? 0n) <= amountMinor).toBe(true);
          expect((part?.outstandingMinor ?? 0n) <= amountMinor).toBe(true);
        });
      }),
    );
  });

  it('does not depend on the order in which allocations and receipts were written down', () => {
    fc.assert(
      fc.property(anyPledge, anyView, (pledge, view) => {
        const other = {
          ...pledge,
          allocations: [...pledge.allocations].reverse(),
          receipts: [...pledge.receipts].reverse(),
        };
        expect({ ...pledgeMoney(other, view), pledge: null }).toEqual({
          ...pledgeMoney(pledge, view),
          pledge: null,
        });
      }),
    );
  });

  it('has no outstanding part from the day of cancellation, and what came in stays', () => {
    fc.assert(
      fc.property(anyPledge, anyView, (pledge, view) => {
        const kept = pledgeMoney({ ...pledge, cancelledOn: null }, view);
        const cancelled = pledgeMoney({ ...pledge, cancelledOn: view.asOf }, view);
        expect(cancelled.outstandingMinor).toBe(0n);
        expect(cancelled.allocated.map((part) => part.receivedMinor)).toEqual(
          kept.allocated.map((part) => part.receivedMinor),
        );
        expect(cancelled.unallocatedReceivedMinor).toBe(kept.unallocatedReceivedMinor);
      }),
    );
  });
});
