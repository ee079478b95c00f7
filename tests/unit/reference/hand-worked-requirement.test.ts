import { describe, expect, it } from 'vitest';
import type { GapQuestion } from '../../support/reference/gap.ts';
import { activity, budget, line } from '../../support/reference/tiny-bundle.ts';
import { gapOf, RATES } from '../../support/reference/tiny-gap.ts';

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
      ...{ exchangeRates: RATES, activities: [activity('A1')], budgets: [budget('A1', {}, yen)] },
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
