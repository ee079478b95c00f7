import { describe, expect, it } from 'vitest';
import { pledgesOfActivity, prospectsOfActivity } from '#app/domain/activity-money.ts';
import { UNEARMARKED } from '#app/domain/earmark.ts';
import { fundingGap } from '#app/domain/gap.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import type { Prospect } from '#app/domain/prospect.ts';
import {
  budgetByYear,
  factsOf,
  makeActivity,
  makePledge,
  makePortfolio,
  makeProspect,
} from '../../support/portfolios.ts';

function portfolioOf(pledges: readonly Pledge[], prospects: readonly Prospect[] = []) {
  return makePortfolio({
    activities: [makeActivity({ code: 'B8' }), makeActivity({ code: 'B10' })],
    budgets: [budgetByYear('B8', { 2013: 10_000n })],
    pledges,
    prospects,
  });
}

function pledgesOfB8(...pledges: Pledge[]) {
  return pledgesOfActivity(fundingGap(factsOf(portfolioOf(pledges))), 'B8', pledges);
}

describe('the pledges of an activity', () => {
  it('are those allocated to it, with its part of what came in', () => {
    const [each] = pledgesOfB8(
      makePledge({
        amountMinor: 10_000n,
        committedOn: '2012-05-01',
        allocations: [
          { activity: 'B8', year: 2013, amountMinor: 4_000n },
          { activity: 'B10', year: null, amountMinor: 6_000n },
        ],
        receipts: [{ date: '2012-07-02', amountMinor: 5_000n }],
      }),
    );
    expect(each).toMatchObject({
      state: 'committed',
      earmarkLevel: 'unearmarked',
      allocations: [{ activity: 'B8', year: 2013, amountMinor: 4_000n }],
      receivedMinor: 2_000n,
      outstandingMinor: 2_000n,
      outstandingLayer: 'committed',
    });
  });

  it('are those earmarked for it, also while nothing of them is allocated to it', () => {
    const earmark = { ...UNEARMARKED, activities: ['B8', 'B10'] };
    const [each] = pledgesOfB8(makePledge({ earmark }));
    expect(each).toMatchObject({
      state: 'announced',
      allocations: [],
      receivedMinor: 0n,
      outstandingMinor: 0n,
    });
  });

  it('are not those that could also go elsewhere', () => {
    expect(pledgesOfB8(makePledge(), makePledge({ code: 'PL-2', date: '2014-01-01' }))).toEqual([]);
  });

  it('stay after they were cancelled, with what had come in', () => {
    const [each] = pledgesOfB8(
      makePledge({
        cancelledOn: '2013-01-01',
        allocations: [{ activity: 'B8', year: null, amountMinor: 10_000n }],
        receipts: [{ date: '2012-07-02', amountMinor: 1_000n }],
      }),
    );
    expect(each).toMatchObject({ state: 'cancelled', receivedMinor: 1_000n, outstandingMinor: 0n });
  });
});

describe('the prospects of an activity', () => {
  const prospectsOfB8 = (...prospects: Prospect[]) =>
    prospectsOfActivity(fundingGap(factsOf(portfolioOf([], prospects))), 'B8');

  it('show the ask in both currencies and the probability of the stage', () => {
    const asks = [
      { programme: 'JWP', activity: 'B10', amountMinor: 1n },
      { programme: 'JWP', activity: 'B8', amountMinor: 7_500n },
    ];
    expect(prospectsOfB8(makeProspect({ currency: 'EUR', asks }))).toMatchObject([
      { askMinor: 7_500n, stakeMinor: 10_000n, probability: '60 %', isOwnProbability: false, isStale: false },
    ]);
  });

  it('keep a probability of their own, also when it is 0', () => {
    expect(prospectsOfB8(makeProspect({ probability: '0' }))).toMatchObject([
      { probability: '0 %', isOwnProbability: true },
    ]);
  });

  it('are stale after their decision date', () => {
    expect(prospectsOfB8(makeProspect({ decisionBy: '2013-06-29' }))).toMatchObject([{ isStale: true }]);
  });

  it('are not those that are closed or ask for other activities', () => {
    const other = [{ programme: 'JWP', activity: 'B10', amountMinor: 1n }];
    expect(
      prospectsOfB8(makeProspect({ stage: 'lost' }), makeProspect({ code: 'PR-2', asks: other })),
    ).toEqual([]);
  });
});
