import { describe, expect, it } from 'vitest';
import { activity, budget, pledge, prospect } from '../../support/reference/tiny-bundle.ts';
import { gapOf, RATES } from '../../support/reference/tiny-gap.ts';

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
      exchangeRates: RATES,
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
