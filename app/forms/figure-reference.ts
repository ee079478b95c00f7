import { type BreakdownScope, FIGURE_NAMES, type FigureReference } from '#app/domain/breakdown.ts';
import { GAP_DIMENSIONS } from '#app/domain/gap-rows.ts';

/** Reads `figure`, `by`, `key` and `year`: which figure a URL asks about. Null when it does not say. */
export function readFigureReference(search: URLSearchParams): FigureReference | null {
  const figure = FIGURE_NAMES.find((name) => name === search.get('figure'));
  const scope = readScope(search);
  return figure && scope ? { figure, scope } : null;
}

function readScope(search: URLSearchParams): BreakdownScope | null {
  const by = search.get('by') ?? 'total';
  if (by === 'total') return { by };
  const dimension = GAP_DIMENSIONS.find((name) => name === by);
  const key = search.get('key');
  if (!dimension || !key) return null;
  if (dimension !== 'activity') return { by: dimension, key };
  const year = search.get('year') ?? '';
  return /^\d{4}$/.test(year) ? { by: dimension, key, year: Number(year) } : { by: dimension, key };
}
