import { describe, expect, it } from 'vitest';
import type { PledgeFacts } from '#app/domain/facts.ts';
import { effectiveAllocations, outstandingInOwnCurrency, pledgeMoney } from '#app/domain/pledge-money.ts';
import { MissingRateError, makeRateBook } from '#app/domain/rates.ts';
import { EXCHANGE_RATES, makePledgeFacts } from '../../support/portfolios.ts';

const rates = makeRateBook('USD', EXCHANGE_RATES);
const JUNE_2013 = { rates, currency: 'USD', asOf: '2013-06-30' };
const ONLY_B8 = { activities: ['B8'], species: [], themes: [], years: [] };

function allocated(activity: string, year: number | null, amountMinor: bigint) {
  return { activity, year, amountMinor };
}

describe('the allocations that count', () => {
  const codes = (given: Partial<PledgeFacts>) =>
    effectiveAllocations(makePledgeFacts(given)).map(({ activity, year }) => [activity, year]);

  it('come by activity in natural order, then by year, those without a year last', () => {
    const allocations = [
      allocated('B10', 2012, 1n),
      allocated('B2', null, 1n),
      allocated('B2', 2013, 1n),
      allocated('A5', null, 1n),
      allocated('B2', 2012, 1n),
    ];
    expect(codes({ allocations })).toEqual([
      ['A5', null],
      ['B2', 2012],
      ['B2', 2013],
      ['B2', null],
      ['B10', 2012],
    ]);
  });

  it('are one whole allocation where the earmark names exactly one activity and nothing is allocated', () => {
    expect(effectiveAllocations(makePledgeFacts({ earmark: ONLY_B8 }))).toEqual([
      allocated('B8', null, 10_000n),
    ]);
  });

  it('are the same whole allocation where the earmark names its theme and species programme, too', () => {
    const earmark = { ...ONLY_B8, themes: ['B'], species: ['sharks'] };
    expect(effectiveAllocations(makePledgeFacts({ earmark }))).toEqual([allocated('B8', null, 10_000n)]);
  });

  it.each([
    { sentence: 'names no activity', earmark: { ...ONLY_B8, activities: [] } },
    { sentence: 'names two activities', earmark: { ...ONLY_B8, activities: ['B8', 'B9'] } },
    { sentence: 'names a year with its one activity', earmark: { ...ONLY_B8, years: [2012] } },
    { sentence: 'names a theme alone', earmark: { ...ONLY_B8, activities: [], themes: ['B'] } },
    {
      sentence: 'names a species programme alone',
      earmark: { ...ONLY_B8, activities: [], species: ['sharks'] },
    },
  ])('are none where nothing is allocated and the earmark $sentence', ({ earmark }) => {
    expect(codes({ earmark })).toEqual([]);
  });

  it('are only the explicit ones where there is any, also for one activity', () => {
    const allocations = [allocated('B8', 2012, 4_000n)];
    expect(effectiveAllocations(makePledgeFacts({ earmark: ONLY_B8, allocations }))).toEqual(allocations);
  });
});

describe('the outstanding part', () => {
  const receipts = [{ date: '2012-07-02', amountMinor: 2_500n }];
  it.each([
    { sentence: 'all of it where nothing came in', given: {}, outstanding: 10_000n },
    { sentence: 'the amount less what came in', given: { receipts }, outstanding: 7_500n },
    {
      sentence: 'less what was written off, too',
      given: { receipts, writtenOffMinor: 1_000n },
      outstanding: 6_500n,
    },
    { sentence: 'nothing once all came in', given: { amountMinor: 2_500n, receipts }, outstanding: 0n },
    {
      sentence: 'never below nothing when more came in',
      given: { amountMinor: 2_000n, receipts },
      outstanding: 0n,
    },
    {
      sentence: 'never below nothing when more was written off than was left',
      given: { receipts, writtenOffMinor: 9_999n },
      outstanding: 0n,
    },
    {
      sentence: 'nothing from the day of cancellation',
      given: { cancelledOn: '2013-06-30' },
      outstanding: 0n,
    },
    { sentence: 'all until the day before', given: { cancelledOn: '2013-07-01' }, outstanding: 10_000n },
  ])('is $sentence', ({ given, outstanding }) => {
    expect(outstandingInOwnCurrency(makePledgeFacts(given), '2013-06-30')).toBe(outstanding);
  });
});

describe('the layer of the outstanding part', () => {
  it.each([
    { sentence: 'pledged while it is only announced', committedOn: null, layer: 'pledged' },
    { sentence: 'pledged while the signature is still to come', committedOn: '2013-07-01', layer: 'pledged' },
    { sentence: 'committed on the day of the signature', committedOn: '2013-06-30', layer: 'committed' },
    { sentence: 'committed ever after', committedOn: '2012-05-02', layer: 'committed' },
  ])('is $sentence', ({ committedOn, layer }) => {
    expect(pledgeMoney(makePledgeFacts({ committedOn }), JUNE_2013).outstandingLayer).toBe(layer);
  });
});

describe('converting what a pledge brings', () => {
  const inEuros = {
    currency: 'EUR',
    amountMinor: 10_000n,
    receipts: [
      { date: '2012-07-02', amountMinor: 4_000n },
      { date: '2013-02-01', amountMinor: 3_000n },
    ],
  };

  it("takes each receipt at its own date's rate and the rest at the as-of date's", () => {
    const money = pledgeMoney(makePledgeFacts(inEuros), JUNE_2013);
    // 40.00 ÷ 0.80 + 30.00 ÷ 0.75 and (100.00 − 70.00) ÷ 0.75
    expect(money.receivedMinor).toBe(5_000n + 4_000n);
    expect(money.outstandingMinor).toBe(4_000n);
  });

  it('rounds each receipt by itself, not their sum', () => {
    const receipts = [
      { date: '2013-02-01', amountMinor: 1n },
      { date: '2013-02-02', amountMinor: 1n },
      { date: '2013-02-03', amountMinor: 1n },
    ];
    // 0.01 ÷ 0.75 = 0.0133…, one cent each; 0.03 ÷ 0.75 would be four cents.
    expect(pledgeMoney(makePledgeFacts({ ...inEuros, receipts }), JUNE_2013).receivedMinor).toBe(3n);
  });

  it('converts nothing that is in the reporting currency already', () => {
    const money = pledgeMoney(makePledgeFacts(inEuros), { ...JUNE_2013, currency: 'EUR' });
    expect(money.receivedMinor).toBe(7_000n);
    expect(money.outstandingMinor).toBe(3_000n);
  });

  it('goes through the base to a third currency', () => {
    const money = pledgeMoney(makePledgeFacts(inEuros), { ...JUNE_2013, currency: 'JPY' });
    // 40.00 EUR ÷ 0.80 × 80, 30.00 EUR ÷ 0.75 × 80
    expect(money.receivedMinor).toBe(4_000n + 3_200n);
    expect(money.outstandingMinor).toBe(3_200n);
  });

  it('names currency and date where a rate is missing', () => {
    const pledge = makePledgeFacts({ currency: 'GBP', receipts: [{ date: '2012-07-02', amountMinor: 1n }] });
    expect(() => pledgeMoney(pledge, JUNE_2013)).toThrow(MissingRateError);
    expect(() => pledgeMoney(pledge, JUNE_2013)).toThrow('There is no exchange rate for GBP on 2012-07-02');
  });

  it('needs no rate for an outstanding part that is nothing', () => {
    const pledge = makePledgeFacts({ currency: 'GBP', cancelledOn: '2012-04-01' });
    expect(pledgeMoney(pledge, JUNE_2013).outstandingMinor).toBe(0n);
  });
});

describe('splitting what a pledge brings over its allocations', () => {
  const parts = (given: Partial<PledgeFacts>) => {
    const money = pledgeMoney(makePledgeFacts(given), JUNE_2013);
    return {
      received: [...money.allocated.map((part) => part.receivedMinor), money.unallocatedReceivedMinor],
      outstanding: [
        ...money.allocated.map((part) => part.outstandingMinor),
        money.unallocatedOutstandingMinor,
      ],
    };
  };
  const halfAndThird = [allocated('B8', 2012, 5_000n), allocated('B9', null, 3_000n)];

  it('gives both in proportion to the allocated amounts, the rest unallocated', () => {
    const receipts = [{ date: '2012-07-02', amountMinor: 4_000n }];
    expect(parts({ allocations: halfAndThird, receipts })).toEqual({
      received: [2_000n, 1_200n, 800n],
      outstanding: [3_000n, 1_800n, 1_200n],
    });
  });

  it('leaves everything unallocated where nothing is allocated', () => {
    const receipts = [{ date: '2012-07-02', amountMinor: 4_000n }];
    expect(parts({ receipts })).toEqual({ received: [4_000n], outstanding: [6_000n] });
  });

  it('hands left-over cents out by remainder, the unallocated rest coming last', () => {
    const allocations = [allocated('B8', 2012, 3_333n), allocated('B9', null, 3_333n)];
    const receipts = [{ date: '2012-07-02', amountMinor: 100n }];
    // Exact shares 33.33, 33.33 and 33.34: the one cent left over goes to the largest remainder.
    expect(parts({ allocations, receipts }).received).toEqual([33n, 33n, 34n]);
  });

  it('breaks ties for the earlier allocation in the order of activity and year', () => {
    const allocations = [
      allocated('B10', 2012, 2_500n),
      allocated('B2', null, 2_500n),
      allocated('B2', 2013, 2_500n),
    ];
    const receipts = [{ date: '2012-07-02', amountMinor: 2n }];
    const money = pledgeMoney(makePledgeFacts({ allocations, receipts }), JUNE_2013);
    expect(
      money.allocated.map(({ activity, year, receivedMinor }) => [activity, year, receivedMinor]),
    ).toEqual([
      ['B2', 2013, 1n],
      ['B2', null, 1n],
      ['B10', 2012, 0n],
    ]);
    expect(money.unallocatedReceivedMinor).toBe(0n);
  });

  it('leaves what came in above the pledged amount unallocated', () => {
    const receipts = [{ date: '2012-07-02', amountMinor: 12_000n }];
    expect(parts({ allocations: [allocated('B8', null, 10_000n)], receipts })).toEqual({
      received: [10_000n, 2_000n],
      outstanding: [0n, 0n],
    });
  });

  it('weighs an excess only for what was received', () => {
    const receipts = [{ date: '2012-07-02', amountMinor: 12_000n }];
    expect(parts({ allocations: halfAndThird, receipts }).received).toEqual([5_000n, 3_000n, 4_000n]);
  });

  it('weighs an excess in the currency of the pledge where receipts came at different rates', () => {
    const given = {
      currency: 'EUR',
      amountMinor: 6_000n,
      allocations: [allocated('B8', null, 6_000n)],
      receipts: [
        { date: '2012-07-02', amountMinor: 4_000n },
        { date: '2013-02-01', amountMinor: 3_000n },
      ],
    };
    // 50.00 + 40.00 in dollars, of which 10.00 of 70.00 euros are beyond the pledge: 90.00 × 6/7 and × 1/7.
    expect(parts(given)).toEqual({ received: [7_714n, 1_286n], outstanding: [0n, 0n] });
  });

  it('keeps what was received where the pledge was cancelled', () => {
    const receipts = [{ date: '2012-07-02', amountMinor: 4_000n }];
    expect(parts({ allocations: halfAndThird, receipts, cancelledOn: '2013-01-01' })).toEqual({
      received: [2_000n, 1_200n, 800n],
      outstanding: [0n, 0n, 0n],
    });
  });

  it('spreads a write-off over all allocations, as it has no activity', () => {
    expect(parts({ allocations: halfAndThird, writtenOffMinor: 2_000n }).outstanding).toEqual([
      4_000n,
      2_400n,
      1_600n,
    ]);
  });

  it('gives a pledge tied to one activity to it whole', () => {
    const receipts = [{ date: '2012-07-02', amountMinor: 4_000n }];
    expect(parts({ earmark: ONLY_B8, receipts })).toEqual({
      received: [4_000n, 0n],
      outstanding: [6_000n, 0n],
    });
  });

  it('leaves the excess of a pledge tied to one activity unallocated all the same', () => {
    const receipts = [{ date: '2012-07-02', amountMinor: 10_500n }];
    expect(parts({ earmark: ONLY_B8, receipts })).toEqual({
      received: [10_000n, 500n],
      outstanding: [0n, 0n],
    });
  });
});
