import { ACTIVITY_FUNDINGS, ACTIVITY_STATUSES, PRIORITIES } from '#app/domain/activity.ts';
import { ACTIVITY_SORTS, type ActivityQuery } from '#app/domain/activity-list.ts';

const LONGEST_SEARCH = 200;

/**
 * Reads which activities a URL asks for. A value that the list does not know is left out rather than refused: a
 * shared link from an older version still opens, and the page shows what it filters by.
 */
export function readActivityQuery(search: URLSearchParams): ActivityQuery {
  const sort = search.get('sort') ?? '';
  return {
    q: (search.get('q') ?? '').trim().slice(0, LONGEST_SEARCH),
    theme: search.get('theme') || null,
    species: search.get('species') || null,
    funding: oneOf(ACTIVITY_FUNDINGS, search.get('funding')),
    status: oneOf(ACTIVITY_STATUSES, search.get('status')),
    priority: oneOf([...PRIORITIES, 'none'], search.get('priority')),
    sort: oneOf(ACTIVITY_SORTS, sort.replace(/^-/, '')) ?? 'code',
    isDescending: sort.startsWith('-'),
  };
}

/** Reads which page of a long list a URL asks for, from 1; the nearest one that there is. */
export function readPage(search: URLSearchParams, pageCount: number): number {
  const text = search.get('page') ?? '';
  const page = /^\d{1,6}$/.test(text) ? Number(text) : 1;
  return Math.min(Math.max(page, 1), Math.max(pageCount, 1));
}

function oneOf<T extends string>(choices: readonly T[], text: string | null): T | null {
  return choices.find((choice) => choice === text) ?? null;
}
