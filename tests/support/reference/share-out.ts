/**
 * Largest remainder: floors first, then one minor unit at a time to the largest remainder that has not had one yet,
 * the earlier element where two are equal. Where all weights are 0, everything goes to the last element.
 */
export function shareOut(total: bigint, weights: readonly bigint[]): bigint[] {
  let sum = 0n;
  for (const weight of weights) sum += weight;
  if (sum === 0n) return weights.map((_, index) => (index === weights.length - 1 ? total : 0n));

  const parts = weights.map((weight) => (total * weight) / sum);
  const remainders = weights.map((weight) => (total * weight) % sum);
  let left = total;
  for (const part of parts) left -= part;
  while (left > 0n) {
    let best = 0;
    for (let index = 1; index < weights.length; index++) {
      if ((remainders[index] ?? -1n) > (remainders[best] ?? -1n)) best = index;
    }
    parts[best] = (parts[best] ?? 0n) + 1n;
    remainders[best] = -1n;
    left -= 1n;
  }
  return parts;
}
