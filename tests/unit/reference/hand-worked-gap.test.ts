import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../support/reference/bundle-json.ts';
import { type GapQuestion, referenceGap } from '../../support/reference/gap.ts';
import { activity, budget, line, pledge, prospect, tinyBundle } from '../../support/reference/tiny-bundle.ts';

type Answer = { rows: Record<string, unknown>[]; total: Record<string, unknown> };

function gapOf(parts: Partial<Bundle>, question: Partial<GapQuestion> = {}): Answer {
  const whole = { programme: 'P', asOf: '2012-12-31', currency: 'USD', by: 'activity' as const, ...question };
  return referenceGap(tinyBundle(parts), whole) as Answer;
}

const rates = [
  { currency: 'JPY', from: '2012-01-01', unitsPerBase: '80' },
  { currency: 'KWD', from: '2012-01-01', unitsPerBase: '0.281' },
  { currency: 'EUR', from: '2012-01-01', unitsPerBase: '0.8' },
  { currency: 'EUR', from: '2012-07-01', unitsPerBase: '0.75' },
];

describe('the reference for the gap, worked out by hand: requirement', () => {
  it('answers with the whole of section 7 for one activity', () => {
    const parts = { activities: [activity('A1')], budgets: [budget('A1', { 2012: '100.00' })] };
    const amounts = {
      ...{ requirement: '100.00', received: '0.00', committed: '0.00', pledged: '0.00' },
      ...{ gap: '100.00', gapIfPledgesHold: '100.00', surplus: '0.00', weightedPipeline: '0.00' },
    };
    const flexible = { flexible: '0.00', deployable: '0.00', stranded: '0.00', attainableGap: '100.00' };
    expect(gapOf(parts)).toEqual({
      ...{ programme: 'P', currency: 'USD', asOf: '2012-12-31', by: 'activity' },
      rows: [{ key: 'A1', label: 'Title of A1', ...amounts, unbudgeted: [] }],
      total: { ...amounts, unbudgeted: [], ...flexible, stalePipeline: '0.00', ifPledgesHold: flexible },
    });
  });

  it('rounds a line and PSC half-up: 0.5 × 0.01 is 0.01, and 13 % of 100.50 is 13.07', () => {
    const { rows } = gapOf({
      activities: [activity('A1'), activity('A2')],
      budgets: [
        budget('A1', {}, { lines: [line(2012, '0.5', '0.01')], pscRate: '0.13' }),
        budget('A2', {}, { lines: [line(2012, '1', '100.50')], pscRate: '0.13' }),
      ],
    });
    expect(rows).toMatchObject([{ requirement: '0.01' }, { requirement: '113.57' }]);
  });

  it('takes PSC once a year, not line by line: two lines of 0.04 carry 0.01', () => {
    const lines = [line(2012, '1', '0.04'), line(2012, '1', '0.04'), line(2013, '1', '0.03')];
    const parts = { activities: [activity('A1')], budgets: [budget('A1', {}, { lines, pscRate: '0.13' })] };
    expect(gapOf(parts, { by: 'year' }).rows).toMatchObject([
      { key: '2012', requirement: '0.09' },
      { key: '2013', requirement: '0.03' },
    ]);
  });

  it('knows currencies without and with three decimals: 5 + 1 JPY at 80 are 0.08 USD or 0.021 KWD', () => {
    const yen = { lines: [line(2012, '1.5', '3')], pscRate: '0.1', currency: 'JPY' };
    const parts = {
      ...{ exchangeRates: rates, activities: [activity('A1')], budgets: [budget('A1', {}, yen)] },
    };
    expect(gapOf(parts).total).toMatchObject({ requirement: '0.08' });
    expect(gapOf(parts, { currency: 'KWD' }).total).toMatchObject({ requirement: '0.021' });
    expect(gapOf(parts, { currency: 'JPY' }).total).toMatchObject({ requirement: '6' });
  });

  it('counts external lines only, also where the activity is funded from the core budget', () => {
    const lines = [
      line(2012, '1', '10.00'),
      line(2012, '1', '5.00', 'core'),
      line(2012, '1', '3.00', 'in-kind'),
    ];
    const parts = {
      activities: [activity('A1', { funding: 'core' })],
      budgets: [budget('A1', {}, { lines })],
    };
    expect(gapOf(parts).total).toMatchObject({ requirement: '10.00', unbudgeted: [] });
  });

  it('uses the version that was in force on the as-of date, superseded today or not', () => {
    const parts = {
      activities: [activity('A1')],
      budgets: [
        budget('A1', { 2012: '10.00' }, { version: 1, status: 'superseded', approvedOn: '2012-02-01' }),
        budget('A1', { 2012: '20.00' }, { version: 2, approvedOn: '2012-06-01' }),
        budget('A1', { 2012: '30.00' }, { version: 3, status: 'draft', approvedOn: null }),
      ],
    };
    const on = (asOf: string) => gapOf(parts, { asOf }).total;
    expect(on('2012-01-31')).toMatchObject({ requirement: '0.00', unbudgeted: ['A1'] });
    expect(on('2012-02-01')).toMatchObject({ requirement: '10.00', unbudgeted: [] });
    expect(on('2012-05-31')).toMatchObject({ requirement: '10.00' });
    expect(on('2012-06-01')).toMatchObject({ requirement: '20.00' });
  });

  it('lists unbudgeted activities in their own rows, in natural order, and all of them for a year', () => {
    const parts = {
      speciesProgrammes: [
        { code: 's', name: 'Saiga' },
        { code: 'c', name: 'Cranes' },
      ],
      activities: [
        activity('B10', { funding: 'partial', species: [{ code: 's', share: '1' }] }),
        activity('B2', {
          species: [
            { code: 's', share: '0.5' },
            { code: 'c', share: '0.5' },
          ],
        }),
        activity('A1', { funding: 'core' }),
        activity('A2', { status: 'cancelled' }),
        activity('A3'),
      ],
    };
    const listed = (by: GapQuestion['by']) =>
      gapOf(parts, { by }).rows.map((row) => [row.key, row.unbudgeted]);
    expect(listed('theme')).toEqual([
      ['A', ['A3']],
      ['B', ['B2', 'B10']],
    ]);
    expect(listed('species')).toEqual([
      ['c', ['B2']],
      ['s', ['B2', 'B10']],
      ['cross-cutting', ['A3']],
    ]);
    expect(listed('year')).toEqual([
      ['2012', ['A3', 'B2', 'B10']],
      ['2013', ['A3', 'B2', 'B10']],
    ]);
    expect(gapOf(parts).total.unbudgeted).toEqual(['A3', 'B2', 'B10']);
  });

  it('gives a row to a year outside the period that has a requirement, without surplus or pipeline', () => {
    const lines = [line(2015, '1', '7.00'), line(2016, '0', '7.00')];
    const parts = { activities: [activity('A1')], budgets: [budget('A1', {}, { lines })] };
    const { rows } = gapOf(parts, { by: 'year' });
    expect(rows.map(({ key }) => key)).toEqual(['2012', '2013', '2015']);
    expect(rows[2]).toMatchObject({ label: '2015', gap: '7.00', surplus: null, weightedPipeline: null });
  });
});

describe('the reference for the gap, worked out by hand: pledges', () => {
  it('converts every receipt at its own rate and what is outstanding at the rate of the as-of date', () => {
    const parts = {
      exchangeRates: rates,
      activities: [activity('A1')],
      budgets: [budget('A1', { 2012: '1000.00' })],
      pledges: [
        pledge('PL', '100.00', {
          ...{ currency: 'EUR', committedOn: '2012-03-01', earmark: { activities: ['A1'] } },
          receipts: [
            { date: '2012-06-30', amount: '10.00' },
            { date: '2012-07-01', amount: '10.00' },
          ],
        }),
      ],
    };
    // 10 / 0.8 = 12.50 and 10 / 0.75 = 13.33; outstanding 80 / 0.75 = 106.67
    expect(gapOf(parts).total).toMatchObject({ received: '25.83', committed: '106.67', gap: '867.50' });
    // in EUR nothing of the pledge is converted; 1000 USD at the budget's rate date are 800 EUR
    const euro = { requirement: '800.00', received: '20.00', committed: '80.00', gap: '700.00' };
    expect(gapOf(parts, { currency: 'EUR' }).total).toMatchObject(euro);
  });

  it('counts an announcement as pledged until it is committed, and what is written off not at all', () => {
    const parts = {
      activities: [activity('A1')],
      budgets: [budget('A1', { 2012: '100.00' })],
      pledges: [
        pledge('PL', '60.00', {
          ...{ committedOn: '2012-04-01', earmark: { activities: ['A1'] } },
          writeOffs: [{ date: '2012-05-01', amount: '15.00' }],
        }),
      ],
    };
    const on = (asOf: string) => gapOf(parts, { asOf }).total;
    expect(on('2012-01-31')).toMatchObject({ committed: '0.00', pledged: '0.00', gap: '100.00' });
    expect(on('2012-03-31')).toMatchObject({ pledged: '60.00', gap: '100.00', gapIfPledgesHold: '40.00' });
    expect(on('2012-04-01')).toMatchObject({ committed: '60.00', gap: '40.00', gapIfPledgesHold: '40.00' });
    expect(on('2012-05-01')).toMatchObject({ committed: '45.00', gap: '55.00' });
  });

  it('keeps what a cancelled pledge brought and drops the rest from the day of cancellation', () => {
    const parts = {
      activities: [activity('A1')],
      budgets: [budget('A1', { 2012: '100.00' })],
      pledges: [
        pledge('PL', '100.00', {
          ...{ committedOn: '2012-03-01', cancelledOn: '2012-09-01', earmark: { activities: ['A1'] } },
          receipts: [{ date: '2012-04-01', amount: '30.00' }],
        }),
      ],
    };
    expect(gapOf(parts, { asOf: '2012-08-31' }).total).toMatchObject({
      received: '30.00',
      committed: '70.00',
    });
    expect(gapOf(parts, { asOf: '2012-09-01' }).total).toMatchObject({ received: '30.00', gap: '70.00' });
  });

  it('makes what was received above the pledge flexible, although its earmark allocates it whole', () => {
    const { total } = gapOf({
      activities: [activity('A1')],
      budgets: [budget('A1', { 2012: '200.00' })],
      pledges: [
        pledge('PL', '100.00', {
          ...{ committedOn: '2012-03-01', earmark: { activities: ['A1'] } },
          receipts: [{ date: '2012-04-01', amount: '120.00' }],
        }),
      ],
    });
    expect(total).toMatchObject({
      received: '100.00',
      gap: '100.00',
      flexible: '20.00',
      deployable: '20.00',
    });
    expect(total).toMatchObject({ stranded: '0.00', attainableGap: '80.00' });
  });

  it('splits receipts over allocations by largest remainder, a tie to B2 before B10', () => {
    const { rows, total } = gapOf({
      activities: [activity('B10'), activity('B2')],
      budgets: [budget('B2', { 2012: '1.00' }), budget('B10', { 2012: '1.00' })],
      pledges: [
        pledge('PL', '100.00', {
          allocations: [
            { activity: 'B10', amount: '30.00' },
            { activity: 'B2', amount: '30.00' },
          ],
          receipts: [{ date: '2012-04-01', amount: '0.05' }],
          cancelledOn: '2012-05-01',
        }),
      ],
    });
    // 1.5, 1.5 and 2 cents
    expect(rows).toMatchObject([
      { key: 'B2', received: '0.02' },
      { key: 'B10', received: '0.01' },
    ]);
    expect(total).toMatchObject({ received: '0.03', flexible: '0.02' });
  });

  it('gives the tied cent to the allocation with a year before the one without', () => {
    const parts = {
      activities: [activity('A1')],
      budgets: [budget('A1', { 2012: '0.01', 2013: '1.00' })],
      pledges: [
        pledge('PL', '2.00', {
          allocations: [
            { activity: 'A1', amount: '1.00' },
            { activity: 'A1', year: 2013, amount: '1.00' },
          ],
          receipts: [{ date: '2012-04-01', amount: '0.01' }],
          cancelledOn: '2012-05-01',
        }),
      ],
    };
    expect(gapOf(parts, { by: 'year' }).rows).toMatchObject([{ received: '0.00' }, { received: '0.01' }]);
  });

  it('fills cells with yeared money before unyeared money of the same layer', () => {
    const parts = {
      activities: [activity('A1')],
      budgets: [budget('A1', { 2012: '100.00', 2013: '100.00' })],
      pledges: [
        pledge('ANY', '120.00', { committedOn: '2012-03-01', earmark: { activities: ['A1'] } }),
        pledge('2012', '70.00', {
          committedOn: '2012-03-01',
          allocations: [{ activity: 'A1', year: 2012, amount: '70.00' }],
        }),
      ],
    };
    const { rows, total } = gapOf(parts, { by: 'year' });
    expect(rows).toMatchObject([
      { committed: '100.00', gap: '0.00' },
      { committed: '90.00', gap: '10.00' },
    ]);
    expect(total.surplus).toBe('0.00');
  });

  it('fills layers in order, so that unyeared receipts leave no room for a yeared commitment', () => {
    const parts = {
      activities: [activity('A1')],
      budgets: [budget('A1', { 2012: '100.00', 2013: '100.00' })],
      pledges: [
        pledge('IN', '100.00', {
          earmark: { activities: ['A1'] },
          receipts: [{ date: '2012-04-01', amount: '100.00' }],
        }),
        pledge('2012', '70.00', {
          committedOn: '2012-03-01',
          allocations: [{ activity: 'A1', year: 2012, amount: '70.00' }],
        }),
        pledge('2014', '5.00', { allocations: [{ activity: 'A1', year: 2014, amount: '5.00' }] }),
      ],
    };
    const { rows, total } = gapOf(parts, { by: 'year' });
    expect(rows).toMatchObject([
      { received: '100.00', committed: '0.00' },
      { received: '0.00', committed: '0.00', gap: '100.00' },
    ]);
    expect(total).toMatchObject({ gap: '100.00', surplus: '75.00', pledged: '0.00' });
  });

  it('never lets a surplus hide a gap, and calls all the money of a cancelled activity surplus', () => {
    const { rows, total } = gapOf(
      {
        activities: [activity('A1'), activity('A2'), activity('A3', { status: 'cancelled' })],
        budgets: ['A1', 'A2', 'A3'].map((code) => budget(code, { 2012: '100.00' })),
        pledges: [
          pledge('X', '150.00', { committedOn: '2012-03-01', earmark: { activities: ['A1'] } }),
          pledge('Y', '40.00', { committedOn: '2012-03-01', earmark: { activities: ['A3'] } }),
        ],
      },
      { by: 'theme' },
    );
    const sums = { requirement: '200.00', committed: '100.00', gap: '100.00', surplus: '90.00' };
    expect(rows[0]).toMatchObject(sums);
    expect(total).toMatchObject(sums);
  });
});

describe('the reference for the gap, worked out by hand: species', () => {
  const speciesProgrammes = ['c', 'a', 'b'].map((code) => ({ code, name: `Name of ${code}` }));

  it('splits by odd thirds and makes the parts add up', () => {
    const species = [
      { code: 'a', share: '0.333333' },
      { code: 'b', share: '0.333333' },
      { code: 'c', share: '0.333334' },
    ];
    const parts = { speciesProgrammes, activities: [activity('A1', { species })] };
    const gaps = (amount: string) =>
      gapOf({ ...parts, budgets: [budget('A1', { 2012: amount })] }, { by: 'species' }).rows.map(
        ({ key, gap }) => [key, gap],
      );
    expect(gaps('100.00')).toEqual([
      ...[
        ['a', '33.33'],
        ['b', '33.33'],
        ['c', '33.34'],
      ],
      ['cross-cutting', '0.00'],
    ]);
    expect(gaps('0.02').map(([, gap]) => gap)).toEqual(['0.01', '0.00', '0.01', '0.00']);
  });

  it('splits each figure by itself, so that a requirement is the sum of its parts', () => {
    const species = [
      { code: 'b', share: '0.5' },
      { code: 'a', share: '0.5' },
    ];
    const { rows } = gapOf(
      {
        speciesProgrammes,
        activities: [activity('A1', { species }), activity('A2')],
        budgets: [budget('A1', { 2012: '0.04' }), budget('A2', { 2012: '0.03' })],
        pledges: [
          pledge('R', '0.01', {
            earmark: { activities: ['A1'] },
            receipts: [{ date: '2012-04-01', amount: '0.01' }],
          }),
          pledge('C', '0.01', { committedOn: '2012-03-01', earmark: { activities: ['A1'] } }),
          pledge('P', '0.01', { earmark: { activities: ['A1'] } }),
        ],
      },
      { by: 'species' },
    );
    const one = { received: '0.01', committed: '0.01', pledged: '0.01', gapIfPledgesHold: '0.01' };
    expect(rows).toMatchObject([
      { key: 'a', label: 'Name of a', ...one, requirement: '0.04', gap: '0.02' },
      { key: 'b', requirement: '0.00', gap: '0.00' },
      { key: 'c', requirement: '0.00' },
      { key: 'cross-cutting', label: 'Cross-cutting', requirement: '0.03', gap: '0.03' },
    ]);
  });
});

describe('the reference for the gap, worked out by hand: flexible money and the pipeline', () => {
  const species = (code: string) => ({ species: [{ code, share: '1' }] });
  const parts = {
    speciesProgrammes: [
      { code: 's', name: 'Saiga' },
      { code: 't', name: 'Turtles' },
    ],
    activities: [activity('A1', species('s')), activity('A2', species('t')), activity('B1')],
    budgets: ['A1', 'A2', 'B1'].map((code) => budget(code, { 2012: '60.00', 2013: '40.00' })),
  };
  const firm = { committedOn: '2012-03-01' };

  it('moves the unearmarked pledge out of the way of the earmarked one', () => {
    const { total } = gapOf({
      ...parts,
      activities: [activity('A1', species('s')), activity('A2', species('t'))],
      pledges: [
        pledge('ANY', '100.00', firm),
        pledge('S', '80.00', { ...firm, earmark: { species: ['s'] } }),
      ],
    });
    expect(total).toMatchObject({ flexible: '180.00', deployable: '180.00', attainableGap: '20.00' });
  });

  it('strands what no open gap may take: a theme, species and year that must all match', () => {
    const earmark = { themes: ['A'], species: ['s'], years: [2013, 2014] };
    const { total } = gapOf({ ...parts, pledges: [pledge('S', '70.00', { ...firm, earmark })] });
    expect(total).toMatchObject({ flexible: '70.00', deployable: '40.00', stranded: '30.00' });
    expect(total).toMatchObject({ gap: '300.00', attainableGap: '260.00' });
  });

  it('counts announced flexible money only if pledges hold', () => {
    const { total } = gapOf({
      ...parts,
      pledges: [
        pledge('NEW', '350.00', { allocations: [{ activity: 'B1', amount: '30.00' }] }),
        pledge('SURE', '10.00', firm),
      ],
    });
    expect(total).toMatchObject({ flexible: '10.00', deployable: '10.00', attainableGap: '290.00' });
    expect(total).toMatchObject({ gap: '300.00', gapIfPledgesHold: '270.00' });
    const hold = { flexible: '330.00', deployable: '270.00', stranded: '60.00', attainableGap: '0.00' };
    expect(total.ifPledgesHold).toEqual(hold);
  });

  it('weighs each converted ask by itself and shows stale, named, won and lost prospects nowhere else', () => {
    const asks = { A1: '10.05', B1: '20.00' };
    const { rows, total } = gapOf({
      ...parts,
      exchangeRates: rates,
      prospects: [
        prospect('IDENTIFIED', asks, { stage: 'identified' }),
        prospect('OWN', asks, { probability: '0', decisionBy: '2012-12-31' }),
        prospect('EURO', { A1: '1.00' }, { currency: 'EUR', probability: '0.5' }),
        prospect('STALE', asks, { decisionBy: '2012-12-30' }),
        prospect('STALE-NAMED', asks, { decisionBy: '2012-12-30' }),
        prospect('NAMED', asks),
        prospect('NAMED-LATER', { A1: '100.00' }, { probability: '0.0001' }),
        prospect('WON', asks, { stage: 'won' }),
        prospect('LOST', asks, { stage: 'lost' }),
        prospect('LATER', asks, { createdOn: '2013-01-01' }),
      ],
      pledges: [
        pledge('PL-1', '1.00', { prospect: 'NAMED', cancelledOn: '2012-03-01' }),
        pledge('PL-2', '1.00', { prospect: 'STALE-NAMED' }),
        pledge('PL-3', '1.00', { prospect: 'NAMED-LATER', date: '2013-01-01' }),
      ],
    });
    // A1: 0.5025 → 0.50, 0, 1.33 × 0.5 = 0.665 → 0.67, 0.01; B1: 1.00; stale: 6.03 + 12.00
    expect(rows.map((row) => row.weightedPipeline)).toEqual(['1.18', '0.00', '1.00']);
    expect(total).toMatchObject({ weightedPipeline: '2.18', stalePipeline: '18.03' });
  });
});
