import type { ProgrammeFacts } from '#app/domain/facts.ts';
import { deployFlexibleFunding } from '#app/domain/flexible-funding.ts';
import { allPots, firmPots, fundingGap, gapCells } from '#app/domain/gap.ts';
import { gapAnswer } from '#app/domain/gap-answer.ts';
import type { GapDimension } from '#app/domain/gap-rows.ts';
import { pledgeMoney } from '#app/domain/pledge-money.ts';
import { median, timed } from './clock.ts';

/** Where the time of a warm gap goes, in milliseconds. */
export type GapPhases = {
  /** Statements, transfer, and domain values out of rows. */
  readonly factsMs: number;
  /** What each pledge has brought and will bring where. */
  readonly pledgesMs: number;
  /** The maximum flow of flexible money, firm and with what is announced. */
  readonly flowMs: number;
  /** All else of the gap: requirements, cells, pipeline, totals. */
  readonly coverageMs: number;
  /** Rows of the answer and its text. */
  readonly answerMs: number;
};

const ROUNDS = 5;

/** Does the parts of a gap one after the other, as the domain does, each with its own clock. */
export async function measurePhases(
  findFacts: () => Promise<ProgrammeFacts | null>,
  by: GapDimension,
): Promise<GapPhases> {
  const rounds: GapPhases[] = [];
  while (rounds.length < ROUNDS) {
    const found = await timed(findFacts);
    const facts = found.value;
    if (!facts) throw new Error('There is no such programme');
    const pledges = await timed(() => facts.pledges.map((pledge) => pledgeMoney(pledge, facts)));
    const gap = await timed(() => fundingGap(facts));
    const { activities } = gap.value;
    const flow = await timed(() => [
      deployFlexibleFunding(gapCells(activities, 'gapMinor'), firmPots(pledges.value)),
      deployFlexibleFunding(gapCells(activities, 'gapIfPledgesHoldMinor'), allPots(pledges.value)),
    ]);
    const answer = await timed(() => JSON.stringify(gapAnswer(gap.value, by)));
    rounds.push({
      factsMs: found.ms,
      pledgesMs: pledges.ms,
      flowMs: flow.ms,
      coverageMs: Math.max(0, gap.ms - pledges.ms - flow.ms),
      answerMs: answer.ms,
    });
  }
  const middle = (phase: keyof GapPhases) => median(rounds.map((round) => round[phase]));
  return {
    factsMs: middle('factsMs'),
    pledgesMs: middle('pledgesMs'),
    flowMs: middle('flowMs'),
    coverageMs: middle('coverageMs'),
    answerMs: middle('answerMs'),
  };
}
