/** Plain string order (by code unit), the order of species programmes and donors. */
export function comparePlain(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const CHUNKS = /\d+|\D+/g;

/**
 * Natural order of codes: runs of digits compare as numbers, so `B2` comes before `B10`.
 *
 * @source domain.md, section 2 ("activities by code in natural order")
 */
export function compareCodes(a: string, b: string): number {
  const left = a.match(CHUNKS) ?? [];
  const right = b.match(CHUNKS) ?? [];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compareChunks(left[index] as string, right[index] as string);
    if (order !== 0) return order;
  }
  return left.length - right.length || comparePlain(a, b);
}

function compareChunks(a: string, b: string): number {
  const bothNumbers = /^\d/.test(a) && /^\d/.test(b);
  if (!bothNumbers) return comparePlain(a, b);
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
