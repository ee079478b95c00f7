import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../support/reference/bundle-json.ts';
import { referenceForecast } from '../../support/reference/forecast.ts';
import { activity, budget, pledge, prospect, tinyBundle } from '../../support/reference/tiny-bundle.ts';

function forecastOf(parts: Partial<Bundle>, question: { asOf?: string; currency?: string } = {}) {
  return referenceForecast(tinyBundle(parts), {
    ...{ programme: 'P', asOf: '2012-12-31', currency: 'USD' },
    ...question,
  });
}

describe('the reference for the forecast, worked out by hand', () => {
  it('leaves 25.60 and a chance of 36 % where two asks of 80 at 60 % meet a need of 100', () => {
    const answer = forecastOf({
      activities: [activity('A1')],
      budgets: [budget('A1', { 2012: '100.00' })],
      prospects: [prospect('PR-2', { A1: '80.00' }), prospect('PR-1', { A1: '80.00' })],
    });
    // 16 %: 100 left, 48 %: 20 left, 36 %: nothing left; one prospect at 0 leaves 52, at 1 it leaves 8
    expect(answer).toEqual({
      ...{ programme: 'P', currency: 'USD', asOf: '2012-12-31', method: 'exact' },
      ...{ expectedGap: '25.60', p10: '0.00', p50: '20.00', p90: '100.00', unbudgeted: [] },
      activities: [{ code: 'A1', gapIfPledgesHold: '100.00', expectedGap: '25.60', probabilityFunded: 0.36 }],
      prospects: [
        { code: 'PR-1', value: '44.00' },
        { code: 'PR-2', value: '44.00' },
      ],
    });
  });

  it('wins or loses all asks of a prospect together and rounds the expectation of the programme once', () => {
    const answer = forecastOf({
      activities: [activity('A1'), activity('A2'), activity('B1')],
      budgets: ['A1', 'A2'].map((code) => budget(code, { 2012: '0.03' })),
      prospects: [
        prospect('PR-1', { A1: '0.01', A2: '0.05', B1: '1.00' }, { probability: '0.5' }),
        prospect('PR-2', { B1: '1.00' }, { probability: '1' }),
      ],
    });
    // A1 expects 2.5 cents, A2 1.5 cents, both 4: 6 cents or 2 cents, even chances
    expect(answer).toMatchObject({ expectedGap: '0.04', p10: '0.02', p50: '0.02', p90: '0.06' });
    expect(answer).toMatchObject({
      unbudgeted: ['B1'],
      activities: [
        { code: 'A1', expectedGap: '0.03', probabilityFunded: 0 },
        { code: 'A2', expectedGap: '0.02', probabilityFunded: 0.5 },
        { code: 'B1', gapIfPledgesHold: null, expectedGap: null, probabilityFunded: null },
      ],
      prospects: [
        { code: 'PR-1', value: '0.04' },
        { code: 'PR-2', value: '0.00' },
      ],
    });
  });

  it('takes announced pledges to hold and leaves out flexible money, stale and named prospects', () => {
    const answer = forecastOf({
      activities: [activity('A1'), activity('A2', { status: 'cancelled' })],
      budgets: ['A1', 'A2'].map((code) => budget(code, { 2012: '100.00' })),
      prospects: [
        prospect('OPEN', { A1: '10.00' }, { probability: '0.1' }),
        prospect('STALE', { A1: '10.00' }, { decisionBy: '2012-12-30' }),
        prospect('NAMED', { A1: '10.00' }),
        prospect('IDLE', {}),
      ],
      pledges: [
        pledge('PL-1', '70.00', { earmark: { activities: ['A1'] }, prospect: 'NAMED' }),
        pledge('PL-2', '500.00'),
      ],
    });
    expect(answer).toMatchObject({
      ...{ expectedGap: '29.00', p10: '20.00', p50: '30.00', p90: '30.00' },
      activities: [
        { code: 'A1', gapIfPledgesHold: '30.00', expectedGap: '29.00', probabilityFunded: 0 },
        { code: 'A2', gapIfPledgesHold: '0.00', expectedGap: '0.00', probabilityFunded: 1 },
      ],
      prospects: [{ code: 'OPEN', value: '10.00' }],
    });
  });

  it('reaches a percentile exactly at its probability, not only above it', () => {
    const percentiles = (probability: string) =>
      forecastOf({
        activities: [activity('A1')],
        budgets: [budget('A1', { 2012: '100.00' })],
        prospects: [prospect('PR', { A1: '100.00' }, { probability })],
      });
    expect(percentiles('0.5')).toMatchObject({ p10: '0.00', p50: '0.00', p90: '100.00' });
    expect(percentiles('0.499999')).toMatchObject({ p50: '100.00' });
    expect(percentiles('0.9')).toMatchObject({ p90: '0.00' });
    expect(percentiles('0')).toMatchObject({ p10: '100.00', expectedGap: '100.00' });
  });
});
