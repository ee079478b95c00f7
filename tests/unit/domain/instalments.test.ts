import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overdueInstalments } from '#app/domain/instalments.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import { makePledge } from '../../support/portfolios.ts';

const INSTALMENTS = [
  { due: '2012-06-30', amountMinor: 25_000n },
  { due: '2012-12-31', amountMinor: 15_000n },
  { due: '2013-06-30', amountMinor: 10_000n },
];

function pledgeWith(given: Partial<Pledge>): Pledge {
  return makePledge({ amountMinor: 50_000n, instalments: INSTALMENTS, ...given });
}

function received(date: string, amountMinor: bigint) {
  return { date, amountMinor };
}

describe('an overdue instalment', () => {
  it.each([
    { sentence: 'none before the first is due', asOf: '2012-06-01', pledge: {}, overdue: [] },
    { sentence: 'none on the very day it is due', asOf: '2012-06-30', pledge: {}, overdue: [] },
    {
      sentence: 'the first, the day after, when nothing came in',
      asOf: '2012-07-01',
      pledge: {},
      overdue: [['2012-06-30', 25_000n]],
    },
    {
      sentence: 'none when it came in full',
      asOf: '2012-07-01',
      pledge: { receipts: [received('2012-06-28', 25_000n)] },
      overdue: [],
    },
    {
      sentence: 'none when it came late, but before the as-of date',
      asOf: '2012-09-01',
      pledge: { receipts: [received('2012-09-01', 25_000n)] },
      overdue: [],
    },
    {
      sentence: 'the first, while its money is still to come',
      asOf: '2012-08-31',
      pledge: { receipts: [received('2012-09-01', 25_000n)] },
      overdue: [['2012-06-30', 25_000n]],
    },
    {
      sentence: 'what is missing of one paid in part',
      asOf: '2012-07-01',
      pledge: { receipts: [received('2012-06-28', 24_999n)] },
      overdue: [['2012-06-30', 1n]],
    },
    {
      sentence: 'the second when the money covers the first only',
      asOf: '2013-01-01',
      pledge: { receipts: [received('2012-06-28', 25_000n)] },
      overdue: [['2012-12-31', 15_000n]],
    },
    {
      sentence: 'both when the money covers neither, the older one first',
      asOf: '2013-01-01',
      pledge: { receipts: [received('2012-06-28', 5_000n)] },
      overdue: [
        ['2012-06-30', 20_000n],
        ['2012-12-31', 15_000n],
      ],
    },
    {
      sentence: 'none where an early payment covers two',
      asOf: '2013-01-01',
      pledge: { receipts: [received('2012-03-02', 40_000n)] },
      overdue: [],
    },
    {
      sentence: 'none where the rest was written off',
      asOf: '2013-01-01',
      pledge: {
        receipts: [received('2012-06-28', 25_000n)],
        writeOffs: [{ date: '2012-12-01', amountMinor: 15_000n, reason: null }],
      },
      overdue: [],
    },
    {
      sentence: 'the second while its write-off is still to come',
      asOf: '2013-01-01',
      pledge: {
        receipts: [received('2012-06-28', 25_000n)],
        writeOffs: [{ date: '2013-02-01', amountMinor: 15_000n, reason: null }],
      },
      overdue: [['2012-12-31', 15_000n]],
    },
    {
      sentence: 'none once the pledge is cancelled',
      asOf: '2013-01-01',
      pledge: { cancelledOn: '2013-01-01' },
      overdue: [],
    },
    {
      sentence: 'all that is due while the cancellation is still to come',
      asOf: '2013-01-01',
      pledge: { cancelledOn: '2013-01-02' },
      overdue: [
        ['2012-06-30', 25_000n],
        ['2012-12-31', 15_000n],
      ],
    },
    {
      sentence: 'the first also of a pledge that was only announced',
      asOf: '2012-07-01',
      pledge: { committedOn: null },
      overdue: [['2012-06-30', 25_000n]],
    },
    {
      sentence: 'none before the pledge itself exists',
      asOf: '2012-07-01',
      pledge: { date: '2012-07-02' },
      overdue: [],
    },
    { sentence: 'none where none was agreed', asOf: '2020-01-01', pledge: { instalments: [] }, overdue: [] },
    {
      sentence: 'none where an instalment asks for nothing',
      asOf: '2020-01-01',
      pledge: { instalments: [{ due: '2012-06-30', amountMinor: 0n }] },
      overdue: [],
    },
  ])('is $sentence', ({ asOf, pledge, overdue }) => {
    const found = overdueInstalments(pledgeWith(pledge), asOf);
    expect(found.map(({ due, missingMinor }) => [due, missingMinor])).toEqual(overdue);
  });

  it('goes by due dates, not by the order in which instalments were listed', () => {
    const pledge = pledgeWith({
      instalments: [...INSTALMENTS].reverse(),
      receipts: [received('2012-06-28', 25_000n)],
    });
    expect(overdueInstalments(pledge, '2013-01-01').map(({ due }) => due)).toEqual(['2012-12-31']);
    expect(pledge.instalments).toEqual([...INSTALMENTS].reverse());
  });

  it('keeps the amount that was agreed beside what is missing', () => {
    const pledge = pledgeWith({ receipts: [received('2012-06-28', 20_000n)] });
    expect(overdueInstalments(pledge, '2012-07-01')).toEqual([
      { due: '2012-06-30', amountMinor: 25_000n, missingMinor: 5_000n },
    ]);
  });
});

describe('overdue instalments of any pledge', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2012-06-${String(date).padStart(2, '0')}`);
  const amountMinor = fc.bigInt({ min: 1n, max: 20n });
  const anyPledge = fc
    .record({
      instalments: fc.array(fc.record({ due: day, amountMinor }), { maxLength: 5 }),
      receipts: fc.array(fc.record({ date: day, amountMinor }), { maxLength: 3 }),
      writeOffs: fc.array(fc.record({ date: day, amountMinor, reason: fc.constant(null) }), { maxLength: 2 }),
      cancelledOn: fc.option(day, { freq: 5 }),
    })
    .map((given) => makePledge({ ...given, date: '2012-05-01' }));

  it('are those due before the day whose running total is above what was settled', () => {
    fc.assert(
      fc.property(anyPledge, day, (pledge, asOf) => {
        const settled = [...pledge.receipts, ...pledge.writeOffs]
          .filter(({ date }) => date <= asOf)
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        const inOrder = pledge.instalments
          .map((instalment, position) => ({ ...instalment, position }))
          .sort((a, b) => (a.due === b.due ? a.position - b.position : a.due < b.due ? -1 : 1));
        const expected = inOrder.filter((instalment, index) => {
          const upToIt = inOrder.slice(0, index + 1).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
          const isCancelled = pledge.cancelledOn !== null && pledge.cancelledOn <= asOf;
          return instalment.due < asOf && !isCancelled && settled < upToIt;
        });
        const found = overdueInstalments(pledge, asOf);
        expect(found.map(({ due, amountMinor }) => ({ due, amountMinor }))).toEqual(
          expected.map(({ due, amountMinor }) => ({ due, amountMinor })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('miss together what is due less what was settled, and none more than its own amount', () => {
    fc.assert(
      fc.property(anyPledge, day, (pledge, asOf) => {
        fc.pre(pledge.cancelledOn === null);
        const due = pledge.instalments.filter((instalment) => instalment.due < asOf);
        const settled = [...pledge.receipts, ...pledge.writeOffs].filter(({ date }) => date <= asOf);
        const total = (some: readonly { amountMinor: bigint }[]) =>
          some.reduce((sum, each) => sum + each.amountMinor, 0n);
        const missing = total(due) - total(settled);
        const overdue = overdueInstalments(pledge, asOf);
        expect(overdue.reduce((sum, { missingMinor }) => sum + missingMinor, 0n)).toBe(
          missing > 0n ? missing : 0n,
        );
        for (const { missingMinor, amountMinor } of overdue) {
          expect(missingMinor > 0n && missingMinor <= amountMinor).toBe(true);
        }
      }),
    );
  });
});
