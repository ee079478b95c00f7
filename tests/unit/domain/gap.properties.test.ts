import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivityFacts, ProgrammeFacts } from '#app/domain/facts.ts';
import { NO_FIGURES } from '#app/domain/figures.ts';
import { fundingGap, type GapReport } from '#app/domain/gap.ts';
import { gapAnswer } from '#app/domain/gap-answer.ts';
import { GAP_DIMENSIONS } from '#app/domain/gap-rows.ts';
import { LAYERS } from '#app/domain/pledge-money.ts';
import { makePledgeFacts } from '../../support/portfolios.ts';
import { askedPortfolios } from '../../support/random-portfolios.ts';

const CASES = askedPortfolios(150);
const anyFacts = fc.constantFrom(...CASES.map(({ facts }) => facts));

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

function answers(report: GapReport): unknown[] {
  return GAP_DIMENSIONS.map((by) => gapAnswer(report, by));
}

describe('in any portfolio, every cent of a pledge is in exactly one place', { timeout: 60_000 }, () => {
  it('covered, surplus or unallocated make received and outstanding together', () => {
    for (const { name, report } of CASES) {
      const { pledges, total: sum } = report;
      const brought = total(pledges.map((money) => money.receivedMinor + money.outstandingMinor));
      const unallocated = total(
        pledges.map((money) => money.unallocatedReceivedMinor + money.unallocatedOutstandingMinor),
      );
      const covered = sum.receivedMinor + sum.committedMinor + sum.pledgedMinor;
      expect(covered + sum.surplusMinor + unallocated, name).toBe(brought);
    }
  });

  it('activity by activity and layer by layer', () => {
    for (const { name, report } of CASES) {
      const { activities, pledges } = report;
      for (const { activity, figures, surplusByLayer } of activities) {
        for (const layer of LAYERS) {
          const given = pledges.flatMap(({ allocated, outstandingLayer }) =>
            allocated
              .filter((part) => part.activity === activity.code)
              .map((part) =>
                layer === 'received'
                  ? part.receivedMinor
                  : outstandingLayer === layer
                    ? part.outstandingMinor
                    : 0n,
              ),
          );
          expect(figures[`${layer}Minor`] + surplusByLayer[layer], name).toBe(total(given));
        }
        expect(figures.surplusMinor, name).toBe(total(Object.values(surplusByLayer)));
      }
    }
  });

  it('firm and announced flexible money is what nobody was given yet', () => {
    for (const { name, report } of CASES) {
      const { pledges, flexible, flexibleIfPledgesHold } = report;
      const unallocated = total(
        pledges.map((money) => money.unallocatedReceivedMinor + money.unallocatedOutstandingMinor),
      );
      expect(flexibleIfPledgesHold.flexibleMinor, name).toBe(unallocated);
      const announced = pledges.filter(({ outstandingLayer }) => outstandingLayer === 'pledged');
      expect(flexible.flexibleMinor, name).toBe(
        unallocated - total(announced.map((money) => money.unallocatedOutstandingMinor)),
      );
    }
  });
});

describe('in any portfolio, figures hang together', { timeout: 60_000 }, () => {
  it('no gap is below zero, and every cell and activity adds up', () => {
    for (const { name, report } of CASES) {
      for (const { cells, figures, requirements } of report.activities) {
        for (const part of [...cells, figures]) {
          expect(part.gapMinor, name).toBe(part.requirementMinor - part.receivedMinor - part.committedMinor);
          expect(part.gapIfPledgesHoldMinor, name).toBe(part.gapMinor - part.pledgedMinor);
          expect(part.gapIfPledgesHoldMinor >= 0n && part.pledgedMinor >= 0n, name).toBe(true);
        }
        expect(figures.gapMinor, name).toBe(total(cells.map(({ gapMinor }) => gapMinor)));
        expect(figures.requirementMinor, name).toBe(
          total(requirements.map(({ requirementMinor }) => requirementMinor)),
        );
        expect(
          cells.map(({ year }) => year),
          name,
        ).toEqual(requirements.map(({ year }) => year));
      }
    }
  });

  it('flexible = deployable + stranded, and the attainable gap is the gap less what is deployable', () => {
    for (const { name, report } of CASES) {
      const { flexible, flexibleIfPledgesHold, total: sum } = report;
      for (const [funding, gapMinor] of [
        [flexible, sum.gapMinor],
        [flexibleIfPledgesHold, sum.gapIfPledgesHoldMinor],
      ] as const) {
        expect(funding.deployableMinor + funding.strandedMinor, name).toBe(funding.flexibleMinor);
        expect(funding.attainableGapMinor, name).toBe(gapMinor - funding.deployableMinor);
        expect(funding.strandedMinor >= 0n && funding.attainableGapMinor >= 0n, name).toBe(true);
      }
    }
  });

  it('an unbudgeted activity has no requirement and waits for donors; no other is listed', () => {
    for (const { name, report } of CASES) {
      const { activities, unbudgeted } = report;
      for (const { activity, isUnbudgeted, cells } of activities) {
        const waits = activity.funding !== 'core' && activity.status !== 'cancelled';
        expect(isUnbudgeted, name).toBe(waits && activity.budget === null);
        if (isUnbudgeted || activity.status === 'cancelled') expect(cells, name).toEqual([]);
        expect(unbudgeted.includes(activity.code), name).toBe(isUnbudgeted);
      }
    }
  });

  it('cancelling an activity takes away its requirement and makes its money surplus, and changes no other', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat({ max: 20 }), (facts, place) => {
        const cancelled = facts.activities[place % facts.activities.length] as ActivityFacts;
        const activities = facts.activities.map((activity) =>
          activity === cancelled ? { ...activity, status: 'cancelled' as const } : activity,
        );
        const before = fundingGap(facts).activities;
        const after = fundingGap({ ...facts, activities }).activities;
        for (const [index, gap] of after.entries()) {
          const { figures } = before[index] ?? gap;
          if (gap.activity.code !== cancelled.code) expect(gap.figures).toEqual(figures);
          else {
            expect(gap.figures).toEqual({
              ...NO_FIGURES,
              surplusMinor:
                figures.surplusMinor + figures.receivedMinor + figures.committedMinor + figures.pledgedMinor,
              weightedPipelineMinor: figures.weightedPipelineMinor,
            });
          }
        }
      }),
    );
  });
});

describe('more money', { timeout: 60_000 }, () => {
  const anyGift = fc.record({
    amountMinor: fc.bigInt({ min: 1n, max: 400_000n }),
    committedOn: fc.constantFrom(null, '2011-01-01'),
    share: fc.constantFrom(0n, 1n, 2n),
    year: fc.constantFrom(null, 2011, 2012, 2013, 2014),
    isReceived: fc.boolean(),
    activityPlace: fc.nat({ max: 20 }),
  });

  function withGift(facts: ProgrammeFacts, gift: typeof anyGift extends fc.Arbitrary<infer T> ? T : never) {
    const { amountMinor, committedOn, share, year, isReceived, activityPlace } = gift;
    const activity = facts.activities[activityPlace % facts.activities.length]?.code ?? '';
    const pledge = makePledgeFacts({
      code: 'PL-MORE',
      currency: facts.currency,
      amountMinor,
      committedOn,
      allocations: share === 0n ? [] : [{ activity, year, amountMinor: (amountMinor * share + 1n) / 2n }],
      receipts: isReceived ? [{ date: facts.asOf, amountMinor }] : [],
    });
    return { ...facts, pledges: [...facts.pledges, pledge] };
  }

  it('raises no gap of any year of any activity, nor the attainable gap', () => {
    fc.assert(
      fc.property(anyFacts, anyGift, (facts, gift) => {
        const before = fundingGap(facts);
        const after = fundingGap(withGift(facts, gift));
        for (const [index, { cells }] of after.activities.entries()) {
          for (const [position, cell] of cells.entries()) {
            const earlier = before.activities[index]?.cells[position] ?? cell;
            expect(cell.gapMinor <= earlier.gapMinor).toBe(true);
            expect(cell.gapIfPledgesHoldMinor <= earlier.gapIfPledgesHoldMinor).toBe(true);
          }
        }
        expect(after.flexible.attainableGapMinor <= before.flexible.attainableGapMinor).toBe(true);
        expect(
          after.flexibleIfPledgesHold.attainableGapMinor <= before.flexibleIfPledgesHold.attainableGapMinor,
        ).toBe(true);
      }),
    );
  });

  it('that is only announced closes no gap', () => {
    fc.assert(
      fc.property(anyFacts, anyGift, (facts, gift) => {
        const announced = withGift(facts, { ...gift, committedOn: null, isReceived: false });
        const [before, after] = [fundingGap(facts), fundingGap(announced)];
        expect(after.total.gapMinor).toBe(before.total.gapMinor);
        expect(after.flexible).toEqual(before.flexible);
      }),
    );
  });
});

describe('the order in which things were written down', { timeout: 60_000 }, () => {
  it('changes nothing: neither that of pledges, activities, prospects and species, nor within them', () => {
    for (const { name, facts, report } of CASES) {
      const turned: ProgrammeFacts = {
        ...facts,
        themes: [...facts.themes].reverse(),
        speciesProgrammes: [...facts.speciesProgrammes].reverse(),
        activities: facts.activities
          .map((activity) => ({ ...activity, species: [...activity.species].reverse() }))
          .reverse(),
        pledges: facts.pledges
          .map((pledge) => ({
            ...pledge,
            allocations: [...pledge.allocations].reverse(),
            receipts: [...pledge.receipts].reverse(),
          }))
          .reverse(),
        prospects: facts.prospects
          .map((prospect) => ({ ...prospect, asks: [...prospect.asks].reverse() }))
          .reverse(),
      };
      expect(answers(fundingGap(turned)), name).toEqual(answers(report));
    }
  });
});
