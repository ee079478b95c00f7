import { type Amounts, makeAmounts } from './amounts.ts';
import type { GapPercentiles } from './gap-percentiles.ts';
import { type GapStakes, type ProspectWin, winsByActivity } from './gap-stakes.ts';
import { drawEvents, xoshiro128 } from './random.ts';
import { roundHalfUp } from './rational.ts';
import type { RemainingNeed } from './remaining-need.ts';

export const DRAW_COUNT = 100_000;

/** "Tributary Draws" in ASCII. Any words would do, but never others, so that a forecast can be repeated. */
const SEED = [0x54726962, 0x75746172, 0x79204472, 0x61777300] as const;

// Draws go in blocks that stay in the processor's cache, 32 draws to a word.
const WORDS_PER_BLOCK = 125;
const DRAWS_PER_BLOCK = WORDS_PER_BLOCK * 32;
const BLOCK_COUNT = DRAW_COUNT / DRAWS_PER_BLOCK;

/** What {@link DRAW_COUNT} draws of all prospects leave. */
export type GapSimulation = {
  readonly percentiles: GapPercentiles;
  /** By position, for the activities asked about; the values are in the order of the prospects. */
  readonly remainingNeeds: ReadonlyMap<number, RemainingNeed>;
};

/**
 * Draws the outcomes of all prospects {@link DRAW_COUNT} times, with the generator xoshiro128** and a fixed seed,
 * and adds up what is left of the needs: gap = Σ max(0, need − won asks). Equal arguments give equal results.
 *
 * @param needsMinor One per activity.
 * @param detailed   Positions of the activities whose own remaining need is wanted.
 * @source domain.md, section 5 ("seeded Monte Carlo")
 */
export function simulateGaps(
  needsMinor: readonly bigint[],
  prospects: readonly GapStakes[],
  detailed: ReadonlySet<number>,
): GapSimulation {
  const wins = winsByActivity(needsMinor.length, prospects);
  const largest = largestSum(needsMinor, wins);
  const untouchedMinor = needsMinor.reduce(
    (sum, need, index) => (wins[index]?.length ? sum : sum + need),
    0n,
  );
  const gapsMinor = makeAmounts(DRAW_COUNT, largest).fill(untouchedMinor);
  const remaining = makeAmounts(DRAWS_PER_BLOCK, largest);
  const tallies = new Map([...detailed].map((activity) => [activity, newTally(wins[activity] ?? [])]));
  const drawBlock = blockDrawer(prospects);
  for (let block = 0; block < BLOCK_COUNT; block++) {
    const events = drawBlock();
    for (const [activity, needMinor] of needsMinor.entries()) {
      const winsHere = wins[activity] ?? [];
      const tally = tallies.get(activity);
      if (winsHere.length === 0 && !tally) continue;
      remaining.fill(needMinor);
      for (const win of winsHere) takeWins(remaining, events, win, needMinor);
      if (winsHere.length > 0) addRemaining(gapsMinor, block * DRAWS_PER_BLOCK, remaining);
      if (tally) count(tally, remaining, events, needMinor);
    }
  }
  const remainingNeeds = new Map([...tallies].map(([activity, tally]) => [activity, remainingNeedOf(tally)]));
  return { percentiles: percentilesOf(gapsMinor), remainingNeeds };
}

function percentilesOf(gapsMinor: Amounts): GapPercentiles {
  if (gapsMinor instanceof BigInt64Array) gapsMinor.sort();
  else gapsMinor.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const reached = (drawCount: number) => gapsMinor[drawCount - 1] as bigint;
  return {
    p10Minor: reached(DRAW_COUNT * 0.1),
    p50Minor: reached(DRAW_COUNT * 0.5),
    p90Minor: reached(DRAW_COUNT * 0.9),
  };
}

/** Above every sum that comes up: as no win counts beyond the need, no sum falls below −need × wins. */
function largestSum(needsMinor: readonly bigint[], wins: readonly (readonly ProspectWin[])[]): bigint {
  return needsMinor.reduce(
    (sum, need, activity) => sum + need * BigInt(1 + (wins[activity]?.length ?? 0)),
    1n,
  );
}

/** Draws the next block: for each prospect in turn, one bit per draw, 1 where it is won. */
function blockDrawer(prospects: readonly GapStakes[]): () => Int32Array {
  const words = xoshiro128(SEED);
  const chances = prospects.map(({ probability: { numerator, denominator } }) =>
    Number(roundHalfUp(numerator * 2n ** 32n, denominator)),
  );
  const events = new Int32Array(prospects.length * WORDS_PER_BLOCK);
  return () => {
    for (const [prospect, chance] of chances.entries()) {
      const end = (prospect + 1) * WORDS_PER_BLOCK;
      for (let word = prospect * WORDS_PER_BLOCK; word < end; word++)
        events[word] = drawEvents(words, chance);
    }
    return events;
  };
}

/** Takes a win off what remains in every draw that has it; what remains may fall below zero. */
function takeWins(remaining: Amounts, events: Int32Array, win: ProspectWin, needMinor: bigint): void {
  const amountMinor = effective(win, needMinor);
  const firstWord = win.prospect * WORDS_PER_BLOCK;
  for (let word = 0; word < WORDS_PER_BLOCK; word++) {
    for (let bits = events[firstWord + word] as number; bits !== 0; bits &= bits - 1) {
      const draw = word * 32 + 31 - Math.clz32(bits & -bits);
      remaining[draw] = (remaining[draw] as bigint) - amountMinor;
    }
  }
}

/** A win beyond the need changes nothing, and without it the sums stay small. */
function effective({ amountMinor }: ProspectWin, needMinor: bigint): bigint {
  return amountMinor < needMinor ? amountMinor : needMinor;
}

function addRemaining(gapsMinor: Amounts, firstDraw: number, remaining: Amounts): void {
  for (let draw = 0; draw < DRAWS_PER_BLOCK; draw++) {
    const leftMinor = remaining[draw] as bigint;
    if (leftMinor > 0n) gapsMinor[firstDraw + draw] = (gapsMinor[firstDraw + draw] as bigint) + leftMinor;
  }
}

/** Sums over the draws so far of what one activity's needs. */
type Tally = {
  readonly wins: readonly ProspectWin[];
  readonly valueSums: bigint[];
  remainingSum: bigint;
  fundedCount: number;
};

function newTally(wins: readonly ProspectWin[]): Tally {
  return { wins, valueSums: wins.map(() => 0n), remainingSum: 0n, fundedCount: 0 };
}

function count(tally: Tally, remaining: Amounts, events: Int32Array, needMinor: bigint): void {
  for (const leftMinor of remaining) {
    if (leftMinor > 0n) tally.remainingSum += leftMinor;
    else tally.fundedCount++;
  }
  for (const [index, win] of tally.wins.entries()) {
    const amountMinor = effective(win, needMinor);
    let sumMinor = 0n;
    for (let draw = 0; draw < DRAWS_PER_BLOCK; draw++) {
      const word = events[win.prospect * WORDS_PER_BLOCK + (draw >>> 5)] as number;
      const isWon = ((word >>> (draw & 31)) & 1) === 1;
      const withoutMinor = (remaining[draw] as bigint) + (isWon ? amountMinor : 0n);
      if (withoutMinor > 0n) sumMinor += withoutMinor < amountMinor ? withoutMinor : amountMinor;
    }
    tally.valueSums[index] = (tally.valueSums[index] as bigint) + sumMinor;
  }
}

function remainingNeedOf({ remainingSum, fundedCount, valueSums }: Tally): RemainingNeed {
  const denominator = BigInt(DRAW_COUNT);
  return {
    expectedMinor: { numerator: remainingSum, denominator },
    fundedProbability: { numerator: BigInt(fundedCount), denominator },
    valuesMinor: valueSums.map((numerator) => ({ numerator, denominator })),
  };
}
