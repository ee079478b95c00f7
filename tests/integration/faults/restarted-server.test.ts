import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#app/data/database.server.ts';
import { databaseTrouble } from '#app/data/database-trouble.server.ts';
import { savePortfolio } from '#app/data/portfolio.server.ts';
import { changeRecord } from '#app/data/record-changes.server.ts';
import { findRecord } from '#app/data/record-versions.server.ts';
import { FAULT_ROUNDS, seededNumbers, tellCounts } from '../../support/fault-rounds.ts';
import { LANE_GROUND, LANES, laneAfter } from '../../support/lanes.ts';
import { type RestartablePostgres, startRestartablePostgres } from '../../support/postgres-server.ts';

/** A restart takes longer than a kill. */
const RESTART_COUNT = Math.max(2, Math.floor(FAULT_ROUNDS / 10));
const NOT_AT_ONCE_MS = 20;

type Load = { ackedSteps: Map<string, number>; troubles: Map<string, number>; isEnding: boolean };

describe('PostgreSQL restarted under load', () => {
  let server: RestartablePostgres;
  let db: Database;
  beforeAll(async () => {
    server = await startRestartablePostgres();
    db = await openDatabase(server.databaseUrl);
    await savePortfolio(db, LANE_GROUND);
  });
  afterAll(async () => {
    await db?.close();
    await server?.stop();
  });

  test(
    `${RESTART_COUNT} times: requests in flight fail in clear words, what was acknowledged is there, and work goes on`,
    async () => {
      const below = seededNumbers();
      const load: Load = { ackedSteps: new Map(), troubles: new Map(), isEnding: false };
      const lanes = Promise.all(LANES.map((lane) => writeOn(lane, load)));
      for (let round = 1; round <= RESTART_COUNT; round++) {
        const before = sum(load.ackedSteps);
        await expect
          .poll(() => sum(load.ackedSteps), { timeout: 60_000 })
          .toBeGreaterThan(before + below(20));
        await server.restart(round % 2 === 0 ? 'SIGINT' : 'SIGQUIT');
        // The same process, and the same open database, go on by themselves.
        const after = sum(load.ackedSteps);
        await expect.poll(() => sum(load.ackedSteps), { timeout: 60_000 }).toBeGreaterThan(after);
      }
      load.isEnding = true;
      await lanes;
      const troubleCount = sum(load.troubles);
      tellCounts(
        `restarts: ${RESTART_COUNT}, ${sum(load.ackedSteps)} writes, ${troubleCount} told to try again`,
      );
      expect(troubleCount).toBeGreaterThan(0);
    },
    60_000 + RESTART_COUNT * 60_000,
  );

  /** Takes a lane's pledge from step to step; after a failure it looks whether the step was saved, as people do. */
  async function writeOn(lane: string, load: Load): Promise<void> {
    let step = 1;
    let mayBeSaved = false;
    while (!load.isEnding) {
      try {
        const found = await findRecord(db, 'pledges', [lane]);
        const there = found?.record ?? null;
        if (mayBeSaved && isDeepStrictEqual(there, laneAfter(lane, step))) step += 1;
        else expect(there, `${lane}: acknowledged step ${step - 1}`).toEqual(laneAfter(lane, step - 1));
        mayBeSaved = false;
        const change = () => laneAfter(lane, step);
        const revision = found?.revision ?? null;
        mayBeSaved = true;
        const outcome = await changeRecord(db, { list: 'pledges', key: [lane], revision, change });
        expect(outcome.kind).toBe('saved');
        mayBeSaved = false;
        load.ackedSteps.set(lane, step);
        step += 1;
      } catch (error) {
        const trouble = databaseTrouble(error);
        if (trouble === null) throw error;
        load.troubles.set(trouble, (load.troubles.get(trouble) ?? 0) + 1);
        await pause(NOT_AT_ONCE_MS);
      }
    }
  }
});

const sum = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((total, each) => total + each, 0);
