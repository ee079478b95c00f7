import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgrammeFacts, ProspectFacts } from '#app/domain/facts.ts';
import {
  effectiveProbability,
  isStale,
  stakes,
  stalePipeline,
  weightedPipelineByActivity,
  weightedStake,
} from '#app/domain/pipeline.ts';
import { DEFAULT_PROBABILITIES, OPEN_STAGES } from '#app/domain/prospect.ts';
import { MissingRateError, makeRateBook } from '#app/domain/rates.ts';
import { parseDecimal } from '#app/domain/rational.ts';

type PipelineFacts = Parameters<typeof weightedPipelineByActivity>[0];

const RATES = makeRateBook('USD', [
  { currency: 'EUR', from: '2012-01-01', unitsPerBase: '0.80' },
  { currency: 'EUR', from: '2013-01-01', unitsPerBase: '0.50' },
]);

function activity(code: string): ProgrammeFacts['activities'][number] {
  return {
    ...{ code, title: code, theme: 'A', status: 'planned', funding: 'external', priority: null },
    ...{ species: [], budget: null },
  };
}

function prospect(parts: Partial<ProspectFacts>): ProspectFacts {
  return {
    ...{ code: 'PR-1', donor: 'north', currency: 'USD', stage: 'proposal', probability: null },
    ...{ decisionBy: null, asks: [{ activity: 'A1', amountMinor: 100n }] },
    ...parts,
  };
}

function factsWith(...prospects: ProspectFacts[]): PipelineFacts {
  const activities = [activity('A1'), activity('A2')];
  return { activities, prospects, asOf: '2012-06-30', currency: 'USD', rates: RATES };
}

describe('the probability of a prospect', () => {
  it.each([
    ['identified', '0.05'],
    ['qualified', '0.10'],
    ['cultivation', '0.20'],
    ['concept', '0.30'],
    ['proposal', '0.60'],
    ['negotiation', '0.90'],
  ] as const)('at the stage %s is %s when it has none of its own', (stage, expected) => {
    expect(effectiveProbability({ stage, probability: null })).toEqual(parseDecimal(expected));
  });

  it.each(['0', '0.0', '0.125', '1'])('is its own %s where it has one', (own) => {
    for (const stage of OPEN_STAGES) {
      expect(effectiveProbability({ stage, probability: own })).toEqual(parseDecimal(own));
    }
  });
});

describe('a stale prospect', () => {
  it.each([
    ['whose decision was due the day before', '2012-06-29', true],
    ['whose decision is due today', '2012-06-30', false],
    ['whose decision is due tomorrow', '2012-07-01', false],
    ['without a decision date', null, false],
  ])('is one %s: %s, %s', (_, decisionBy, expected) => {
    expect(isStale({ decisionBy }, '2012-06-30')).toBe(expected);
  });

  it('counts in the stale pipeline and in no activity', () => {
    const facts = factsWith(prospect({ decisionBy: '2012-06-29' }));
    expect(stalePipeline(facts)).toBe(60n);
    expect(weightedPipelineByActivity(facts).get('A1')).toBe(0n);
  });

  it('weighs in with its own probability, also when that is 0', () => {
    const stale = { decisionBy: '2012-01-01' };
    expect(stalePipeline(factsWith(prospect({ ...stale, probability: '0' })))).toBe(0n);
    expect(stalePipeline(factsWith(prospect({ ...stale, probability: '0.25' })))).toBe(25n);
  });
});

describe('the amounts at stake', () => {
  it('are converted ask by ask at the rate of the as-of date', () => {
    const asks = [
      { activity: 'A1', amountMinor: 101n },
      { activity: 'A2', amountMinor: 1n },
    ];
    const inEuro = prospect({ currency: 'EUR', asks });
    expect(stakes(factsWith(), inEuro)).toEqual([
      { activity: 'A1', amountMinor: 126n },
      { activity: 'A2', amountMinor: 1n },
    ]);
    expect(stakes({ ...factsWith(), asOf: '2013-01-01' }, inEuro)[0]?.amountMinor).toBe(202n);
  });

  it('are not converted at all when they are in the reporting currency', () => {
    const facts = { ...factsWith(), currency: 'GBP' };
    expect(stakes(facts, prospect({ currency: 'GBP' }))).toEqual([{ activity: 'A1', amountMinor: 100n }]);
  });

  it('cannot be told without a rate, and the error names currency and date', () => {
    const facts = { ...factsWith(prospect({ currency: 'EUR' })), asOf: '2011-12-31' };
    expect(() => weightedPipelineByActivity(facts)).toThrow(MissingRateError);
    expect(() => weightedPipelineByActivity(facts)).toThrow(/EUR on 2011-12-31/);
  });
});

describe('the weighted pipeline', () => {
  it('has an entry of zero for an activity that nobody is asked to fund', () => {
    expect([...weightedPipelineByActivity(factsWith())]).toEqual([
      ['A1', 0n],
      ['A2', 0n],
    ]);
  });

  it('adds up rounded parts, one for each ask, with halves going up', () => {
    const half = { probability: '0.5', asks: [{ activity: 'A1', amountMinor: 1n }] };
    const facts = factsWith(prospect(half), prospect({ ...half, code: 'PR-2' }));
    expect(weightedPipelineByActivity(facts).get('A1')).toBe(2n);
  });

  it('rounds two asks of one prospect for one activity apart from each other', () => {
    const ask = { activity: 'A1', amountMinor: 1n };
    const facts = factsWith(prospect({ probability: '0.5', asks: [ask, ask] }));
    expect(weightedPipelineByActivity(facts).get('A1')).toBe(2n);
  });

  it('gives each activity of a prospect its own ask', () => {
    const asks = [
      { activity: 'A1', amountMinor: 1000n },
      { activity: 'A2', amountMinor: 50n },
    ];
    expect([...weightedPipelineByActivity(factsWith(prospect({ asks })))]).toEqual([
      ['A1', 600n],
      ['A2', 30n],
    ]);
  });

  it('converts first and weighs then', () => {
    const facts = factsWith(
      prospect({
        currency: 'EUR',
        probability: '0.3',
        asks: [{ activity: 'A1', amountMinor: 1n }],
      }),
    );
    // 1.25 cents are 1 cent, of which 30 % is nothing; weighing first would round 0.375 cents
    expect(weightedPipelineByActivity(facts).get('A1')).toBe(0n);
  });

  it.each([
    [1n, '0.4', 0n],
    [1n, '0.5', 1n],
    [3n, '0.5', 2n],
    [10n ** 15n, '1', 10n ** 15n],
    [10n ** 15n + 1n, '0.999999', 999_999_000_000_001n],
  ])('weighs %s at %s as %s', (amountMinor, probability, expected) => {
    expect(weightedStake({ amountMinor }, parseDecimal(probability))).toBe(expected);
  });

  it('and the stale pipeline together hold every ask of every prospect once, at whatever stage', () => {
    const anyProspect = fc.record({
      stage: fc.constantFrom(...OPEN_STAGES),
      decisionBy: fc.constantFrom(null, '2012-06-29', '2012-06-30'),
      asks: fc.array(
        fc.record({ activity: fc.constantFrom('A1', 'A2'), amountMinor: fc.bigInt(0n, 10n ** 15n) }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(fc.array(anyProspect, { maxLength: 6 }), (list) => {
        const facts = factsWith(...list.map(prospect));
        const counted = [...weightedPipelineByActivity(facts).values()].reduce((sum, part) => sum + part, 0n);
        const expected = list.flatMap(({ stage, asks }) =>
          asks.map((ask) => weightedStake(ask, parseDecimal(DEFAULT_PROBABILITIES[stage]))),
        );
        expect(counted + stalePipeline(facts)).toBe(expected.reduce((sum, part) => sum + part, 0n));
      }),
    );
  });
});
