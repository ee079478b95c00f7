import { activityBreakdown } from './activity-breakdown.ts';
import {
  type Breakdown,
  type BreakdownScope,
  type FigureName,
  groupBreakdown,
  isRowFigure,
} from './breakdown.ts';
import type { BreakdownSources } from './breakdown-sources.ts';
import type { GapReport } from './gap.ts';
import { programmeBreakdown } from './programme-breakdown.ts';

/**
 * What any figure of a gap report is made of.
 *
 * @param sources The activity's budget lines, and the receipts and write-offs of the pledges behind the figure.
 * @returns A breakdown whose parts add up to the figure, or null when the report has no such figure.
 */
export function figureBreakdown(
  report: GapReport,
  figure: FigureName,
  scope: BreakdownScope,
  sources: BreakdownSources,
): Breakdown | null {
  if (!isRowFigure(figure)) {
    return scope.by === 'total' ? { figure, scope, ...programmeBreakdown(report, figure, sources) } : null;
  }
  if (scope.by === 'activity') return activityBreakdown(report, figure, scope, sources);
  const table = groupBreakdown(report, figure, scope);
  return table && { figure, scope, basis: [], ...table };
}
