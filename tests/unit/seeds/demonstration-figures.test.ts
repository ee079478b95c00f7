import { describe, expect, it } from 'vitest';
import { gapAnswer } from '#app/domain/gap-answer.ts';
import type { GapDimension } from '#app/domain/gap-rows.ts';
import { demonstrationGap, MIDWAY, TODAY } from './demonstration-portfolio.ts';

const answer = (by: GapDimension, asOf = TODAY) => gapAnswer(demonstrationGap(asOf), by);
const isSome = (amount: string | null) => amount !== null && Number(amount) > 0;

/** Worked out outside of the product, from the two files and section 3 to 5 of the rules. */
describe('the demonstration data: figures worked out independently', () => {
  it('are these today', () => {
    expect(answer('theme').total).toEqual({
      ...{ requirement: '919707.44', received: '295650.27', committed: '86242.74', pledged: '79605.63' },
      ...{ gap: '537814.43', gapIfPledgesHold: '458208.80', surplus: '5482.53' },
      ...{ weightedPipeline: '134518.14', stalePipeline: '25398.61', unbudgeted: ['B5'] },
      ...{ flexible: '173722.08', deployable: '158388.02', stranded: '15334.06' },
      attainableGap: '379426.41',
      ifPledgesHold: {
        ...{ flexible: '201806.59', deployable: '186472.53', stranded: '15334.06' },
        attainableGap: '271736.27',
      },
    });
  });

  it('are these in the middle of the programme', () => {
    expect(answer('theme', MIDWAY).total).toEqual({
      ...{ requirement: '919707.44', received: '187010.83', committed: '147653.64', pledged: '114605.78' },
      ...{ gap: '585042.97', gapIfPledgesHold: '470437.19', surplus: '16435.43' },
      ...{ weightedPipeline: '66068.33', stalePipeline: '2700.00', unbudgeted: ['B5'] },
      ...{ flexible: '106179.22', deployable: '90845.16', stranded: '15334.06' },
      attainableGap: '494197.81',
      ifPledgesHold: {
        ...{ flexible: '138085.03', deployable: '122750.97', stranded: '15334.06' },
        attainableGap: '347686.22',
      },
    });
  });

  it('are these for single activities', () => {
    const rows = answer('activity').rows;
    expect(rows.find(({ key }) => key === 'B1')).toMatchObject({
      ...{ requirement: '128933.00', received: '25130.14', committed: '26170.19', pledged: '20000.00' },
      ...{ gap: '77632.67', gapIfPledgesHold: '57632.67' },
    });
    expect(rows.find(({ key }) => key === 'B8')).toMatchObject({
      ...{ requirement: '111731.92', received: '56963.19', committed: '17605.63', gap: '37163.10' },
    });
  });
});

describe('the demonstration data: something on every chart', () => {
  it.each([TODAY, MIDWAY])('shows all layers and a gap in the total on %s', (asOf) => {
    const { received, committed, pledged, gapIfPledgesHold } = answer('theme', asOf).total;
    expect([received, committed, pledged, gapIfPledgesHold].every(isSome)).toBe(true);
  });

  it('shows received and committed money and a gap in every theme', () => {
    for (const { key, received, committed, gap } of answer('theme').rows) {
      expect([key, isSome(received), isSome(committed), isSome(gap)]).toEqual([key, true, true, true]);
    }
  });

  it('shows received and committed money and a gap in every year, and pledged money in the last two', () => {
    const { rows } = answer('year');
    expect(rows.map(({ key }) => key)).toEqual(['2012', '2013', '2014']);
    for (const { key, received, committed, gap } of rows) {
      expect([key, isSome(received), isSome(committed), isSome(gap)]).toEqual([key, true, true, true]);
    }
    expect(rows.map(({ pledged }) => isSome(pledged))).toEqual([false, true, true]);
  });

  it('shows money for every species programme but the two candidates', () => {
    const funded = answer('species').rows.filter(({ received }) => isSome(received));
    expect(funded.map(({ key }) => key)).toEqual([
      ...['african-elephant', 'dugong', 'gorillas', 'marine-turtles', 'saiga-antelope', 'sharks'],
      ...['snow-leopard', 'south-american-fur-seal', 'sturgeons', 'cross-cutting'],
    ]);
  });

  it('shows one species programme with all layers and a gap, one fully funded, and one with nothing yet', () => {
    const byKey = new Map(answer('species').rows.map((row) => [row.key, row]));
    const elephant = byKey.get('african-elephant');
    expect(elephant?.unbudgeted).toEqual(['B5']);
    for (const figure of [
      'received',
      'committed',
      'pledged',
      'gapIfPledgesHold',
      'weightedPipeline',
    ] as const) {
      expect(isSome(elephant?.[figure] ?? null), figure).toBe(true);
    }
    expect(byKey.get('snow-leopard')).toMatchObject({ gap: '0.00', surplus: '5482.53' });
    expect(byKey.get('argali')).toMatchObject({ requirement: '0.00', surplus: '0.00' });
  });

  it('shows the surplus in B15 and how flexible money for the snow leopard is stranded', () => {
    const report = demonstrationGap(TODAY);
    const surpluses = answer('activity').rows.filter(({ surplus }) => isSome(surplus));
    expect(surpluses.map(({ key }) => key)).toEqual(['B15']);
    const forSnowLeopard = report.pledges.filter(({ pledge }) =>
      pledge.earmark.species.includes('snow-leopard'),
    );
    expect(forSnowLeopard.map(({ unallocatedReceivedMinor }) => unallocatedReceivedMinor)).toEqual([
      report.flexible.strandedMinor,
    ]);
  });

  it.each(['EUR', 'GBP', 'CHF'])('can be reported in %s', (currency) => {
    for (const asOf of ['2011-12-31', MIDWAY, TODAY]) {
      expect(demonstrationGap(asOf, currency).facts.currency).toBe(currency);
    }
  });
});
