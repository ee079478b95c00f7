import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactGapPercentiles } from '#app/domain/gap-percentiles.ts';
import { type GapStakes, winsByActivity } from '#app/domain/gap-stakes.ts';
import { commonDenominator, everyOutcome } from '../../support/outcomes.ts';

function prospect(percent: bigint, ...stakes: [activity: number, amountMinor: bigint][]): GapStakes {
  return {
    probability: { numerator: percent, denominator: 100n },
    stakes: stakes.map(([activity, amountMinor]) => ({ activity, amountMinor })),
  };
}

/** The percentiles as the definition says: sort all outcomes by their gap and walk up to the probability. */
function byDefinition(needsMinor: readonly bigint[], prospects: readonly GapStakes[]) {
  const chances = prospects.map(({ probability }) => probability);
  const outcomes = everyOutcome(chances)
    .map(({ happens, weight }) => {
      const gaps = needsMinor.map((needMinor, activity) => {
        const won = prospects.flatMap(({ stakes }, index) =>
          happens[index] ? stakes.filter((stake) => stake.activity === activity) : [],
        );
        const left = won.reduce((minor, { amountMinor }) => minor - amountMinor, needMinor);
        return left > 0n ? left : 0n;
      });
      return { gapMinor: gaps.reduce((sum, gap) => sum + gap, 0n), weight };
    })
    .sort((a, b) => Number(a.gapMinor - b.gapMinor));
  const reaching = (tenths: bigint) => {
    let weight = 0n;
    return outcomes.find((outcome) => {
      weight += outcome.weight;
      return 10n * weight >= tenths * commonDenominator(chances);
    })?.gapMinor;
  };
  return { p10Minor: reaching(1n), p50Minor: reaching(5n), p90Minor: reaching(9n) };
}

const anyProspects = fc.array(
  fc.record({
    probability: fc.constantFrom(0n, 10n, 50n, 60n, 90n, 100n).map((percent) => ({
      numerator: percent,
      denominator: 100n,
    })),
    stakes: fc.uniqueArray(fc.record({ activity: fc.nat(2), amountMinor: fc.bigInt(0n, 12n) }), {
      selector: ({ activity }) => activity,
      maxLength: 3,
    }),
  }),
  { maxLength: 6 },
);
const anyNeeds = fc
  .tuple(fc.bigInt(0n, 15n), fc.bigInt(0n, 15n), fc.bigInt(0n, 15n))
  .map((needs) => [...needs]);

describe('the exact percentiles of the remaining gap', () => {
  it.each<[string, bigint[], GapStakes[], [bigint, bigint, bigint]]>([
    ['are 0 where nothing is needed', [], [], [0n, 0n, 0n]],
    ['are the need where nothing can be won', [30n, 70n], [], [100n, 100n, 100n]],
    [
      'are 0, 20 and 100 with two asks of 80 at 60 %',
      [100n],
      [prospect(60n, [0, 80n]), prospect(60n, [0, 80n])],
      [0n, 20n, 100n],
    ],
    ['are reached at a probability of exactly 50 %', [100n], [prospect(50n, [0, 100n])], [0n, 0n, 100n]],
    ['are reached at a probability of exactly 90 %', [100n], [prospect(90n, [0, 100n])], [0n, 0n, 0n]],
    ['are not reached just below it', [100n], [prospect(49n, [0, 100n])], [0n, 100n, 100n]],
    ['count a certain win as won', [100n], [prospect(100n, [0, 30n])], [70n, 70n, 70n]],
    ['count an impossible one as lost', [100n], [prospect(0n, [0, 30n])], [100n, 100n, 100n]],
    ['ignore a prospect without a stake', [100n], [prospect(50n), prospect(100n, [0, 30n])], [70n, 70n, 70n]],
    [
      'win or lose all stakes of a prospect together',
      [10n, 10n],
      [prospect(50n, [0, 10n], [1, 10n])],
      [0n, 0n, 20n],
    ],
    ['let no surplus of one activity help another', [10n, 10n], [prospect(100n, [0, 20n])], [10n, 10n, 10n]],
  ])('%s', (_, needsMinor, prospects, [p10Minor, p50Minor, p90Minor]) => {
    expect(exactGapPercentiles(needsMinor, prospects)).toEqual({ p10Minor, p50Minor, p90Minor });
  });

  it('are those of the definition', () => {
    fc.assert(
      fc.property(anyNeeds, anyProspects, (needsMinor, prospects) => {
        expect(exactGapPercentiles(needsMinor, prospects)).toEqual(byDefinition(needsMinor, prospects));
      }),
      { numRuns: 300 },
    );
  });

  it('grow with the amounts, however large those are', () => {
    const factor = 10n ** 25n;
    fc.assert(
      fc.property(anyNeeds, anyProspects, (needsMinor, prospects) => {
        const large = prospects.map(({ probability, stakes }) => ({
          probability,
          stakes: stakes.map(({ activity, amountMinor }) => ({
            activity,
            amountMinor: amountMinor * factor,
          })),
        }));
        const { p10Minor, p50Minor, p90Minor } = exactGapPercentiles(needsMinor, prospects);
        expect(
          exactGapPercentiles(
            needsMinor.map((needMinor) => needMinor * factor),
            large,
          ),
        ).toEqual({
          p10Minor: p10Minor * factor,
          p50Minor: p50Minor * factor,
          p90Minor: p90Minor * factor,
        });
      }),
    );
  });

  it('are found among the 65,536 outcomes of 16 prospects', () => {
    const prospects = Array.from({ length: 16 }, (_, index) => prospect(50n, [0, 2n ** BigInt(index)]));
    // what is left is 1 to 2^16, each with the same probability
    expect(exactGapPercentiles([2n ** 16n], prospects)).toEqual({
      p10Minor: 6554n,
      p50Minor: 32_768n,
      p90Minor: 58_983n,
    });
  });
});

describe('the wins of each activity', () => {
  it('come in the order of the prospects, with their positions', () => {
    const prospects = [prospect(10n, [1, 5n]), prospect(20n, [0, 6n], [1, 7n])];
    const [ten, twenty] = [10n, 20n].map((numerator) => ({ numerator, denominator: 100n }));
    expect(winsByActivity(3, prospects)).toEqual([
      [{ prospect: 1, probability: twenty, amountMinor: 6n }],
      [
        { prospect: 0, probability: ten, amountMinor: 5n },
        { prospect: 1, probability: twenty, amountMinor: 7n },
      ],
      [],
    ]);
  });
});
