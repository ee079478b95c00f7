/**
 * Splits an amount over weights so that the parts add up to the whole (largest remainder): every share is
 * floored, then the left-over minor units go out one by one by descending remainder.
 *
 * @param total   Minor units, not negative.
 * @param weights Not negative. Their order breaks ties: earlier wins.
 * @returns One part per weight, in the order given; the sum is `total` exactly. Where all weights are zero,
 *   everything goes to the last.
 * @throws {RangeError} when there is no weight at all.
 * @source domain.md, section 2
 */
export function splitByWeight(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) throw new RangeError('An amount cannot be split over nothing');
  const sum = weights.reduce((whole, weight) => whole + weight, 0n);
  if (sum === 0n) return weights.map((_, index) => (index === weights.length - 1 ? total : 0n));
  const parts = weights.map((weight) => (total * weight) / sum);
  const remainders = weights.map((weight, index) => ({ index, remainder: (total * weight) % sum }));
  remainders.sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const leftOver = Number(total - parts.reduce((whole, part) => whole + part, 0n));
  for (const { index } of remainders.slice(0, leftOver)) parts[index] = (parts[index] as bigint) + 1n;
  return parts;
}
