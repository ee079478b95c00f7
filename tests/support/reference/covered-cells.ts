import type { Activity, Bundle, Question } from './bundle-json.ts';
import { byCode } from './code-order.ts';
import { type Layer, type Portion, portions } from './pledged-money.ts';
import { requirementByYear } from './requirement.ts';

/** An (activity, year) with a requirement and what covers it, minor units of the reporting currency. */
export type Cell = {
  readonly activity: Activity;
  readonly year: number;
  readonly requirement: bigint;
  received: bigint;
  committed: bigint;
  pledged: bigint;
};

export type Coverage = {
  readonly cells: Cell[];
  /** By activity code. */
  readonly surplus: Map<string, bigint>;
  readonly unallocated: Portion[];
};

const LAYERS: readonly Layer[] = ['received', 'committed', 'pledged'];

/** Pours every layer in order: amounts with a year into their cell, then the others into cells by year. */
export function coverage(bundle: Bundle, question: Question): Coverage {
  const cells: Cell[] = activitiesOf(bundle, question).flatMap((activity) =>
    [...requirementByYear(bundle, activity, question)].map(([year, requirement]) => ({
      ...{ activity, year, requirement },
      ...{ received: 0n, committed: 0n, pledged: 0n },
    })),
  );
  const surplus = new Map<string, bigint>();
  const all = portions(bundle, question);
  for (const layer of LAYERS) {
    for (const takesYeared of [true, false]) {
      for (const portion of all) {
        if (portion.layer !== layer || portion.target === 'unallocated') continue;
        const { activity, year } = portion.target;
        if ((year !== null) !== takesYeared) continue;
        const open = cells.filter(
          (cell) => cell.activity.code === activity && (year === null || cell.year === year),
        );
        const left = pour(portion.amount, open, layer);
        surplus.set(activity, (surplus.get(activity) ?? 0n) + left);
      }
    }
  }
  return { cells, surplus, unallocated: all.filter(({ target }) => target === 'unallocated') };
}

function pour(amount: bigint, cells: readonly Cell[], layer: Layer): bigint {
  let left = amount;
  for (const cell of cells) {
    const room = gapIfPledgesHold(cell);
    if (left <= room) {
      cell[layer] += left;
      return 0n;
    }
    cell[layer] += room;
    left -= room;
  }
  return left;
}

export function gap(cell: Cell): bigint {
  return cell.requirement - cell.received - cell.committed;
}

export function gapIfPledgesHold(cell: Cell): bigint {
  return gap(cell) - cell.pledged;
}

/** The programme's activities in natural order of their codes. */
export function activitiesOf(bundle: Bundle, { programme }: Pick<Question, 'programme'>): Activity[] {
  return (bundle.activities ?? [])
    .filter((activity) => activity.programme === programme)
    .sort((a, b) => byCode(a.code, b.code));
}
