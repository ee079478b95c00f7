import type { Activity, Earmark } from './bundle-json.ts';
import { type Cell, type Coverage, gap, gapIfPledgesHold } from './covered-cells.ts';
import { sum } from './pledged-money.ts';

export type Flexible = {
  readonly flexible: bigint;
  readonly deployable: bigint;
  readonly stranded: bigint;
  readonly attainableGap: bigint;
};

/** What flexible money could do: firm money against the gaps, or all of it against the gaps if pledges hold. */
export function flexibleMoney({ cells, unallocated }: Coverage, basis: 'firm' | 'if-pledges-hold'): Flexible {
  const sources = unallocated.filter(({ layer }) => basis === 'if-pledges-hold' || layer !== 'pledged');
  const needs = cells.map((cell) => (basis === 'firm' ? gap(cell) : gapIfPledgesHold(cell)));
  const flexible = sum(sources.map(({ amount }) => amount));
  const deployable = maximumFlow(
    sources.map(({ amount }) => amount),
    needs,
    sources.map(({ pledge }) => cells.map((cell) => mayFund(pledge.earmark ?? {}, cell))),
  );
  return {
    flexible,
    deployable,
    stranded: flexible - deployable,
    attainableGap: sum(needs) - deployable,
  };
}

/** Every non-empty dimension of the earmark is met. */
function mayFund(earmark: Earmark, cell: Cell): boolean {
  const meets = <T>(dimension: readonly T[] | null | undefined, values: readonly T[]) => {
    const allowed = dimension ?? [];
    return allowed.length === 0 || values.some((value) => allowed.includes(value));
  };
  const { activity } = cell;
  return (
    meets(earmark.activities, [activity.code]) &&
    meets(earmark.themes, [activity.theme]) &&
    meets(earmark.species, speciesOf(activity)) &&
    meets(earmark.years, [cell.year])
  );
}

function speciesOf(activity: Activity): string[] {
  return (activity.species ?? []).map(({ code }) => code);
}

/** Maximum flow source → supplies → needs → sink by shortest augmenting paths over a full capacity matrix. */
export function maximumFlow(
  supplies: readonly bigint[],
  needs: readonly bigint[],
  allowed: readonly (readonly boolean[])[],
): bigint {
  const size = supplies.length + needs.length + 2;
  const [source, sink] = [size - 2, size - 1];
  const capacity = Array.from({ length: size }, () => Array.from({ length: size }, () => 0n));
  const room = (from: number, to: number) => capacity[from]?.[to] ?? 0n;
  const add = (from: number, to: number, amount: bigint) => {
    const row = capacity[from];
    if (row !== undefined) row[to] = room(from, to) + amount;
  };
  const plenty = sum(supplies);
  supplies.forEach((supply, index) => {
    add(source, index, supply);
    needs.forEach((_, need) => {
      if (allowed[index]?.[need] === true) add(index, supplies.length + need, plenty);
    });
  });
  needs.forEach((need, index) => {
    add(supplies.length + index, sink, need);
  });

  let flow = 0n;
  for (;;) {
    const path = shortestPath(size, source, sink, room);
    if (path === null) return flow;
    let amount = room(path[0]?.[0] ?? source, path[0]?.[1] ?? source);
    for (const [from, to] of path) if (room(from, to) < amount) amount = room(from, to);
    for (const [from, to] of path) {
      add(from, to, -amount);
      add(to, from, amount);
    }
    flow += amount;
  }
}

function shortestPath(
  size: number,
  source: number,
  sink: number,
  room: (from: number, to: number) => bigint,
): [number, number][] | null {
  const cameFrom = new Map<number, number>([[source, source]]);
  const queue = [source];
  for (const node of queue) {
    for (let next = 0; next < size; next++) {
      if (cameFrom.has(next) || room(node, next) <= 0n) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  if (!cameFrom.has(sink)) return null;
  const path: [number, number][] = [];
  for (let node = sink; node !== source; ) {
    const previous = cameFrom.get(node) ?? source;
    path.unshift([previous, node]);
    node = previous;
  }
  return path;
}
