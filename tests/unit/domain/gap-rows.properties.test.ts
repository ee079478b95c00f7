import { describe, expect, it } from 'vitest';
import type { Figures } from '#app/domain/figures.ts';
import { GAP_DIMENSIONS, gapRows } from '#app/domain/gap-rows.ts';
import { askedPortfolios } from '../../support/random-portfolios.ts';

const CASES = askedPortfolios(150);
const TIMED = [
  'requirementMinor',
  'receivedMinor',
  'committedMinor',
  'pledgedMinor',
  'gapMinor',
  'gapIfPledgesHoldMinor',
] as const satisfies readonly (keyof Figures)[];
const TIMELESS = ['surplusMinor', 'weightedPipelineMinor'] as const;

describe('the rows of any gap table', { timeout: 60_000 }, () => {
  it.each(GAP_DIMENSIONS)('by %s add up to the programme in every figure that they have', (by) => {
    for (const { name, report } of CASES) {
      const rows = gapRows(report, by);
      for (const figure of TIMED) {
        expect(
          rows.reduce((sum, row) => sum + row[figure], 0n),
          name,
        ).toBe(report.total[figure]);
      }
      if (by === 'year') continue;
      for (const figure of TIMELESS) {
        expect(
          rows.reduce((sum, row) => sum + (row[figure] ?? 0n), 0n),
          name,
        ).toBe(report.total[figure]);
      }
    }
  });

  it.each(GAP_DIMENSIONS)('by %s each add up in themselves', (by) => {
    for (const { name, report } of CASES) {
      for (const row of gapRows(report, by)) {
        expect(row.gapMinor, name).toBe(row.requirementMinor - row.receivedMinor - row.committedMinor);
        expect(row.gapIfPledgesHoldMinor, name).toBe(row.gapMinor - row.pledgedMinor);
        expect(row.gapIfPledgesHoldMinor >= 0n, name).toBe(true);
      }
    }
  });

  it.each(GAP_DIMENSIONS)('by %s have a key each, no two the same', (by) => {
    for (const { name, report } of CASES) {
      const keys = gapRows(report, by).map(({ key }) => key);
      expect(new Set(keys).size, name).toBe(keys.length);
    }
  });

  it('cover every theme, species programme, activity and year of the programme', () => {
    for (const { name, report } of CASES) {
      const { facts } = report;
      const keys = (by: (typeof GAP_DIMENSIONS)[number]) => gapRows(report, by).map(({ key }) => key);
      expect(keys('theme').toSorted(), name).toEqual(facts.themes.map(({ code }) => code).toSorted());
      expect(keys('activity').toSorted(), name).toEqual(facts.activities.map(({ code }) => code).toSorted());
      expect(keys('species'), name).toEqual([
        ...facts.speciesProgrammes.map(({ code }) => code).toSorted(),
        'cross-cutting',
      ]);
      const { startYear, endYear } = facts.programme;
      const required = report.activities.flatMap(({ requirements }) =>
        requirements.filter(({ requirementMinor }) => requirementMinor > 0n).map(({ year }) => year),
      );
      const own = Array.from({ length: endYear - startYear + 1 }, (_, index) => startYear + index);
      expect(keys('year'), name).toEqual(
        [...new Set([...own, ...required])].sort((a, b) => a - b).map(String),
      );
    }
  });

  it('name each unbudgeted activity wherever it belongs, and the programme names them all', () => {
    for (const { name, report } of CASES) {
      const { activities, unbudgeted } = report;
      const missing = activities.filter(({ isUnbudgeted }) => isUnbudgeted).map(({ activity }) => activity);
      expect(unbudgeted, name).toEqual(missing.map(({ code }) => code));
      for (const row of gapRows(report, 'theme')) {
        expect(row.unbudgeted, name).toEqual(
          missing.filter(({ theme }) => theme === row.key).map(({ code }) => code),
        );
      }
      for (const row of gapRows(report, 'species')) {
        const belongs = missing.filter(({ species }) =>
          row.key === 'cross-cutting' ? species.length === 0 : species.some(({ code }) => code === row.key),
        );
        expect(row.unbudgeted, name).toEqual(belongs.map(({ code }) => code));
      }
      for (const row of gapRows(report, 'year')) expect(row.unbudgeted, name).toEqual(unbudgeted);
    }
  });
});
