import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { fundingGap } from '#app/domain/gap.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { madeBundle } from '../../bench/portfolio/bundle.ts';
import { SIZES } from '../../bench/portfolio/sizes.ts';
import { AS_OF, PROGRAMME } from '../../bench/portfolio/terms.ts';

const small = [...madeBundle(SIZES.S)].join('');
const medium = [...madeBundle(SIZES.M)].join('');

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function imported(text: string): Portfolio {
  const prepared = prepareImport(text, null);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems.slice(0, 5)));
  return prepared.portfolio;
}

function countOf(portfolio: Portfolio) {
  const { activities, budgets, donors, prospects, pledges } = portfolio;
  return {
    activities: activities.length,
    budgetLines: budgets.flatMap(({ lines }) => lines).length,
    donors: donors.length,
    prospects: prospects.length,
    pledges: pledges.length,
    instalments: pledges.flatMap(({ instalments }) => instalments).length,
  };
}

describe('the portfolios that the benchmark measures with', () => {
  it('are the same bytes for the same seed, so that runs of different days can be compared', () => {
    expect(sha256(small)).toBe('38ab523cc82df276f285f3ecca8250b5b76501ac435db3d7b5f0b1448eb2bf4c');
    expect(sha256(medium)).toBe('251b3f76f01807f147a20e572fcf44dfcafb5661573b1ea4a2d43e80596fa6e9');
  });

  it('are others for another seed', () => {
    expect([...madeBundle(SIZES.S, 1)].join('')).not.toBe(small);
  });

  it('can be imported and have exactly the counts of their size', () => {
    expect(countOf(imported(small))).toEqual(SIZES.S);
    expect(countOf(imported(medium))).toEqual(SIZES.M);
  });

  it('grow ten times from medium to large', () => {
    for (const [kind, count] of Object.entries(SIZES.M)) expect(SIZES.L).toHaveProperty(kind, count * 10);
  });

  it('have every kind of record that slows a figure down', () => {
    const { budgets, pledges, prospects, exchangeRates } = imported(small);
    expect(new Set(budgets.map(({ status }) => status))).toEqual(
      new Set(['approved', 'superseded', 'draft']),
    );
    expect(new Set(budgets.map(({ currency }) => currency)).size).toBeGreaterThan(2);
    expect(new Set(pledges.map(({ currency }) => currency)).size).toBeGreaterThan(3);
    expect(new Set(exchangeRates.map(({ from }) => from)).size).toBe(42);
    expect(new Set(prospects.map(({ stage }) => stage)).size).toBe(8);
    expect(pledges.some(({ cancelledOn }) => cancelledOn !== null)).toBe(true);
    expect(pledges.some(({ writeOffs }) => writeOffs.length > 0)).toBe(true);
    expect(pledges.some(({ allocations }) => allocations.some(({ year }) => year === null))).toBe(true);
    expect(pledges.some(({ earmark }) => earmark.species.length > 0 && earmark.years.length > 0)).toBe(true);
    expect(pledges.some(({ earmark }) => earmark.activities.length > 1)).toBe(true);
    expect(pledges.some(({ date }) => date > AS_OF)).toBe(true);
  });

  it('show every situation: a surplus, a gap, stranded money, a stale prospect, an unbudgeted activity', () => {
    const about = { programme: PROGRAMME.code, asOf: AS_OF, currency: 'USD' };
    const report = fundingGap(factsOfPortfolio(imported(small), about));
    expect(report.total.surplusMinor).toBeGreaterThan(0n);
    expect(report.total.gapIfPledgesHoldMinor).toBeGreaterThan(0n);
    expect(report.total.gapIfPledgesHoldMinor).toBeLessThan(report.total.requirementMinor);
    expect(report.flexible.strandedMinor).toBeGreaterThan(0n);
    expect(report.flexible.deployableMinor).toBeGreaterThan(0n);
    expect(report.stalePipelineMinor).toBeGreaterThan(0n);
    expect(report.unbudgeted).not.toEqual([]);
  });
});
