import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProspectFacts } from '#app/domain/facts.ts';
import { forecast } from '#app/domain/forecast.ts';
import { effectiveProbability } from '#app/domain/pipeline.ts';
import { MissingRateError, makeRateBook } from '#app/domain/rates.ts';
import { type Rational, roundHalfUp } from '#app/domain/rational.ts';
import { commonDenominator, everyOutcome } from '../../support/outcomes.ts';

type Facts = Parameters<typeof forecast>[0];
type Asks = Readonly<Record<string, bigint>>;

const RATES = makeRateBook('USD', [
  { currency: 'EUR', from: '2012-01-01', unitsPerBase: '0.80' },
  { currency: 'JPY', from: '2012-01-01', unitsPerBase: '80' },
]);

function prospect(code: string, asks: Asks, parts: Partial<ProspectFacts> = {}): ProspectFacts {
  return {
    ...{ code, donor: 'north', currency: 'USD', stage: 'proposal', probability: null, decisionBy: null },
    asks: Object.entries(asks).map(([activity, amountMinor]) => ({ activity, amountMinor })),
    ...parts,
  };
}

function forecastOf(
  needs: Readonly<Record<string, bigint | null>>,
  prospects: readonly ProspectFacts[],
  parts: Partial<Facts> = {},
) {
  const activities = Object.keys(needs).map((code): Facts['activities'][number] => ({
    ...{ code, title: code, theme: 'A', status: 'planned', funding: 'external', priority: null },
    ...{ species: [], budget: null },
  }));
  const facts = { activities, prospects, asOf: '2012-06-30', currency: 'USD', rates: RATES, ...parts };
  return forecast(facts, new Map(Object.entries(needs)));
}

describe('the forecast of a need of 100 with two asks of 80 at 60 %', () => {
  const answer = forecastOf({ B8: 10_000n }, [
    prospect('PR-2', { B8: 8000n }),
    prospect('PR-1', { B8: 8000n }),
  ]);

  it('expects 25.60 to remain, not the 4.00 that are left of the need after the weighted pipeline', () => {
    expect(answer.expectedGapMinor).toBe(2560n);
  });

  it('gives full funding a chance of 36 %', () => {
    expect(answer.activities).toEqual([
      { code: 'B8', gapIfPledgesHoldMinor: 10_000n, expectedGapMinor: 2560n, probabilityFunded: 0.36 },
    ]);
  });

  it('finds exact percentiles at the three possible gaps', () => {
    expect(answer).toMatchObject({ method: 'exact', p10Minor: 0n, p50Minor: 2000n, p90Minor: 10_000n });
  });

  it('values each prospect at what its loss would add, in the order of codes where equal', () => {
    expect(answer.prospects).toEqual([
      { code: 'PR-1', valueMinor: 4400n },
      { code: 'PR-2', valueMinor: 4400n },
    ]);
  });
});

describe('the forecast of a programme', () => {
  it('without prospects is its gap for certain', () => {
    expect(forecastOf({ B2: 30n, B10: 0n }, [])).toEqual({
      ...{ method: 'exact', expectedGapMinor: 30n, p10Minor: 30n, p50Minor: 30n, p90Minor: 30n },
      unbudgeted: [],
      activities: [
        { code: 'B2', gapIfPledgesHoldMinor: 30n, expectedGapMinor: 30n, probabilityFunded: 0 },
        { code: 'B10', gapIfPledgesHoldMinor: 0n, expectedGapMinor: 0n, probabilityFunded: 1 },
      ],
      prospects: [],
    });
  });

  it('without activities is nothing', () => {
    const nothing = { expectedGapMinor: 0n, p10Minor: 0n, p50Minor: 0n, p90Minor: 0n };
    expect(forecastOf({}, [])).toMatchObject({ ...nothing, activities: [], prospects: [] });
  });

  it('lists activities and the unbudgeted among them in natural order', () => {
    const { activities, unbudgeted } = forecastOf({ B10: null, B2: null, C1: 1n, A3: 1n }, []);
    expect(activities.map(({ code }) => code)).toEqual(['A3', 'B2', 'B10', 'C1']);
    expect(unbudgeted).toEqual(['B2', 'B10']);
  });

  it('knows nothing of an unbudgeted activity and adds nothing for it, but lists who asks for it', () => {
    const answer = forecastOf({ B1: null, B2: 100n }, [
      prospect('PR-1', { B1: 500n }),
      prospect('PR-2', { B1: 500n, B2: 50n }),
    ]);
    expect(answer).toMatchObject({
      expectedGapMinor: 70n,
      p10Minor: 50n,
      p90Minor: 100n,
      unbudgeted: ['B1'],
    });
    expect(answer.activities[0]).toEqual({
      ...{ code: 'B1', gapIfPledgesHoldMinor: null, expectedGapMinor: null, probabilityFunded: null },
    });
    expect(answer.prospects).toEqual([
      { code: 'PR-2', valueMinor: 50n },
      { code: 'PR-1', valueMinor: 0n },
    ]);
  });

  it('wins or loses all asks of a prospect together', () => {
    const answer = forecastOf({ B1: 100n, B2: 100n }, [prospect('PR-1', { B1: 100n, B2: 100n })]);
    expect(answer).toMatchObject({ expectedGapMinor: 80n, p10Minor: 0n, p50Minor: 0n, p90Minor: 200n });
    expect(answer.activities.map(({ probabilityFunded }) => probabilityFunded)).toEqual([0.6, 0.6]);
    expect(answer.prospects).toEqual([{ code: 'PR-1', valueMinor: 200n }]);
  });

  it('adds up several asks of one prospect for one activity', () => {
    const asks = [
      { activity: 'B1', amountMinor: 60n },
      { activity: 'B1', amountMinor: 40n },
    ];
    const { activities } = forecastOf({ B1: 100n }, [prospect('PR-1', {}, { asks })]);
    expect(activities[0]).toMatchObject({ expectedGapMinor: 40n, probabilityFunded: 0.6 });
  });

  it('lets no win beyond one need help another', () => {
    const certain = prospect('PR-1', { B1: 1000n }, { probability: '1' });
    expect(forecastOf({ B1: 100n, B2: 100n }, [certain])).toMatchObject({
      expectedGapMinor: 100n,
      p10Minor: 100n,
    });
  });

  it.each<[string, Partial<ProspectFacts>, { left: bigint; probability: number; value: bigint }]>([
    ['a certain one', { probability: '1' }, { left: 0n, probability: 1, value: 100n }],
    ['an impossible one', { probability: '0' }, { left: 100n, probability: 0, value: 100n }],
    [
      'one with a probability of its own',
      { probability: '0.25' },
      { left: 75n, probability: 0.25, value: 100n },
    ],
    ['one at the stage of a concept', { stage: 'concept' }, { left: 70n, probability: 0.3, value: 100n }],
  ])('values %s by what it could change, whatever its probability', (_, parts, expected) => {
    const { activities, prospects } = forecastOf({ B1: 100n }, [prospect('PR-1', { B1: 100n }, parts)]);
    expect(activities[0]).toMatchObject({
      expectedGapMinor: expected.left,
      probabilityFunded: expected.probability,
    });
    expect(prospects).toEqual([{ code: 'PR-1', valueMinor: expected.value }]);
  });

  it('lists a prospect that asks for nothing, or only where nothing is needed, with a value of 0', () => {
    const { prospects } = forecastOf({ B1: 100n, B2: 0n }, [
      prospect('PR-1', { B1: 0n }),
      prospect('PR-2', { B2: 500n }),
    ]);
    expect(prospects).toEqual([
      { code: 'PR-1', valueMinor: 0n },
      { code: 'PR-2', valueMinor: 0n },
    ]);
  });

  it('leaves out stale prospects and those without an ask', () => {
    const answer = forecastOf({ B1: 100n }, [
      prospect('STALE', { B1: 100n }, { decisionBy: '2012-06-29' }),
      prospect('TODAY', { B1: 10n }, { decisionBy: '2012-06-30', probability: '1' }),
      prospect('IDLE', {}),
    ]);
    expect(answer).toMatchObject({ expectedGapMinor: 90n, prospects: [{ code: 'TODAY', valueMinor: 10n }] });
  });

  it('lists prospects by value descending, then by code in plain order', () => {
    const { prospects } = forecastOf({ B1: 10_000n }, [
      prospect('PR-9', { B1: 10n }),
      prospect('PR-10', { B1: 10n }),
      prospect('PR-1', { B1: 5n }),
      prospect('PR-5', { B1: 20n }),
    ]);
    expect(prospects.map(({ code }) => code)).toEqual(['PR-5', 'PR-10', 'PR-9', 'PR-1']);
  });

  it('converts asks at the rate of the as-of date and rounds each to the minor unit', () => {
    const certain = { probability: '1' };
    const { activities } = forecastOf({ B1: 1000n, B2: 1000n }, [
      prospect('PR-1', { B1: 101n }, { ...certain, currency: 'EUR' }),
      prospect('PR-2', { B2: 3n }, { ...certain, currency: 'JPY' }),
    ]);
    expect(activities.map(({ expectedGapMinor }) => expectedGapMinor)).toEqual([874n, 996n]);
  });

  it('cannot be made without a rate that it needs', () => {
    const inPounds = prospect('PR-1', { B1: 1n }, { currency: 'GBP' });
    expect(() => forecastOf({ B1: 1n }, [inPounds])).toThrow(MissingRateError);
  });

  it('cannot be made while the need of an activity is not given', () => {
    const activities = [{ code: 'B7' }] as unknown as Facts['activities'];
    expect(() => forecastOf({}, [], { activities })).toThrow('The need of activity "B7" is not given');
  });

  it('rounds the expectation of the programme once, from the exact expectations of the activities', () => {
    const half = prospect('PR-1', { B1: 1n, B2: 1n, B3: 1n }, { probability: '0.5' });
    const answer = forecastOf({ B1: 1n, B2: 1n, B3: 1n }, [half]);
    expect(answer.activities.map(({ expectedGapMinor }) => expectedGapMinor)).toEqual([1n, 1n, 1n]);
    expect(answer.expectedGapMinor).toBe(2n);
  });

  it('rounds the value of a prospect once, over all its activities', () => {
    const half = prospect('PR-1', { B1: 1n, B2: 1n, B3: 1n }, { probability: '0.5' });
    const rival = prospect('PR-2', { B1: 1n, B2: 1n, B3: 1n }, { probability: '0.5' });
    // the rival leaves half a unit in each of three activities
    expect(forecastOf({ B1: 1n, B2: 1n, B3: 1n }, [half, rival]).prospects[0]?.valueMinor).toBe(2n);
  });
});

/** All figures from every outcome, as domain.md defines them. */
function byDefinition(needs: Readonly<Record<string, bigint | null>>, prospects: readonly ProspectFacts[]) {
  const counting = prospects.filter(({ asks }) => asks.length > 0);
  const chances = counting.map(effectiveProbability);
  const leftIn = (code: string, wins: readonly boolean[]) => {
    const won = counting.flatMap(({ asks }, index) => (wins[index] ? asks : []));
    const asked = won.filter(({ activity }) => activity === code);
    const left = asked.reduce((minor, { amountMinor }) => minor - amountMinor, needs[code] ?? 0n);
    return left > 0n ? left : 0n;
  };
  const gapAfter = (wins: readonly boolean[]) =>
    Object.keys(needs).reduce((sum, code) => sum + leftIn(code, wins), 0n);
  const expectation = (figure: (wins: readonly boolean[]) => bigint, given: readonly Rational[]) => {
    const sum = everyOutcome(given).reduce((all, { happens, weight }) => all + weight * figure(happens), 0n);
    return { numerator: sum, denominator: commonDenominator(given) };
  };
  const rounded = ({ numerator, denominator }: Rational) => roundHalfUp(numerator, denominator);
  return {
    expectedGapMinor: rounded(expectation(gapAfter, chances)),
    activities: Object.entries(needs).map(([code, needMinor]) => ({
      ...{ code, gapIfPledgesHoldMinor: needMinor },
      expectedGapMinor:
        needMinor === null ? null : rounded(expectation((wins) => leftIn(code, wins), chances)),
      fundedWeight:
        needMinor === null ? null : expectation((wins) => (leftIn(code, wins) === 0n ? 1n : 0n), chances),
    })),
    values: counting.map(({ code }, index) => {
      const [lost, won] = [0n, 1n].map((numerator) =>
        expectation(gapAfter, chances.with(index, { numerator, denominator: 1n })),
      ) as [Rational, Rational];
      return { code, valueMinor: roundHalfUp(lost.numerator - won.numerator, lost.denominator) };
    }),
  };
}

describe('a small forecast', () => {
  const anyNeed = fc.oneof(fc.bigInt(0n, 15n), fc.constant(null));
  const anyNeeds = fc.record({ B1: anyNeed, B2: anyNeed, B3: anyNeed });
  const anyProspects = fc
    .array(
      fc.record({
        probability: fc.constantFrom(null, '0', '0.5', '0.9', '1'),
        stage: fc.constantFrom('identified', 'concept', 'negotiation'),
        asks: fc.array(
          fc.record({ activity: fc.constantFrom('B1', 'B2', 'B3'), amountMinor: fc.bigInt(0n, 12n) }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 6 },
    )
    .map((list) => list.map((parts, index) => prospect(`PR-${index}`, {}, parts)));

  it('is what all outcomes together say', () => {
    fc.assert(
      fc.property(anyNeeds, anyProspects, (needs, prospects) => {
        const answer = forecastOf(needs, prospects);
        const expected = byDefinition(needs, prospects);
        expect(answer.expectedGapMinor).toBe(expected.expectedGapMinor);
        for (const [index, { fundedWeight, ...figures }] of expected.activities.entries()) {
          expect(answer.activities[index]).toMatchObject(figures);
          const probability = answer.activities[index]?.probabilityFunded;
          if (fundedWeight === null) expect(probability).toBeNull();
          else
            expect(probability).toBeCloseTo(
              Number(fundedWeight.numerator) / Number(fundedWeight.denominator),
              12,
            );
        }
        const byCode = answer.prospects.toSorted((a, b) => (a.code < b.code ? -1 : 1));
        expect(byCode).toEqual(expected.values);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('is the same whatever the order of the prospects and activities', () => {
    fc.assert(
      fc.property(anyNeeds, anyProspects, (needs, prospects) => {
        const reversed = Object.fromEntries(Object.entries(needs).reverse());
        expect(forecastOf(reversed, prospects.toReversed())).toEqual(forecastOf(needs, prospects));
      }),
    );
  });

  it('never expects more to remain when a prospect is added', () => {
    fc.assert(
      fc.property(anyNeeds, anyProspects, fc.bigInt(0n, 12n), (needs, prospects, amountMinor) => {
        const more = forecastOf(needs, [...prospects, prospect('PR-NEW', { B1: amountMinor })]);
        expect(more.expectedGapMinor <= forecastOf(needs, prospects).expectedGapMinor).toBe(true);
      }),
    );
  });
});

describe('a large forecast', () => {
  const asking = (count: number, asksOf: (index: number) => Asks, probability = '0.5') =>
    Array.from({ length: count }, (_, index) => prospect(`PR-${index}`, asksOf(index), { probability }));

  it('has exact percentiles with 20 prospects', () => {
    const answer = forecastOf(
      { B1: 2n ** 20n },
      asking(20, (index) => ({ B1: 2n ** BigInt(index) })),
    );
    // what remains is 1 to 2^20, each with the same probability
    expect(answer).toMatchObject({
      ...{ method: 'exact', p10Minor: 104_858n, p50Minor: 524_288n, p90Minor: 943_719n },
      expectedGapMinor: 524_289n,
    });
  }, 60_000);

  it('has simulated percentiles and an exact expectation with 21 prospects', () => {
    const answer = forecastOf(
      { B1: 2n ** 21n },
      asking(21, (index) => ({ B1: 2n ** BigInt(index) })),
    );
    expect(answer).toMatchObject({ method: 'monte-carlo', expectedGapMinor: 2n ** 20n + 1n });
    expect(answer.prospects[0]).toEqual({ code: 'PR-20', valueMinor: 2n ** 20n });
    for (const [percentile, share] of [
      [answer.p10Minor, 0.1],
      [answer.p50Minor, 0.5],
      [answer.p90Minor, 0.9],
    ] as const) {
      expect(Math.abs(Number(percentile) / 2 ** 21 - share)).toBeLessThan(0.005);
    }
  }, 60_000);

  it('counts prospects that ask only for unbudgeted activities when it chooses the method', () => {
    const elsewhere = asking(20, () => ({ B2: 1n }));
    const [here, stale] = [
      prospect('HERE', { B1: 1n }),
      prospect('STALE', { B1: 1n }, { decisionBy: '2012-01-01' }),
    ];
    expect(forecastOf({ B1: 1n, B2: null }, [...elsewhere, here]).method).toBe('monte-carlo');
    expect(forecastOf({ B1: 1n, B2: null }, [...elsewhere, stale]).method).toBe('exact');
  });

  it('is exact but for the percentiles with hundreds of prospects over many activities', () => {
    const needs = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`B${index}`, 1000n]));
    const answer = forecastOf(
      needs,
      asking(300, (index) => ({ [`B${index % 50}`]: 1000n })),
    );
    // six even chances each of meeting the whole need
    expect(answer.activities.every(({ probabilityFunded }) => probabilityFunded === 1 - 1 / 64)).toBe(true);
    expect(answer.expectedGapMinor).toBe(roundHalfUp(50_000n, 64n));
    expect(answer).toMatchObject({ method: 'monte-carlo', p10Minor: 0n, p50Minor: 1000n, p90Minor: 2000n });
    expect(answer.prospects.every(({ valueMinor }) => valueMinor === roundHalfUp(1000n, 32n))).toBe(true);
  }, 60_000);

  it('simulates the figures of an activity with too many different asks, near what they must be', () => {
    const prospects = asking(40, (index) => ({ B1: 2n ** BigInt(index) }));
    const answer = forecastOf({ B1: 2n ** 40n, B2: 5n }, prospects);
    const share = (minor: bigint | null | undefined) => Number(minor) / 2 ** 40;
    expect(Math.abs(share(answer.activities[0]?.expectedGapMinor) - 0.5)).toBeLessThan(0.005);
    expect(answer.activities[0]?.probabilityFunded).toBe(0);
    // as the need is above all asks together, every win counts whole
    expect(answer.prospects.slice(0, 3)).toEqual([
      { code: 'PR-39', valueMinor: 2n ** 39n },
      { code: 'PR-38', valueMinor: 2n ** 38n },
      { code: 'PR-37', valueMinor: 2n ** 37n },
    ]);
    expect(answer.expectedGapMinor).toBe((answer.activities[0]?.expectedGapMinor ?? 0n) + 5n);
  }, 60_000);
});
