import { describe, expect, it } from 'vitest';
import { exactGapPercentiles } from '#app/domain/gap-percentiles.ts';
import { DRAW_COUNT, simulateGaps } from '#app/domain/gap-simulation.ts';
import { type GapStakes, winsByActivity } from '#app/domain/gap-stakes.ts';
import { toNumber } from '#app/domain/rational.ts';
import { type RemainingNeed, remainingNeed } from '#app/domain/remaining-need.ts';

function prospect(percent: bigint, ...stakes: [activity: number, amountMinor: bigint][]): GapStakes {
  return {
    probability: { numerator: percent, denominator: 100n },
    stakes: stakes.map(([activity, amountMinor]) => ({ activity, amountMinor })),
  };
}

/** Three activities and 14 prospects, most of them with two stakes: few enough to be known exactly. */
const NEEDS = [90_000n, 150_000n, 40_000n];
const PROSPECTS = Array.from({ length: 14 }, (_, index) =>
  prospect(
    [5n, 10n, 20n, 30n, 60n, 90n][index % 6] ?? 0n,
    [index % 3, BigInt(9000 + 3217 * index)],
    [(index + 1) % 3, BigInt(21_000 - 1373 * index)],
  ),
);
const EVERY_ACTIVITY = new Set([0, 1, 2]);

function detailsOf(
  needs: readonly bigint[],
  prospects: readonly GapStakes[],
  activity: number,
): RemainingNeed {
  const details = simulateGaps(needs, prospects, new Set([activity])).remainingNeeds.get(activity);
  if (!details) throw new Error('the simulation says nothing about the activity');
  return details;
}

describe('a simulation', () => {
  it.each<[string, bigint[], GapStakes[], bigint]>([
    ['leaves nothing where nothing is needed', [], [], 0n],
    ['leaves everything where nothing can be won', [30n, 70n], [], 100n],
    ['takes a certain win for won in every draw', [30n, 70n], [prospect(100n, [1, 60n])], 40n],
    ['takes an impossible one for lost in every draw', [30n, 70n], [prospect(0n, [1, 60n])], 100n],
    ['lets no surplus of one activity help another', [30n, 70n], [prospect(100n, [1, 90n])], 30n],
    ['adds up wins for one activity', [70n], [prospect(100n, [0, 30n]), prospect(100n, [0, 30n])], 10n],
  ])('%s', (_, needs, prospects, left) => {
    const { percentiles } = simulateGaps(needs, prospects, new Set());
    expect(percentiles).toEqual({ p10Minor: left, p50Minor: left, p90Minor: left });
  });

  it('wins or loses all stakes of a prospect together', () => {
    const { percentiles } = simulateGaps([10n, 10n], [prospect(50n, [0, 10n], [1, 10n])], new Set());
    expect([0n, 20n]).toContain(percentiles.p50Minor);
    expect([percentiles.p10Minor, percentiles.p90Minor]).toEqual([0n, 20n]);
  });

  it('has percentiles whose exact probability is near 10, 50 and 90 %', () => {
    const simulated = simulateGaps(NEEDS, PROSPECTS, new Set()).percentiles;
    const exact = exactGapPercentiles(NEEDS, PROSPECTS);
    for (const key of ['p10Minor', 'p50Minor', 'p90Minor'] as const) {
      const difference = Math.abs(Number(simulated[key] - exact[key]));
      expect(difference).toBeLessThanOrEqual(0.02 * Number(exact[key]));
    }
  });

  it('agrees with the exact figures of each activity', () => {
    const { remainingNeeds } = simulateGaps(NEEDS, PROSPECTS, EVERY_ACTIVITY);
    for (const [activity, wins] of winsByActivity(NEEDS.length, PROSPECTS).entries()) {
      const exact = remainingNeed(NEEDS[activity] ?? 0n, wins);
      const simulated = remainingNeeds.get(activity);
      if (!exact || !simulated) throw new Error('both know every activity here');
      const near = (a: number, b: number, tolerance: number) =>
        expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance);
      near(toNumber(simulated.expectedMinor), toNumber(exact.expectedMinor), 300);
      near(toNumber(simulated.fundedProbability), toNumber(exact.fundedProbability), 0.006);
      expect(simulated.valuesMinor).toHaveLength(exact.valuesMinor.length);
      for (const [index, value] of exact.valuesMinor.entries()) {
        near(
          toNumber(simulated.valuesMinor[index] ?? { numerator: -1n, denominator: 1n }),
          toNumber(value),
          150,
        );
      }
    }
  }, 60_000);

  it('says the same every time', () => {
    expect(simulateGaps(NEEDS, PROSPECTS, EVERY_ACTIVITY)).toEqual(
      simulateGaps(NEEDS, PROSPECTS, EVERY_ACTIVITY),
    );
  }, 60_000);

  it('tells the percentiles apart from the activities asked about', () => {
    const { percentiles, remainingNeeds } = simulateGaps(NEEDS, PROSPECTS, new Set([1]));
    expect(percentiles).toEqual(simulateGaps(NEEDS, PROSPECTS, EVERY_ACTIVITY).percentiles);
    expect([...remainingNeeds.keys()]).toEqual([1]);
  });

  it('grows with the amounts, also where they are beyond machine integers', () => {
    const factor = 10n ** 20n;
    const large = PROSPECTS.map(({ probability, stakes }) => ({
      probability,
      stakes: stakes.map(({ activity, amountMinor }) => ({ activity, amountMinor: amountMinor * factor })),
    }));
    const small = simulateGaps(NEEDS, PROSPECTS, new Set([0]));
    const scaled = simulateGaps(
      NEEDS.map((needMinor) => needMinor * factor),
      large,
      new Set([0]),
    );
    expect(scaled.percentiles).toEqual({
      p10Minor: small.percentiles.p10Minor * factor,
      p50Minor: small.percentiles.p50Minor * factor,
      p90Minor: small.percentiles.p90Minor * factor,
    });
    expect(scaled.remainingNeeds.get(0)?.expectedMinor.numerator).toBe(
      (small.remainingNeeds.get(0)?.expectedMinor.numerator ?? 0n) * factor,
    );
  }, 60_000);

  it('values a win by the same draws with it lost and with it won', () => {
    const prospects = [prospect(60n, [0, 80n]), prospect(60n, [0, 80n]), prospect(0n, [0, 500n])];
    const { valuesMinor, expectedMinor, fundedProbability } = detailsOf([100n], prospects, 0);
    const denominator = BigInt(DRAW_COUNT);
    expect(valuesMinor.map((value) => value.denominator)).toEqual([denominator, denominator, denominator]);
    // an impossible win of all that is needed would bring what is expected to be left
    expect(valuesMinor[2]).toEqual(expectedMinor);
    expect(Math.abs(toNumber(fundedProbability) - 0.36)).toBeLessThan(0.01);
  });
});
