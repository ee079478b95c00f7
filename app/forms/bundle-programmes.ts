import type { Activity } from '#app/domain/activity.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { UNPLACED_PROGRAMME } from '#app/domain/portfolio-check-index.ts';
import type { ReadBundle } from './bundle.ts';
import type { BundleProblems } from './bundle-problems.ts';
import { UNREADABLE } from './bundle-repair.ts';

/**
 * Gives every budget and ask its programme: the one it names, or the only one that has its activity code. Where
 * no or several programmes have it, that is a problem and the programme stays unplaced.
 *
 * @param activities Those of the portfolio and of the bundle itself.
 */
export function placeInProgrammes(
  bundle: ReadBundle,
  activities: Iterable<Activity>,
  problems: BundleProblems,
): Portfolio {
  const programmesOf = groupByCode(activities);
  const place = (stated: { programme: string | null; activity: string }, base: string): string => {
    if (stated.programme !== null) return stated.programme;
    const programmes = [...(programmesOf.get(stated.activity) ?? [])];
    const [only] = programmes;
    // The activity's own programme is the problem then.
    if (only === UNREADABLE) return UNPLACED_PROGRAMME;
    if (only !== undefined && programmes.length === 1) return only;
    const message =
      only === undefined
        ? `unknown activity ${stated.activity}`
        : `several programmes have an activity ${stated.activity} (${programmes.slice(0, 10).join(', ')}): ` +
          'say which one with "programme"';
    problems.addFinding(base, 'activity', message, ['.programme', 'activities']);
    return UNPLACED_PROGRAMME;
  };
  return {
    ...bundle,
    budgets: bundle.budgets.map((budget, index) => ({
      ...budget,
      programme: place(budget, `budgets[${index}]`),
    })),
    prospects: bundle.prospects.map((prospect, index) => ({
      ...prospect,
      asks: prospect.asks.map((ask, position) => ({
        ...ask,
        programme: place(ask, `prospects[${index}].asks[${position}]`),
      })),
    })),
  };
}

function groupByCode(activities: Iterable<Activity>): Map<string, Set<string>> {
  const programmesOf = new Map<string, Set<string>>();
  for (const { code, programme } of activities) {
    const programmes = programmesOf.get(code) ?? new Set();
    programmesOf.set(code, programmes.add(programme));
  }
  return programmesOf;
}
