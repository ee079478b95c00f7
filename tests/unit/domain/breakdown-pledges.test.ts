import { describe, expect, it } from 'vitest';
import type { BreakdownTable } from '#app/domain/breakdown.ts';
import { outstandingBasis, receiptsBasis, splitBasis } from '#app/domain/breakdown-pledges.ts';
import type { PledgeFacts } from '#app/domain/facts.ts';
import { pledgeMoney } from '#app/domain/pledge-money.ts';
import { makeRateBook } from '#app/domain/rates.ts';
import { EXCHANGE_RATES, makePledgeFacts } from '../../support/portfolios.ts';

const view = { rates: makeRateBook('USD', EXCHANGE_RATES), currency: 'USD', asOf: '2013-06-30' };

function basesOf(given: Partial<PledgeFacts>) {
  const pledge = makePledgeFacts(given);
  const writtenOff = { date: '2013-03-01', amountMinor: pledge.writtenOffMinor, reason: null };
  const sources = {
    lines: [],
    receipts: new Map([[pledge.code, pledge.receipts]]),
    writeOffs: new Map([[pledge.code, pledge.writtenOffMinor > 0n ? [writtenOff] : []]]),
  };
  const money = pledgeMoney(pledge, view);
  return {
    receipts: receiptsBasis(money, view, sources),
    outstanding: outstandingBasis(money, view, sources),
    received: splitBasis(money, view, 'received'),
    committed: splitBasis(money, view, 'committed'),
  };
}

function amounts({ parts }: BreakdownTable) {
  return parts.map(({ label, amountMinor }) => [label, amountMinor]);
}

const paid = (amountMinor: bigint) => [{ date: '2012-07-02', amountMinor }];

describe('how the outstanding part of a pledge comes about', () => {
  it.each([
    { sentence: 'from its amount alone', given: {}, parts: [['Amount', 10_000n]] },
    {
      sentence: 'from its amount less what came in and was written off',
      given: { receipts: paid(4_000n), writtenOffMinor: 1_000n },
      parts: [
        ['Amount', 10_000n],
        ['Received 2012-07-02', -4_000n],
        ['Written off 2013-03-01', -1_000n],
      ],
    },
    {
      sentence: 'the rest gone on the day of the cancellation',
      given: { receipts: paid(4_000n), cancelledOn: '2013-06-01' },
      parts: [
        ['Amount', 10_000n],
        ['Received 2012-07-02', -4_000n],
        ['Cancelled 2013-06-01', -6_000n],
      ],
    },
    {
      sentence: 'never below nothing when more came in than was pledged',
      given: { receipts: paid(12_000n) },
      parts: [
        ['Amount', 10_000n],
        ['Received 2012-07-02', -12_000n],
        ['More than was pledged', 2_000n],
      ],
    },
    {
      sentence: 'nothing left to cancel when all came in',
      given: { receipts: paid(10_000n), cancelledOn: '2013-06-01' },
      parts: [
        ['Amount', 10_000n],
        ['Received 2012-07-02', -10_000n],
      ],
    },
    {
      sentence: 'a cancellation still to come does not matter',
      given: { cancelledOn: '2013-07-01' },
      parts: [['Amount', 10_000n]],
    },
  ])('$sentence', ({ given, parts }) => {
    const { outstanding } = basesOf(given);
    expect(amounts(outstanding)).toEqual(parts);
    expect(parts.reduce((sum, [, amount]) => sum + BigInt(amount ?? 0), 0n)).toBe(outstanding.totalMinor);
  });

  it('is told in the currency of the pledge', () => {
    expect(basesOf({ currency: 'EUR' }).outstanding.currency).toBe('EUR');
  });
});

describe('what a pledge has brought', () => {
  it('is a list of receipts with amount, date and rate', () => {
    expect(basesOf({ currency: 'JPY', receipts: paid(8_000n) }).receipts).toEqual({
      title: 'Receipts of PL-1',
      currency: 'USD',
      totalMinor: 10_000n,
      parts: [
        {
          label: '2012-07-02',
          note: '8,000 JPY ÷ 80 (JPY rate from 2012-01-01)',
          amountMinor: 10_000n,
          reference: null,
        },
      ],
    });
  });

  it('is an empty list where nothing came in', () => {
    expect(basesOf({}).receipts).toMatchObject({ totalMinor: 0n, parts: [] });
  });
});

describe('how money is split over allocations', () => {
  const allocations = [
    { activity: 'B8', year: 2012, amountMinor: 5_000n },
    { activity: 'B9', year: null, amountMinor: 3_000n },
  ];

  it('names activity and year, and what is not allocated last', () => {
    const { received, committed } = basesOf({ allocations, receipts: paid(4_000n) });
    expect(amounts(received)).toEqual([
      ['B8, 2012', 2_000n],
      ['B9', 1_200n],
      ['Not allocated', 800n],
    ]);
    expect(amounts(committed)).toEqual([
      ['B8, 2012', 3_000n],
      ['B9', 1_800n],
      ['Not allocated', 1_200n],
    ]);
  });

  it('leaves out what gets nothing', () => {
    const whole = [{ activity: 'B8', year: null, amountMinor: 10_000n }];
    expect(amounts(basesOf({ allocations: whole }).committed)).toEqual([['B8', 10_000n]]);
    expect(basesOf({ allocations: whole }).received).toMatchObject({ totalMinor: 0n, parts: [] });
  });
});
