import {
  type Breakdown,
  type BreakdownPart,
  type BreakdownTable,
  FIGURE_LABELS,
  figureOf,
  type RowFigure,
} from './breakdown.ts';
import { outstandingBasis, receiptsBasis, splitBasis } from './breakdown-pledges.ts';
import type { BreakdownSources } from './breakdown-sources.ts';
import { lineTotal } from './budget.ts';
import { type ActivityGap, cellFigures, type GapReport } from './gap.ts';
import { amountWords } from './money.ts';
import { askParts } from './pipeline-breakdown.ts';
import { LAYERS, type Layer, type PledgeMoney } from './pledge-money.ts';
import { conversionWords } from './rate-words.ts';
import { parseDecimal, percentText } from './rational.ts';

type Question = {
  readonly report: GapReport;
  readonly gap: ActivityGap;
  readonly figure: RowFigure;
  /** One year of the activity, or undefined for all of them. */
  readonly year: number | undefined;
  readonly sources: BreakdownSources;
};

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
  const answer = answerFor({ report, gap, figure, year, sources });
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

type Answer = Pick<Breakdown, 'parts' | 'basis'>;

function answerFor(question: Question): Answer | null {
  const { figure, report, gap, year } = question;
  switch (figure) {
    case 'requirement':
      return requirementAnswer(question);
    case 'received':
    case 'committed':
    case 'pledged':
      return year === undefined ? layerAnswer(question, figure) : yearLayerAnswer(question, figure, year);
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

function differenceParts(question: Question, from: RowFigure, minus: readonly RowFigure[]): BreakdownPart[] {
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

function requirementAnswer({ report, gap, year, sources }: Question): Answer {
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

type Contribution = {
  readonly money: PledgeMoney;
  readonly year: number | null;
  readonly amountMinor: bigint;
};

/** What each pledge brings to an activity in one layer, before it is known whether it fits. */
function contributions({ report, gap }: Question, layer: Layer): Contribution[] {
  return report.pledges.flatMap((money) =>
    money.allocated
      .filter(({ activity }) => activity === gap.activity.code)
      .map(({ year, receivedMinor, outstandingMinor }) => ({
        money,
        year,
        amountMinor:
          layer === 'received' ? receivedMinor : money.outstandingLayer === layer ? outstandingMinor : 0n,
      }))
      .filter(({ amountMinor }) => amountMinor !== 0n),
  );
}

function contributionPart({ money, year, amountMinor }: Contribution, layer: Layer): BreakdownPart {
  return {
    label: `${money.pledge.code}, ${layer === 'received' ? 'received' : 'outstanding'}`,
    note: year === null ? 'allocated without a year' : `allocated to ${year}`,
    amountMinor,
    reference: null,
  };
}

function basisOf(question: Question, layer: Layer, used: readonly Contribution[]): BreakdownTable[] {
  const pledges = [...new Set(used.map(({ money }) => money))];
  const { facts } = question.report;
  return pledges.flatMap((money) => [
    layer === 'received'
      ? receiptsBasis(money, facts, question.sources)
      : outstandingBasis(money, facts, question.sources),
    splitBasis(money, facts, layer),
  ]);
}

function layerAnswer(question: Question, layer: Layer): Answer {
  const used = contributions(question, layer);
  const surplusMinor = question.gap.surplusByLayer[layer];
  const parts = used.map((contribution) => contributionPart(contribution, layer));
  if (surplusMinor !== 0n) parts.push(beyond(-surplusMinor, question.gap.activity.code));
  return { parts, basis: basisOf(question, layer, used) };
}

function beyond(amountMinor: bigint, code: string): BreakdownPart {
  return {
    label: 'Beyond the requirement',
    note: 'counted as surplus',
    amountMinor,
    reference: { figure: 'surplus', scope: { by: 'activity', key: code } },
  };
}

function yearLayerAnswer(question: Question, layer: Layer, year: number): Answer {
  const all = contributions(question, layer);
  const used = all.filter((contribution) => contribution.year === year);
  const cell = question.gap.cells.find((candidate) => candidate.year === year);
  if (!cell) return { parts: [], basis: [] };
  const earlier = LAYERS.slice(0, LAYERS.indexOf(layer));
  const figures = cellFigures(cell);
  const openMinor = earlier.reduce((open, name) => open - figureOf(figures, name), cell.requirementMinor);
  const yearedMinor = used.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const fittingMinor = yearedMinor < openMinor ? yearedMinor : openMinor;
  const unyearedMinor = figureOf(figures, layer) - fittingMinor;
  const parts = used.map((contribution) => contributionPart(contribution, layer));
  if (yearedMinor > fittingMinor) parts.push(beyond(fittingMinor - yearedMinor, question.gap.activity.code));
  if (unyearedMinor !== 0n) {
    parts.push({
      label: 'From money without a year',
      note: 'fills the open years in chronological order',
      amountMinor: unyearedMinor,
      reference: { figure: layer, scope: { by: 'activity', key: question.gap.activity.code } },
    });
  }
  return { parts, basis: basisOf(question, layer, used) };
}

function surplusAnswer(question: Question): Answer {
  const parts = LAYERS.flatMap((layer): BreakdownPart[] => {
    const brought = contributions(question, layer).map((each) => contributionPart(each, layer));
    const coveredMinor = figureOf(question.gap.figures, layer);
    if (brought.length === 0) return [];
    const covered: BreakdownPart = {
      label: `Covers the requirement (${FIGURE_LABELS[layer].toLowerCase()})`,
      note: null,
      amountMinor: -coveredMinor,
      reference: { figure: layer, scope: { by: 'activity', key: question.gap.activity.code } },
    };
    return coveredMinor === 0n ? brought : [...brought, covered];
  });
  return { parts, basis: [] };
}
