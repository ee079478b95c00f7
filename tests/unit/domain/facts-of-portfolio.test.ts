import { describe, expect, it } from 'vitest';
import type { Pledge } from '#app/domain/pledge.ts';
import type { Prospect } from '#app/domain/prospect.ts';
import { rateOn } from '#app/domain/rates.ts';
import {
  factsOf,
  makeActivity,
  makeBudget,
  makeLine,
  makePledge,
  makePortfolio,
  makeProspect,
  sharesOf,
} from '../../support/portfolios.ts';

describe('the facts of a programme', () => {
  it('are refused for a programme that does not exist', () => {
    expect(() => factsOf(makePortfolio(), { programme: 'NONE' })).toThrow('There is no programme "NONE"');
  });

  it('say what was asked, and have the rates of the portfolio', () => {
    const facts = factsOf(makePortfolio(), { asOf: '2012-05-01', currency: 'EUR' });
    expect(facts).toMatchObject({ programme: { code: 'JWP' }, asOf: '2012-05-01', currency: 'EUR' });
    expect(rateOn(facts.rates, 'EUR', '2012-05-01').from).toBe('2012-01-01');
  });

  it('hold only what belongs to the programme, and every species programme', () => {
    const other = { programme: 'EXT' };
    const facts = factsOf(
      makePortfolio({
        programmes: [
          { code: 'JWP', title: 'Joint Work Programme', startYear: 2012, endYear: 2014 },
          { code: 'EXT', title: 'Extension', startYear: 2015, endYear: 2015 },
        ],
        themes: [
          { programme: 'JWP', code: 'B', title: 'Ours' },
          { ...other, code: 'B', title: 'Theirs' },
        ],
        activities: [
          makeActivity({ code: 'B8', ...other, title: 'Theirs' }),
          makeActivity({ code: 'B8', title: 'Ours' }),
        ],
        budgets: [
          makeBudget({ activity: 'B8', ...other, version: 9, approvedOn: '2013-01-15' }),
          makeBudget({ activity: 'B8', version: 1 }),
        ],
        pledges: [makePledge({ code: 'PL-1' }), makePledge({ code: 'PL-2', ...other })],
      }),
    );
    expect(facts.themes.map(({ title }) => title)).toEqual(['Ours']);
    expect(facts.activities.map(({ title, budget }) => [title, budget?.version])).toEqual([['Ours', 1]]);
    expect(facts.pledges.map(({ code }) => code)).toEqual(['PL-1']);
    expect(facts.speciesProgrammes).toHaveLength(3);
  });

  it('carry what the figures of an activity are made of', () => {
    const species = sharesOf({ sharks: 100 });
    const facts = factsOf(
      makePortfolio({
        activities: [makeActivity({ code: 'B8', species, priority: 'high', funding: 'partial' })],
        budgets: [
          makeBudget({
            activity: 'B8',
            pscRate: '0.13',
            currency: 'EUR',
            lines: [
              makeLine({ year: 2013, unitCostMinor: 7n }),
              makeLine({ year: 2012, quantity: '2', unitCostMinor: 5n }),
              makeLine({ year: 2012, unitCostMinor: 1n }),
              makeLine({ year: 2012, unitCostMinor: 100n, funding: 'core' }),
              makeLine({ year: 2014, unitCostMinor: 100n, funding: 'in-kind' }),
            ],
          }),
        ],
      }),
    );
    expect(facts.activities).toEqual([
      {
        code: 'B8',
        title: 'Activity B8',
        theme: 'B',
        status: 'seeking-funding',
        funding: 'partial',
        priority: 'high',
        species,
        budget: {
          version: 1,
          currency: 'EUR',
          rateDate: '2012-01-15',
          pscRate: '0.13',
          directs: [
            { year: 2012, directMinor: 11n },
            { year: 2013, directMinor: 7n },
          ],
        },
      },
    ]);
  });
});

describe('what is dated later does not exist yet', () => {
  const pledgesOn = (asOf: string, given: Partial<Pledge>) =>
    factsOf(makePortfolio({ pledges: [makePledge(given)] }), { asOf }).pledges;

  it.each([
    { sentence: 'the day before it was announced', asOf: '2012-02-29', count: 0 },
    { sentence: 'on the day it was announced', asOf: '2012-03-01', count: 1 },
  ])('a pledge, seen $sentence: $count', ({ asOf, count }) => {
    expect(pledgesOn(asOf, { date: '2012-03-01' })).toHaveLength(count);
  });

  it.each([
    { asOf: '2012-07-01', received: [] },
    { asOf: '2012-07-02', received: [100n] },
    { asOf: '2013-01-01', received: [100n, 20n] },
  ])('receipts, seen on $asOf', ({ asOf, received }) => {
    const receipts = [
      { date: '2012-07-02', amountMinor: 100n },
      { date: '2013-01-01', amountMinor: 20n },
    ];
    expect(pledgesOn(asOf, { receipts })[0]?.receipts.map(({ amountMinor }) => amountMinor)).toEqual(
      received,
    );
  });

  it.each([
    { asOf: '2012-11-29', writtenOff: 0n },
    { asOf: '2012-11-30', writtenOff: 10n },
    { asOf: '2013-11-30', writtenOff: 13n },
  ])('write-offs, seen on $asOf: $writtenOff', ({ asOf, writtenOff }) => {
    const writeOffs = [
      { date: '2013-11-30', amountMinor: 3n, reason: null },
      { date: '2012-11-30', amountMinor: 10n, reason: 'a lower exchange rate' },
    ];
    expect(pledgesOn(asOf, { writeOffs })[0]?.writtenOffMinor).toBe(writtenOff);
  });

  it('allocations and earmarks have no date and are those of today', () => {
    const allocations = [{ activity: 'B8', year: 2012, amountMinor: 1n }];
    const earmark = { activities: [], species: [], themes: ['B'], years: [2012] };
    expect(pledgesOn('2012-03-01', { allocations, earmark })[0]).toMatchObject({ allocations, earmark });
  });

  it.each([
    { sentence: 'before any approval', asOf: '2012-01-31', version: undefined },
    { sentence: 'between the two', asOf: '2012-12-31', version: 1 },
    { sentence: 'after the second', asOf: '2013-01-01', version: 2 },
  ])('a budget, seen $sentence: version $version', ({ asOf, version }) => {
    const budgets = [
      makeBudget({ activity: 'B8', version: 1, status: 'superseded', approvedOn: '2012-02-01' }),
      makeBudget({ activity: 'B8', version: 2, status: 'approved', approvedOn: '2013-01-01' }),
      makeBudget({ activity: 'B8', version: 3, status: 'draft', approvedOn: null }),
    ];
    const facts = factsOf(makePortfolio({ activities: [makeActivity({ code: 'B8' })], budgets }), { asOf });
    expect(facts.activities[0]?.budget?.version).toBe(version);
  });
});

describe('the prospects that count', () => {
  const codesOf = (prospects: readonly Prospect[], pledges: readonly Pledge[] = [], asOf = '2013-06-30') =>
    factsOf(makePortfolio({ prospects, pledges }), { asOf }).prospects.map(({ code }) => code);

  it.each([
    { sentence: 'one that is open', given: {}, counts: true },
    { sentence: 'one created on that very day', given: { createdOn: '2013-06-30' }, counts: true },
    {
      sentence: 'one that is stale, as it counts in the stale pipeline',
      given: { decisionBy: '2012-12-31' },
      counts: true,
    },
    {
      sentence: 'one of probability nought, as it may be won all the same',
      given: { probability: '0' },
      counts: true,
    },
    { sentence: 'none created later', given: { createdOn: '2013-07-01' }, counts: false },
    { sentence: 'none that is won', given: { stage: 'won' }, counts: false },
    { sentence: 'none that is lost', given: { stage: 'lost' }, counts: false },
    { sentence: 'none without an ask', given: { asks: [] }, counts: false },
    {
      sentence: 'none that asks only for another programme',
      given: { asks: [{ programme: 'EXT', activity: 'B8', amountMinor: 1n }] },
      counts: false,
    },
  ] as const)('are $sentence', ({ given, counts }) => {
    expect(codesOf([makeProspect(given)])).toEqual(counts ? ['PR-1'] : []);
  });

  it('keep only their asks for this programme', () => {
    const asks = [
      { programme: 'EXT', activity: 'B8', amountMinor: 1n },
      { programme: 'JWP', activity: 'B9', amountMinor: 2n },
    ];
    const [prospect] = factsOf(makePortfolio({ prospects: [makeProspect({ asks })] })).prospects;
    expect(prospect?.asks.map(({ activity }) => activity)).toEqual(['B9']);
  });

  it.each([
    { sentence: 'named by a pledge does not count any more', given: {}, counts: false },
    {
      sentence: 'named by a pledge of another programme does not either',
      given: { programme: 'EXT' },
      counts: false,
    },
    {
      sentence: 'named by a cancelled pledge does not either',
      given: { cancelledOn: '2012-04-01' },
      counts: false,
    },
    {
      sentence: 'named by a pledge that does not exist yet still counts',
      given: { date: '2013-07-01' },
      counts: true,
    },
    { sentence: 'that no pledge names counts', given: { prospect: 'PR-2' }, counts: true },
  ])('an open one $sentence', ({ given, counts }) => {
    const pledge = makePledge({ prospect: 'PR-1', ...given });
    expect(codesOf([makeProspect()], [pledge])).toEqual(counts ? ['PR-1'] : []);
  });
});
