import type { Amounts } from './amounts.ts';

/** Positions from `from` up to `to` that await narrowing, and the weight of all smaller values. */
type Range = {
  readonly from: number;
  readonly to: number;
  readonly weightBefore: bigint;
  /** Positions in the list of targets. */
  readonly targets: readonly number[];
};

/**
 * For each target, the smallest value v for which the weights of all values ≤ v reach it. Narrows down around
 * middle values (Hoare's selection) rather than sorting everything.
 *
 * @param values  At least one.
 * @param weightOf Weight of a value by its position, not negative.
 * @param targets Above 0 and at most the sum of all weights.
 */
export function smallestReaching(
  values: Amounts,
  weightOf: (position: number) => bigint,
  targets: readonly bigint[],
): bigint[] {
  const order = Uint32Array.from(values.keys());
  const found: bigint[] = [];
  const ranges: Range[] = [{ from: 0, to: order.length, weightBefore: 0n, targets: [...targets.keys()] }];
  for (let range = ranges.pop(); range !== undefined; range = ranges.pop()) {
    const { from, to, weightBefore } = range;
    if (range.targets.length === 0) continue;
    const pivot = medianOfThree(values, order, from, to);
    const { equalFrom, equalTo } = partition(values, order, range, pivot);
    const weightBelow = weightBefore + weightSum(order, from, equalFrom, weightOf);
    const weightUpTo = weightBelow + weightSum(order, equalFrom, equalTo, weightOf);
    const isBelow = (target: number) => (targets[target] as bigint) <= weightBelow;
    const isAbove = (target: number) => (targets[target] as bigint) > weightUpTo;
    for (const target of range.targets) if (!isBelow(target) && !isAbove(target)) found[target] = pivot;
    ranges.push({ from, to: equalFrom, weightBefore, targets: range.targets.filter(isBelow) });
    ranges.push({ from: equalTo, to, weightBefore: weightUpTo, targets: range.targets.filter(isAbove) });
  }
  return found;
}

function medianOfThree(values: Amounts, order: Uint32Array, from: number, to: number): bigint {
  const [, median] = [from, (from + to) >> 1, to - 1]
    .map((position) => values[order[position] as number] as bigint)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return median as bigint;
}

/** Puts a range into the order: smaller than the pivot, equal, larger. */
function partition(
  values: Amounts,
  order: Uint32Array,
  { from, to }: Range,
  pivot: bigint,
): { equalFrom: number; equalTo: number } {
  let equalFrom = from;
  let equalTo = to;
  for (let position = from; position < equalTo; ) {
    const current = order[position] as number;
    const value = values[current] as bigint;
    if (value < pivot) {
      order[position++] = order[equalFrom] as number;
      order[equalFrom++] = current;
    } else if (value > pivot) {
      order[position] = order[--equalTo] as number;
      order[equalTo] = current;
    } else position++;
  }
  return { equalFrom, equalTo };
}

function weightSum(
  order: Uint32Array,
  from: number,
  to: number,
  weightOf: (position: number) => bigint,
): bigint {
  let sum = 0n;
  for (let position = from; position < to; position++) sum += weightOf(order[position] as number);
  return sum;
}
