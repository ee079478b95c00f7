import {
  type Breakdown,
  type BreakdownPart,
  type BreakdownTable,
  FIGURE_LABELS,
  figureOf,
  type RowFigure,
} from './breakdown.ts';
import type { BreakdownSources } from './breakdown-sources.ts';
import { lineTotal } from './budget.ts';
import { cellFigures, type GapReport } from './gap.ts';
import { type ActivityAnswer, type ActivityQuestion, layerAnswer, surplusAnswer } from './layer-breakdown.ts';
import { amountWords } from './money.ts';
import { askParts } from './pipeline-breakdown.ts';
import { conversionWords } from './rate-words.ts';
import { parseDecimal, percentText } from './rational.ts';

/**
 * What a figure of one activity, or of one of its years, is made of: years, lines, pledges, receipts and rates.
 *
 * @returns null when the programme has no such activity, or the year of it no such figure.
 */
export function activityBreakdown(
  report: GapReport,
  figure: RowFigure,
  { key, year }: { readonly key: string; readonly year?: number },
  sources: BreakdownSources,
): Breakdown | null {
  const gap = report.activities.find(({ activity }) => activity.code === key);
  if (!gap) return null;
  if (year !== undefined && !gap.cells.some((cell) => cell.year === year)) return null;
  const answer = answerFor(figure, { report, gap, year, sources });
  if (!answer) return null;
  const { currency } = report.facts;
  return {
    figure,
    scope: { by: 'activity', key, ...(year === undefined ? {} : { year }) },
    title: `${FIGURE_LABELS[figure]}: ${gap.activity.code}${year === undefined ? '' : `, ${year}`}`,
    currency,
    totalMinor: answer.parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    ...answer,
  };
}

function answerFor(figure: RowFigure, question: ActivityQuestion): ActivityAnswer | null {
  const { report, gap, year } = question;
  switch (figure) {
    case 'requirement':
      return requirementAnswer(question);
    case 'received':
    case 'committed':
    case 'pledged':
      return layerAnswer(question, figure);
    case 'gap':
      return { parts: differenceParts(question, 'requirement', ['received', 'committed']), basis: [] };
    case 'gapIfPledgesHold':
      return { parts: differenceParts(question, 'gap', ['pledged']), basis: [] };
    case 'surplus':
      return year === undefined ? surplusAnswer(question) : null;
    case 'weightedPipeline':
      return year === undefined ? { parts: askParts(report.facts, gap.activity.code), basis: [] } : null;
  }
}

function differenceParts(
  question: ActivityQuestion,
  from: RowFigure,
  minus: readonly RowFigure[],
): BreakdownPart[] {
  const { gap, year } = question;
  const cell = gap.cells.find((candidate) => candidate.year === year);
  const figures = cell ? cellFigures(cell) : gap.figures;
  return [from, ...minus].map((figure) => ({
    label: FIGURE_LABELS[figure],
    note: null,
    amountMinor: figure === from ? figureOf(figures, figure) : -figureOf(figures, figure),
    reference: {
      figure,
      scope: { by: 'activity', key: gap.activity.code, ...(year === undefined ? {} : { year }) },
    },
  }));
}

function requirementAnswer({ report, gap, year, sources }: ActivityQuestion): ActivityAnswer {
  const { budget } = gap.activity;
  const { rates, currency } = report.facts;
  if (!budget) return { parts: [], basis: [] };
  const years = gap.requirements.filter((candidate) => year === undefined || candidate.year === year);
  const psc = percentText(parseDecimal(budget.pscRate));
  return {
    parts: years.map(({ year, directMinor, pscMinor, requirementMinor }) => ({
      label: String(year),
      note: conversionWords(rates, directMinor + pscMinor, budget.currency, currency, budget.rateDate),
      amountMinor: requirementMinor,
      reference: null,
    })),
    basis: years.map(({ year, directMinor, pscMinor }): BreakdownTable => {
      const lines = sources.lines.filter((line) => line.year === year && line.funding === 'external');
      return {
        title: `Budget version ${budget.version}, ${year}`,
        currency: budget.currency,
        totalMinor: directMinor + pscMinor,
        parts: [
          ...lines.map((line) => ({
            label: line.description,
            note: `${line.quantity}${line.unit ? ` ${line.unit}` : ''} × ${amountWords(line.unitCostMinor, budget.currency)}`,
            amountMinor: lineTotal(line),
            reference: null,
          })),
          {
            label: `Programme support cost, ${psc}`,
            note: `${psc} of ${amountWords(directMinor, budget.currency)}`,
            amountMinor: pscMinor,
            reference: null,
          },
        ],
      };
    }),
  };
}
