import { type RandomWords, xoshiro128 } from '#app/domain/random.ts';

/** How often a fault is made in every test run; FAULT_ROUNDS asks for more. */
const ROUNDS = 25;

/** How often each fault is made. */
export const FAULT_ROUNDS = Number(process.env.FAULT_ROUNDS || ROUNDS);
if (!(Number.isInteger(FAULT_ROUNDS) && FAULT_ROUNDS > 0)) {
  throw new Error(`FAULT_ROUNDS must be a whole number above 0, not "${process.env.FAULT_ROUNDS}"`);
}

/** Tells numbers from 0 up to below a bound, the same ones in every run: FAULT_SEED asks for others. */
export function seededNumbers(seed = Number(process.env.FAULT_SEED || 1)): (bound: number) => number {
  const words: RandomWords = xoshiro128([seed | 0, 0x9e3779b9, 0x243f6a88, 0xb7e15162 | 0]);
  for (let unused = 0; unused < 20; unused++) words();
  return (bound) => (words() >>> 0) % bound;
}

/** Says what a long run has counted, for docs/reliability.md. */
export function tellCounts(counts: string): void {
  if (process.env.FAULT_ROUNDS) process.stderr.write(`${counts}\n`);
}
