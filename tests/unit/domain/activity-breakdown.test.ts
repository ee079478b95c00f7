import { describe, expect, it } from 'vitest';
import { activityBreakdown } from '#app/domain/activity-breakdown.ts';
import type { BreakdownTable, RowFigure } from '#app/domain/breakdown.ts';
import { fundingGap } from '#app/domain/gap.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import {
  factsOf,
  makeActivity,
  makeBudget,
  makeLine,
  makePledge,
  makePortfolio,
  makeProspect,
  sourcesOf,
} from '../../support/portfolios.ts';

const portfolio = makePortfolio({
  activities: [makeActivity({ code: 'B8', title: 'Count sharks' })],
  budgets: [
    makeBudget({
      activity: 'B8',
      version: 2,
      currency: 'EUR',
      pscRate: '0.13',
      lines: [
        makeLine({ description: 'Flights', quantity: '2', unit: 'participant', unitCostMinor: 40_000n }),
        makeLine({ description: 'Meeting room', quantity: '1.5', unitCostMinor: 1_000n }),
        makeLine({ description: 'Our own time', funding: 'in-kind' }),
        makeLine({ description: 'Report', year: 2013, unitCostMinor: 8_000n }),
      ],
    }),
  ],
  pledges: [
    makePledge({
      code: 'PL-1',
      currency: 'EUR',
      amountMinor: 60_000n,
      committedOn: '2012-05-02',
      allocations: [
        { activity: 'B8', year: 2012, amountMinor: 30_000n },
        { activity: 'B8', year: null, amountMinor: 15_000n },
      ],
      receipts: [
        { date: '2012-07-02', amountMinor: 8_000n },
        { date: '2013-02-01', amountMinor: 12_000n },
        { date: '2014-01-01', amountMinor: 999n },
      ],
      writeOffs: [{ date: '2013-03-01', amountMinor: 10_000n, reason: 'Rate of the donor' }],
    }),
    makePledge({
      code: 'PL-2',
      amountMinor: 90_000n,
      allocations: [{ activity: 'B8', year: 2013, amountMinor: 90_000n }],
    }),
  ],
  prospects: [
    makeProspect({
      code: 'PR-1',
      currency: 'EUR',
      asks: [{ programme: 'JWP', activity: 'B8', amountMinor: 9_000n }],
    }),
    makeProspect({ code: 'PR-2', decisionBy: '2013-01-01' }),
  ],
});

function ask(figure: RowFigure, year?: number, given: Partial<Portfolio> = {}, key = 'B8') {
  const asked = { ...portfolio, ...given };
  const facts = factsOf(asked);
  const scope = year === undefined ? { key } : { key, year };
  return activityBreakdown(fundingGap(facts), figure, scope, sourcesOf(asked, facts, key));
}

/** Label, note and amount of each part. */
function rows(table: BreakdownTable | null | undefined) {
  return table?.parts.map(({ label, note, amountMinor }) => [label, note, amountMinor]);
}

describe("an activity's requirement", () => {
  it('is made of its years, each with the amount and rate it was converted at', () => {
    const breakdown = ask('requirement');
    expect(breakdown).toMatchObject({ title: 'Requirement: B8', currency: 'USD', totalMinor: 126_419n });
    expect(rows(breakdown)).toEqual([
      ['2012', '920.95 EUR ÷ 0.80 (EUR rate from 2012-01-01)', 115_119n],
      ['2013', '90.40 EUR ÷ 0.80 (EUR rate from 2012-01-01)', 11_300n],
    ]);
  });

  it('rests on the external lines of each year and the PSC on them, in the currency of the budget', () => {
    const [first, second] = ask('requirement')?.basis ?? [];
    expect(first).toMatchObject({ title: 'Budget version 2, 2012', currency: 'EUR', totalMinor: 92_095n });
    expect(rows(first)).toEqual([
      ['Flights', '2 participant × 400.00 EUR', 80_000n],
      ['Meeting room', '1.5 × 10.00 EUR', 1_500n],
      ['Programme support cost, 13 %', '13 % of 815.00 EUR', 10_595n],
    ]);
    expect(rows(second)).toEqual([
      ['Report', '1 × 80.00 EUR', 8_000n],
      ['Programme support cost, 13 %', '13 % of 80.00 EUR', 1_040n],
    ]);
  });

  it('can be asked for one of its years', () => {
    const breakdown = ask('requirement', 2013);
    expect(breakdown).toMatchObject({
      title: 'Requirement: B8, 2013',
      scope: { by: 'activity', key: 'B8', year: 2013 },
      totalMinor: 11_300n,
    });
    expect(breakdown?.basis).toHaveLength(1);
  });

  it('is made of nothing where there is no budget', () => {
    expect(ask('requirement', undefined, { budgets: [] })).toMatchObject({
      totalMinor: 0n,
      parts: [],
      basis: [],
    });
  });
});

describe("an activity's received money", () => {
  it('is made of its shares of what each pledge has brought', () => {
    expect(rows(ask('received'))).toEqual([
      ['PL-1, received', 'allocated to 2012', 13_000n],
      ['PL-1, received', 'allocated without a year', 6_500n],
    ]);
  });

  it("rests on the receipts up to the as-of date, each at its own date's rate, and on how they were split", () => {
    const [receipts, split] = ask('received')?.basis ?? [];
    expect(receipts).toMatchObject({ title: 'Receipts of PL-1', currency: 'USD', totalMinor: 26_000n });
    expect(rows(receipts)).toEqual([
      ['2012-07-02', '80.00 EUR ÷ 0.80 (EUR rate from 2012-01-01)', 10_000n],
      ['2013-02-01', '120.00 EUR ÷ 0.75 (EUR rate from 2013-01-01)', 16_000n],
    ]);
    expect(split?.title).toBe('PL-1: received, by allocation');
    expect(rows(split)).toEqual([
      ['B8, 2012', null, 13_000n],
      ['B8', null, 6_500n],
      ['Not allocated', null, 6_500n],
    ]);
  });

  it('of one year counts what was given for it and what filled it from money without a year', () => {
    const breakdown = ask('received', 2012);
    expect(breakdown?.parts).toEqual([
      { label: 'PL-1, received', note: 'allocated to 2012', amountMinor: 13_000n, reference: null },
      {
        label: 'From money without a year',
        note: 'fills the open years in chronological order',
        amountMinor: 6_500n,
        reference: { figure: 'received', scope: { by: 'activity', key: 'B8' } },
      },
    ]);
  });
});

describe("an activity's committed and pledged money", () => {
  it('is what is still to come of each pledge, less what goes beyond the requirement', () => {
    expect(rows(ask('committed'))).toEqual([
      ['PL-1, outstanding', 'allocated to 2012', 20_000n],
      ['PL-1, outstanding', 'allocated without a year', 10_000n],
    ]);
    expect(ask('pledged')?.parts).toEqual([
      { label: 'PL-2, outstanding', note: 'allocated to 2013', amountMinor: 90_000n, reference: null },
      {
        label: 'Beyond the requirement',
        note: 'counted as surplus',
        amountMinor: -78_700n,
        reference: { figure: 'surplus', scope: { by: 'activity', key: 'B8' } },
      },
    ]);
  });

  it('rests on amount, receipts and write-offs in the currency of the pledge, and the rate of the as-of date', () => {
    const [outstanding, split] = ask('committed')?.basis ?? [];
    expect(outstanding).toMatchObject({ title: 'Outstanding of PL-1', currency: 'EUR', totalMinor: 30_000n });
    expect(rows(outstanding)).toEqual([
      ['Amount', null, 60_000n],
      ['Received 2012-07-02', null, -8_000n],
      ['Received 2013-02-01', null, -12_000n],
      ['Written off 2013-03-01', 'Rate of the donor', -10_000n],
    ]);
    expect(split).toMatchObject({
      title: 'PL-1: outstanding by allocation (300.00 EUR ÷ 0.75 (EUR rate from 2013-01-01))',
      currency: 'USD',
      totalMinor: 40_000n,
    });
  });

  it('of one year leaves out what goes beyond that year', () => {
    expect(rows(ask('pledged', 2013))).toEqual([
      ['PL-2, outstanding', 'allocated to 2013', 90_000n],
      ['Beyond the requirement', 'counted as surplus', -78_700n],
    ]);
    expect(ask('pledged', 2012)).toMatchObject({ totalMinor: 0n, parts: [] });
  });

  it('is nothing where more came in than was pledged; what came in keeps the excess apart', () => {
    const pledges = [
      makePledge({
        currency: 'EUR',
        amountMinor: 50_000n,
        committedOn: '2012-05-02',
        allocations: [
          { activity: 'B8', year: 2012, amountMinor: 30_000n },
          { activity: 'B8', year: null, amountMinor: 15_000n },
        ],
        receipts: [{ date: '2012-07-02', amountMinor: 51_000n }],
      }),
    ];
    expect(ask('committed', undefined, { pledges })).toMatchObject({ totalMinor: 0n, parts: [] });
    expect(rows(ask('received', undefined, { pledges })?.basis[1])).toEqual([
      ['B8, 2012', null, 37_500n],
      ['B8', null, 18_750n],
      ['Not allocated', null, 7_500n],
    ]);
  });
});

describe("an activity's gap", () => {
  it('is its requirement less what was received and committed', () => {
    expect(rows(ask('gap'))).toEqual([
      ['Requirement', null, 126_419n],
      ['Received', null, -19_500n],
      ['Committed', null, -30_000n],
    ]);
    expect(ask('gap')?.totalMinor).toBe(76_919n);
  });

  it('if pledges hold is the gap less what is pledged', () => {
    expect(rows(ask('gapIfPledgesHold'))).toEqual([
      ['Funding gap', null, 76_919n],
      ['Pledged', null, -11_300n],
    ]);
  });

  it('of one year refers to the figures of that year', () => {
    expect(ask('gap', 2012)?.parts).toEqual([
      {
        label: 'Requirement',
        note: null,
        amountMinor: 115_119n,
        reference: { figure: 'requirement', scope: { by: 'activity', key: 'B8', year: 2012 } },
      },
      {
        label: 'Received',
        note: null,
        amountMinor: -19_500n,
        reference: { figure: 'received', scope: { by: 'activity', key: 'B8', year: 2012 } },
      },
      {
        label: 'Committed',
        note: null,
        amountMinor: -30_000n,
        reference: { figure: 'committed', scope: { by: 'activity', key: 'B8', year: 2012 } },
      },
    ]);
  });
});

describe("an activity's surplus", () => {
  it('is what it was given less what covers its requirement, layer by layer', () => {
    expect(rows(ask('surplus'))).toEqual([
      ['PL-1, received', 'allocated to 2012', 13_000n],
      ['PL-1, received', 'allocated without a year', 6_500n],
      ['Covers the requirement (received)', null, -19_500n],
      ['PL-1, outstanding', 'allocated to 2012', 20_000n],
      ['PL-1, outstanding', 'allocated without a year', 10_000n],
      ['Covers the requirement (committed)', null, -30_000n],
      ['PL-2, outstanding', 'allocated to 2013', 90_000n],
      ['Covers the requirement (pledged)', null, -11_300n],
    ]);
  });

  it('is all it was given once it is cancelled, down to the receipts', () => {
    const activities = [makeActivity({ code: 'B8', status: 'cancelled' })];
    const breakdown = ask('surplus', undefined, { activities });
    expect(breakdown?.totalMinor).toBe(19_500n + 30_000n + 90_000n);
    expect(breakdown?.basis.map(({ title }) => title)).toEqual([
      'Receipts of PL-1',
      'PL-1: received, by allocation',
      'Outstanding of PL-1',
      'PL-1: outstanding by allocation (300.00 EUR ÷ 0.75 (EUR rate from 2013-01-01))',
      'Outstanding of PL-2',
      'PL-2: outstanding by allocation (900.00 USD)',
    ]);
  });

  it('belongs to no year', () => {
    expect(ask('surplus', 2012)).toBeNull();
  });
});

describe("an activity's weighted pipeline", () => {
  it('is made of its asks that are not stale, each with its probability and rate', () => {
    expect(rows(ask('weightedPipeline'))).toEqual([
      ['PR-1', '60 % of 90.00 EUR ÷ 0.75 (EUR rate from 2013-01-01)', 7_200n],
    ]);
  });

  it('belongs to no year', () => {
    expect(ask('weightedPipeline', 2012)).toBeNull();
  });
});

describe('what cannot be asked for', () => {
  it.each([
    { sentence: 'an activity that the programme does not have', key: 'B99', year: undefined },
    { sentence: 'a year in which the activity has no requirement', key: 'B8', year: 2014 },
  ])('is $sentence', ({ key, year }) => {
    expect(ask('gap', year, {}, key)).toBeNull();
  });
});
