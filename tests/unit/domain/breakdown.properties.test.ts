import { describe, expect, it } from 'vitest';
import {
  type Breakdown,
  type BreakdownScope,
  type BreakdownTable,
  FIGURE_NAMES,
  type FigureName,
  figureOf,
  isRowFigure,
  type RowFigure,
} from '#app/domain/breakdown.ts';
import { figureBreakdown } from '#app/domain/figure-breakdown.ts';
import { cellFigures } from '#app/domain/gap.ts';
import { GAP_DIMENSIONS, type GapRow, gapRows } from '#app/domain/gap-rows.ts';
import { convert } from '#app/domain/rates.ts';
import { sourcesOf } from '../../support/portfolios.ts';
import { type AskedPortfolio, askedPortfolios, askPortfolio } from '../../support/random-portfolios.ts';
import { demonstrationPortfolio, MIDWAY, TODAY } from '../seeds/demonstration-portfolio.ts';

const CASES = [
  ...askedPortfolios(100),
  ...[MIDWAY, TODAY].map((asOf) =>
    askPortfolio('demonstration', demonstrationPortfolio, {
      programme: 'JWP-2012-2014',
      asOf,
      currency: 'EUR',
    }),
  ),
];
const ROW_FIGURES: readonly RowFigure[] = FIGURE_NAMES.filter(isRowFigure);

function ask({ portfolio, report, facts }: AskedPortfolio, figure: FigureName, scope: BreakdownScope) {
  const activity = scope.by === 'activity' ? scope.key : '';
  return figureBreakdown(report, figure, scope, sourcesOf(portfolio, facts, activity));
}

function rowValue(row: GapRow, figure: RowFigure): bigint | null {
  return row[`${figure}Minor`];
}

function sumOf({ parts }: BreakdownTable): bigint {
  return parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

/** Every figure that the pages show, with its value. */
function shownFigures({ report }: AskedPortfolio) {
  const { total, flexible, flexibleIfPledgesHold: held, stalePipelineMinor } = report;
  const shown: { figure: FigureName; scope: BreakdownScope; value: bigint }[] = [
    { figure: 'flexible', scope: { by: 'total' }, value: flexible.flexibleMinor },
    { figure: 'deployable', scope: { by: 'total' }, value: flexible.deployableMinor },
    { figure: 'stranded', scope: { by: 'total' }, value: flexible.strandedMinor },
    { figure: 'attainableGap', scope: { by: 'total' }, value: flexible.attainableGapMinor },
    { figure: 'flexibleIfPledgesHold', scope: { by: 'total' }, value: held.flexibleMinor },
    { figure: 'deployableIfPledgesHold', scope: { by: 'total' }, value: held.deployableMinor },
    { figure: 'strandedIfPledgesHold', scope: { by: 'total' }, value: held.strandedMinor },
    { figure: 'attainableGapIfPledgesHold', scope: { by: 'total' }, value: held.attainableGapMinor },
    { figure: 'stalePipeline', scope: { by: 'total' }, value: stalePipelineMinor },
  ];
  for (const figure of ROW_FIGURES) {
    shown.push({ figure, scope: { by: 'total' }, value: figureOf(total, figure) });
    for (const by of GAP_DIMENSIONS) {
      for (const row of gapRows(report, by)) {
        const value = rowValue(row, figure);
        if (value !== null) shown.push({ figure, scope: { by, key: row.key }, value });
      }
    }
    if (figure === 'surplus' || figure === 'weightedPipeline') continue;
    for (const { activity, cells } of report.activities) {
      for (const cell of cells) {
        const scope = { by: 'activity', key: activity.code, year: cell.year } as const;
        shown.push({ figure, scope, value: figureOf(cellFigures(cell), figure) });
      }
    }
  }
  return shown;
}

/** All breakdowns of a portfolio, with the value that the pages show. */
function allBreakdowns(asked: AskedPortfolio) {
  return shownFigures(asked).map(({ figure, scope, value }) => ({
    name: `${asked.name} ${figure} ${JSON.stringify(scope)}`,
    value,
    breakdown: ask(asked, figure, scope),
  }));
}

/** Parts that stand for a share or an excerpt of what they refer to, not for the whole of it. */
function isExcerpt({ figure, scope }: Breakdown, label: string): boolean {
  return (
    scope.by === 'species' ||
    figure === 'deployable' ||
    figure === 'deployableIfPledgesHold' ||
    label === 'Beyond the requirement' ||
    label === 'From money without a year'
  );
}

describe('the breakdown of any figure of any portfolio, the demonstration data among them', {
  timeout: 120_000,
}, () => {
  it('exists, is in the currency asked for, and its parts add up to the figure shown', () => {
    for (const asked of CASES) {
      for (const { name, value, breakdown } of allBreakdowns(asked)) {
        expect(breakdown, name).not.toBeNull();
        if (!breakdown) continue;
        expect(breakdown.totalMinor, name).toBe(value);
        expect(sumOf(breakdown), name).toBe(value);
        expect(breakdown.currency, name).toBe(asked.facts.currency);
      }
    }
  });

  it('answers to the figure and scope that was asked for', () => {
    for (const asked of CASES) {
      for (const { figure, scope } of shownFigures(asked)) {
        expect(ask(asked, figure, scope), asked.name).toMatchObject({ figure, scope });
      }
    }
  });

  it('rests on tables that each add up to their own total', () => {
    for (const asked of CASES) {
      for (const { name, breakdown } of allBreakdowns(asked)) {
        for (const table of breakdown?.basis ?? [])
          expect(sumOf(table), `${name}: ${table.title}`).toBe(table.totalMinor);
      }
    }
  });

  it('refers to figures that exist: whole ones have the amount of the part, others at least as much', () => {
    for (const asked of CASES) {
      for (const { name, breakdown } of allBreakdowns(asked)) {
        for (const { label, amountMinor, reference } of breakdown?.parts ?? []) {
          if (!breakdown || !reference) continue;
          const found = ask(asked, reference.figure, reference.scope);
          const size = amountMinor < 0n ? -amountMinor : amountMinor;
          const where = `${name}: ${label}`;
          expect(found, where).not.toBeNull();
          if (isExcerpt(breakdown, label)) expect((found?.totalMinor ?? -1n) >= size, where).toBe(true);
          else expect(found?.totalMinor, where).toBe(size);
        }
      }
    }
  });

  it('never refers back to itself, so that following the references comes to an end', () => {
    for (const asked of CASES) {
      const depths = new Map<string, number>();
      const depthOf = (figure: FigureName, scope: BreakdownScope): number => {
        const key = JSON.stringify([figure, scope]);
        const known = depths.get(key);
        if (known !== undefined) return known;
        // A surplus and what covers the requirement explain each other: the one is what the other leaves.
        const parts = ask(asked, figure, scope)?.parts ?? [];
        const onward = parts.filter(({ label }) => label !== 'Beyond the requirement');
        depths.set(key, Number.POSITIVE_INFINITY);
        const depth =
          1 +
          Math.max(
            0,
            ...onward.map(({ reference }) => (reference ? depthOf(reference.figure, reference.scope) : 0)),
          );
        depths.set(key, depth);
        return depth;
      };
      for (const { figure, scope } of shownFigures(asked)) {
        expect(depthOf(figure, scope), `${asked.name} ${figure}`).toBeLessThanOrEqual(6);
      }
    }
  });

  it('leaves out of a group what adds nothing to it', () => {
    for (const asked of CASES) {
      for (const { name, breakdown } of allBreakdowns(asked)) {
        if (!breakdown || breakdown.scope.by === 'activity') continue;
        for (const { amountMinor } of breakdown.parts) expect(amountMinor, name).not.toBe(0n);
      }
    }
  });

  it('ends at records: what refers to nothing further has words or tables behind it', () => {
    for (const asked of CASES) {
      for (const { name, breakdown } of allBreakdowns(asked)) {
        const leaves = (breakdown?.parts ?? []).filter(({ reference }) => reference === null);
        for (const { note } of leaves) expect(note, name).toBeTruthy();
        const isPledgeMoney = ['received', 'committed', 'pledged', 'surplus', 'requirement', 'flexible'];
        if (leaves.length > 0 && breakdown && isPledgeMoney.includes(breakdown.figure)) {
          expect(breakdown.basis.length, name).toBeGreaterThan(0);
        }
      }
    }
  });

  it('is nothing for a surplus or a pipeline of a year, for which there is none', () => {
    for (const asked of CASES) {
      for (const figure of ['surplus', 'weightedPipeline'] as const) {
        expect(ask(asked, figure, { by: 'year', key: '2012' })).toBeNull();
        const code = asked.report.activities[0]?.activity.code ?? '';
        expect(ask(asked, figure, { by: 'activity', key: code, year: 2012 })).toBeNull();
      }
    }
  });
});

describe('what a breakdown rests on', { timeout: 60_000 }, () => {
  it('for a requirement: lines and PSC of each year, which converted at the rate date are the part', () => {
    for (const asked of CASES) {
      const { facts, report } = asked;
      for (const { activity } of report.activities) {
        const breakdown = ask(asked, 'requirement', { by: 'activity', key: activity.code });
        const budget = activity.budget;
        expect(breakdown?.basis.length).toBe(breakdown?.parts.length);
        breakdown?.basis.forEach((table, index) => {
          const rateDate = budget?.rateDate ?? '';
          expect(table.currency).toBe(budget?.currency);
          expect(convert(facts.rates, table.totalMinor, table.currency, facts.currency, rateDate)).toBe(
            breakdown.parts[index]?.amountMinor,
          );
        });
      }
    }
  });

  it('for a layer: the receipts or the outstanding part of each pledge, converted, is what its split adds up to', () => {
    for (const asked of CASES) {
      const { facts, report } = asked;
      for (const { activity } of report.activities) {
        for (const figure of ['received', 'committed', 'pledged'] as const) {
          const { basis = [] } = ask(asked, figure, { by: 'activity', key: activity.code }) ?? {};
          expect(basis.length % 2).toBe(0);
          for (let index = 0; index < basis.length; index += 2) {
            const [whole, split] = basis.slice(index, index + 2);
            if (!whole || !split) continue;
            const converted = convert(
              facts.rates,
              whole.totalMinor,
              whole.currency,
              facts.currency,
              facts.asOf,
            );
            expect(split.totalMinor, `${asked.name} ${split.title}`).toBe(converted);
            expect(split.currency).toBe(facts.currency);
          }
        }
      }
    }
  });
});
