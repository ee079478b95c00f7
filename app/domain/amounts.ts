/** Many whole amounts: machine integers where all of them fit, big integers else. Exact either way. */
export type Amounts = BigInt64Array | bigint[];

const LARGEST_MACHINE_AMOUNT = 2n ** 62n;

/**
 * Room for amounts, all zero.
 *
 * @param largest Above the absolute value of everything that will be put there.
 */
export function makeAmounts(length: number, largest: bigint): Amounts {
  return largest <= LARGEST_MACHINE_AMOUNT ? new BigInt64Array(length) : new Array<bigint>(length).fill(0n);
}
