import { describe, expect, it } from 'vitest';
import { activity, budget, pledge } from '../../support/reference/tiny-bundle.ts';
import { gapOf, RATES } from '../../support/reference/tiny-gap.ts';

describe('the reference for the gap, worked out by hand: pledges', () => {
  it('converts every receipt at its own rate and what is outstanding at the rate of the as-of date', () => {
    const parts = {
      exchangeRates: RATES,
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
