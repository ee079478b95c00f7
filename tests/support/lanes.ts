import type { Pledge } from '#app/domain/pledge.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { makeActivity, makePledge, makePortfolio } from './portfolios.ts';

/**
 * What a writer that is going to be killed writes: each lane is a pledge of its own that goes through a fixed row of
 * states, so that what a database holds tells which steps are in it, wholly or by half.
 */
export const LANES = ['LANE-1', 'LANE-2', 'LANE-3', 'LANE-4'] as const;

const ACTIVITIES = ['B1', 'B2', 'B3', 'B4'];

/** The portfolio before the first step of any lane. */
export const LANE_GROUND: Portfolio = makePortfolio({
  activities: ACTIVITIES.map((code) => makeActivity({ code })),
});

/** How a lane's pledge stands after so many steps: every one changes it and its children, every seventh deletes it. */
export function laneAfter(lane: string, step: number): Pledge | null {
  if (step % 7 === 0) return null;
  const amountMinor = 1_000n + BigInt(step);
  return makePledge({
    code: lane,
    amountMinor: 100_000n + BigInt(step),
    committedOn: step % 2 === 0 ? '2012-04-01' : null,
    allocations: ACTIVITIES.slice(0, step % 5).map((activity) => ({ activity, year: null, amountMinor })),
    instalments: repeat(step % 4, (number) => ({ due: `2013-0${number}-15`, amountMinor })),
    receipts: repeat(step % 3, (number) => ({ date: `2012-0${number + 4}-01`, amountMinor })),
    writeOffs: repeat(step % 2, () => ({ date: '2013-12-01', amountMinor, reason: `Step ${step}` })),
  });
}

/** Whether a step brings a whole portfolio, as an import does, and not one record. */
export function isImport(step: number): boolean {
  return step % 3 === 0 && step % 7 !== 0;
}

function repeat<T>(count: number, make: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
