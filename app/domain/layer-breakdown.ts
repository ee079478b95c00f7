import {
  type Breakdown,
  type BreakdownPart,
  type BreakdownTable,
  FIGURE_LABELS,
  figureOf,
} from './breakdown.ts';
import { outstandingBasis, receiptsBasis, splitBasis } from './breakdown-pledges.ts';
import type { BreakdownSources } from './breakdown-sources.ts';
import { type ActivityGap, cellFigures, type GapReport } from './gap.ts';
import { LAYERS, type Layer, type PledgeMoney } from './pledge-money.ts';

/** One activity whose figure is to be broken down. */
export type ActivityQuestion = {
  readonly report: GapReport;
  readonly gap: ActivityGap;
  /** One year of the activity, or undefined for all of them. */
  readonly year: number | undefined;
  readonly sources: BreakdownSources;
};

export type ActivityAnswer = Pick<Breakdown, 'parts' | 'basis'>;

type Contribution = {
  readonly money: PledgeMoney;
  readonly year: number | null;
  readonly amountMinor: bigint;
};

/** What each pledge brings to an activity in one layer, before it is known whether it fits. */
function contributions({ report, gap }: ActivityQuestion, layer: Layer): Contribution[] {
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

function basisOf(question: ActivityQuestion, layer: Layer, used: readonly Contribution[]): BreakdownTable[] {
  const pledges = [...new Set(used.map(({ money }) => money))];
  const { facts } = question.report;
  return pledges.flatMap((money) => [
    layer === 'received'
      ? receiptsBasis(money, facts, question.sources)
      : outstandingBasis(money, facts, question.sources),
    splitBasis(money, facts, layer),
  ]);
}

/** What a layer of an activity is made of, over all its years or in one of them. */
export function layerAnswer(question: ActivityQuestion, layer: Layer): ActivityAnswer {
  if (question.year !== undefined) return yearLayerAnswer(question, layer, question.year);
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

function yearLayerAnswer(question: ActivityQuestion, layer: Layer, year: number): ActivityAnswer {
  const all = contributions(question, layer);
  const used = all.filter((contribution) => contribution.year === year);
  const cell = question.gap.cells.find((candidate) => candidate.year === year);
  if (!cell) return { parts: [], basis: [] };
  const earlier = LAYERS.slice(0, LAYERS.indexOf(layer));
  const figures = cellFigures(cell);
  const openMinor = earlier.reduce((open, name) => open - figureOf(figures, name), cell.requirementMinor);
  const yearedMinor = used.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const excessMinor = yearedMinor > openMinor ? yearedMinor - openMinor : 0n;
  const unyearedMinor = figureOf(figures, layer) - (yearedMinor - excessMinor);
  const parts = used.map((contribution) => contributionPart(contribution, layer));
  if (excessMinor > 0n) parts.push(beyond(-excessMinor, question.gap.activity.code));
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

/** What an activity was given in each layer, less what covers its requirement. */
export function surplusAnswer(question: ActivityQuestion): ActivityAnswer {
  const layers = LAYERS.map((layer) => ({ layer, used: contributions(question, layer) }));
  return {
    parts: layers.flatMap(({ layer, used }): BreakdownPart[] => {
      const brought = used.map((contribution) => contributionPart(contribution, layer));
      const coveredMinor = figureOf(question.gap.figures, layer);
      if (coveredMinor === 0n) return brought;
      const covered: BreakdownPart = {
        label: `Covers the requirement (${FIGURE_LABELS[layer].toLowerCase()})`,
        note: null,
        amountMinor: -coveredMinor,
        reference: { figure: layer, scope: { by: 'activity', key: question.gap.activity.code } },
      };
      return [...brought, covered];
    }),
    basis: layers.flatMap(({ layer, used }) => basisOf(question, layer, used)),
  };
}
