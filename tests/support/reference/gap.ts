import { toText } from './amounts.ts';
import type { Activity, Bundle, Question } from './bundle-json.ts';
import { byCode, byText } from './code-order.ts';
import { activitiesOf, type Cell, coverage, gap, gapIfPledgesHold } from './covered-cells.ts';
import { type Flexible, flexibleMoney } from './flexible-money.ts';
import { fromDecimal } from './fraction.ts';
import { openProspects, weighted } from './pipeline.ts';
import { sum } from './pledged-money.ts';
import { isUnbudgeted } from './requirement.ts';
import { shareOut } from './share-out.ts';

export type GapQuestion = Question & { readonly by: 'theme' | 'species' | 'activity' | 'year' };

type Figures = {
  readonly requirement: bigint;
  readonly received: bigint;
  readonly committed: bigint;
  readonly pledged: bigint;
  readonly gap: bigint;
  readonly gapIfPledgesHold: bigint;
  readonly surplus: bigint;
  readonly weightedPipeline: bigint;
};
type Row = { key: string; label: string; figures: readonly Figures[]; unbudgeted: string[] };

/** The answer of `gap` (domain.md, section 7), worked out the slow way. */
export function referenceGap(bundle: Bundle, question: GapQuestion): unknown {
  const { currency, by, asOf, programme } = question;
  const activities = activitiesOf(bundle, question);
  const covered = coverage(bundle, question);
  const prospects = openProspects(bundle, question);
  const fresh = prospects.filter(({ isStale }) => !isStale);
  const text = (minor: bigint) => toText(minor, currency);

  const figuresOf = new Map(
    activities.map((activity) => {
      const own = covered.cells.filter((cell) => cell.activity === activity);
      const surplus = covered.surplus.get(activity.code) ?? 0n;
      const weightedPipeline = weighted(fresh, activity.code);
      return [activity, { ...ofCells(own), surplus, weightedPipeline }];
    }),
  );
  const figures = (activity: Activity) => figuresOf.get(activity) ?? ofCells([]);
  const unbudgeted = (some: readonly Activity[]) =>
    some.filter((activity) => isUnbudgeted(bundle, activity, asOf)).map(({ code }) => code);

  const rowsBy: Record<GapQuestion['by'], () => Row[]> = {
    activity: () =>
      activities.map((activity) => ({
        ...{ key: activity.code, label: activity.title },
        ...{ figures: [figures(activity)], unbudgeted: unbudgeted([activity]) },
      })),
    theme: () =>
      (bundle.themes ?? [])
        .filter((theme) => theme.programme === programme)
        .sort((a, b) => byCode(a.code, b.code))
        .map(({ code, title }) => {
          const own = activities.filter(({ theme }) => theme === code);
          return { key: code, label: title, figures: own.map(figures), unbudgeted: unbudgeted(own) };
        }),
    species: () => speciesRows(bundle, activities, figures, unbudgeted),
    year: () =>
      yearsOf(bundle, programme, covered.cells).map((year) => {
        const own = covered.cells.filter((cell) => cell.year === year);
        const name = String(year);
        return { key: name, label: name, figures: [ofCells(own)], unbudgeted: unbudgeted(activities) };
      }),
  };
  const rows = rowsBy[by]().map(({ key, label, figures: parts, unbudgeted: codes }) => {
    const { surplus, weightedPipeline, ...amounts } = asText(total(parts), text);
    const withoutYear =
      by === 'year' ? { surplus: null, weightedPipeline: null } : { surplus, weightedPipeline };
    return { key, label, ...amounts, ...withoutYear, unbudgeted: codes };
  });
  return {
    ...{ programme, currency, asOf, by, rows },
    total: {
      ...asText(total(activities.map(figures)), text),
      unbudgeted: unbudgeted(activities),
      ...asText(flexibleMoney(covered, 'firm'), text),
      stalePipeline: text(weighted(prospects.filter(({ isStale }) => isStale))),
      ifPledgesHold: asText<Flexible>(flexibleMoney(covered, 'if-pledges-hold'), text),
    },
  };
}

function speciesRows(
  bundle: Bundle,
  activities: readonly Activity[],
  figures: (activity: Activity) => Figures,
  unbudgeted: (some: readonly Activity[]) => string[],
): Row[] {
  const named = [...(bundle.speciesProgrammes ?? [])].sort((a, b) => byText(a.code, b.code));
  const row = (key: string, label: string, code: string | null): Row => {
    const own = activities.filter((activity) => {
      const species = activity.species ?? [];
      return code === null ? species.length === 0 : species.some((share) => share.code === code);
    });
    const parts = own.map((activity) =>
      code === null ? figures(activity) : shareFor(activity, code, figures),
    );
    return { key, label, figures: parts, unbudgeted: unbudgeted(own) };
  };
  return [
    ...named.map(({ code, name }) => row(code, name, code)),
    row('cross-cutting', 'Cross-cutting', null),
  ];
}

/** What one species programme has of an activity's figures. */
function shareFor(activity: Activity, code: string, figures: (activity: Activity) => Figures): Figures {
  const shares = [...(activity.species ?? [])].sort((a, b) => byText(a.code, b.code));
  const place = shares.findIndex((share) => share.code === code);
  const weights = shares.map(({ share }) => {
    const { top, bottom } = fromDecimal(share);
    return (top * 1_000_000n) / bottom;
  });
  const part = (amount: bigint) => shareOut(amount, weights)[place] ?? 0n;
  const all = figures(activity);
  const received = part(all.received);
  const committed = part(all.committed);
  const pledged = part(all.pledged);
  const remaining = part(all.gapIfPledgesHold);
  return {
    requirement: received + committed + pledged + remaining,
    ...{ received, committed, pledged },
    gap: pledged + remaining,
    gapIfPledgesHold: remaining,
    surplus: part(all.surplus),
    weightedPipeline: part(all.weightedPipeline),
  };
}

/** The years of the programme's period and every other year with a requirement. */
function yearsOf(bundle: Bundle, code: string, cells: readonly Cell[]): number[] {
  const programme = (bundle.programmes ?? []).find((candidate) => candidate.code === code);
  if (programme === undefined) throw new Error(`no programme ${code}`);
  const years = new Set(cells.map(({ year }) => year));
  for (let year = programme.startYear; year <= programme.endYear; year++) years.add(year);
  return [...years].sort((a, b) => a - b);
}

function ofCells(cells: readonly Cell[]): Figures {
  return {
    requirement: sum(cells.map(({ requirement }) => requirement)),
    received: sum(cells.map(({ received }) => received)),
    committed: sum(cells.map(({ committed }) => committed)),
    pledged: sum(cells.map(({ pledged }) => pledged)),
    gap: sum(cells.map(gap)),
    gapIfPledgesHold: sum(cells.map(gapIfPledgesHold)),
    ...{ surplus: 0n, weightedPipeline: 0n },
  };
}

function total(parts: readonly Figures[]): Figures {
  const of = (key: keyof Figures) => sum(parts.map((part) => part[key]));
  return {
    ...{ requirement: of('requirement'), received: of('received'), committed: of('committed') },
    ...{ pledged: of('pledged'), gap: of('gap'), gapIfPledgesHold: of('gapIfPledgesHold') },
    ...{ surplus: of('surplus'), weightedPipeline: of('weightedPipeline') },
  };
}

function asText<T extends Readonly<Record<string, bigint>>>(
  figures: T,
  text: (minor: bigint) => string,
): Record<keyof T, string> {
  const entries = Object.entries(figures).map(([key, minor]) => [key, text(minor)]);
  return Object.fromEntries(entries) as Record<keyof T, string>;
}
