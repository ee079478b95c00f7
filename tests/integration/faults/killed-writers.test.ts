import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '#app/data/database.server.ts';
import { listPortfolio, savePortfolio } from '#app/data/portfolio.server.ts';
import { recordJson } from '#app/domain/record-json.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { FAULT_ROUNDS, seededNumbers, tellCounts } from '../../support/fault-rounds.ts';
import { LANE_GROUND, LANES, laneAfter } from '../../support/lanes.ts';
import { heardLines, PROJECT, type Program, startProgram } from '../../support/project.ts';

const WRITER = ['node', '--import', 'tsx', join(PROJECT, 'tests/support/write-until-killed.ts')];

/** How many steps of each lane are in the database. */
type Steps = readonly number[];

describeOnBothDatabases(
  `writers killed ${FAULT_ROUNDS} times in the middle`,
  (_open, { createUrl, provider }) => {
    test(
      'lose nothing that was acknowledged and leave nothing by half',
      async () => {
        const url = await createUrl('with tables');
        await using(url, (db) => savePortfolio(db, LANE_GROUND));
        const below = seededNumbers();
        let steps: Steps = LANES.map(() => 0);
        let inFlightKeptCount = 0;
        let next = startWriter(url);
        onTestFinished(() => void next.child.kill('SIGKILL'));
        for (let round = 1; round <= FAULT_ROUNDS; round++) {
          const writer = next;
          next = startWriter(url);
          const acknowledged = await writeAndKill(writer, steps, below(30), below(25));
          if (provider === 'postgresql') await expectNoTransactions(url);
          const found = await using(url, (db) => stepsIn(db, acknowledged));
          if (provider === 'sqlite') expectSoundFile(url);
          inFlightKeptCount += sum(found) - sum(acknowledged);
          steps = found;
        }
        tellCounts(
          `killed writers, ${provider}: ${FAULT_ROUNDS} kills, ${sum(steps)} writes, ${inFlightKeptCount} kept that were not acknowledged`,
        );
        expect(sum(steps)).toBeGreaterThan(FAULT_ROUNDS);
      },
      60_000 + FAULT_ROUNDS * 10_000,
    );
  },
);

const sum = (steps: Steps) => steps.reduce((total, step) => total + step, 0);

async function using<T>(databaseUrl: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(databaseUrl);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** A writer that waits for its word; the next one starts while the one before it writes. */
const startWriter = (url: string): Program => startProgram([...WRITER, url], { keepsInput: true });

/** @returns What the writer has acknowledged in all, until its end. */
async function writeAndKill(
  writer: Program,
  steps: Steps,
  writeCount: number,
  moreMs: number,
): Promise<Steps> {
  const { child, said, ended } = writer;
  await heardLines(writer, 1);
  child.stdin?.write(`${steps.join(' ')}\n`);
  await heardLines(writer, 1 + writeCount);
  // Anywhere in a write, not only right after one.
  await pause(moreMs);
  child.kill('SIGKILL');
  expect(await ended).toMatchObject({ status: null, stderr: '' });
  return LANES.map((lane, index) => {
    const last = [...said.stdout.matchAll(new RegExp(`^${lane} (\\d+)\n`, 'gm'))].at(-1)?.[1];
    return last === undefined ? (steps[index] ?? 0) : Number(last);
  });
}

/** Every lane stands after its last acknowledged step or, wholly, after the one that was on its way. */
async function stepsIn(db: Database, acknowledged: Steps): Promise<Steps> {
  const portfolio = await listPortfolio(db);
  expect({ ...portfolio, pledges: [] }).toEqual({ ...LANE_GROUND, pledges: [] });
  const steps: number[] = [];
  for (const [index, lane] of LANES.entries()) {
    const stepCount = await replayTrail(db, lane);
    const known = acknowledged[index] ?? 0;
    expect([known, known + 1], lane).toContain(stepCount);
    const pledge = portfolio.pledges.find(({ code }) => code === lane) ?? null;
    expect(pledge, `${lane} after ${stepCount}`).toEqual(laneAfter(lane, stepCount));
    steps.push(stepCount);
  }
  expect(portfolio.pledges.map(({ code }) => code).filter((code) => !isLane(code))).toEqual([]);
  return steps;
}

const isLane = (code: string) => LANES.some((lane) => lane === code);

/** Every step has one entry in the audit trail, and each goes on where the one before it ended. */
async function replayTrail(db: Database, lane: string): Promise<number> {
  const entries = await db.client.auditEntry.findMany({
    where: { kind: 'pledges', key: lane },
    orderBy: { id: 'asc' },
  });
  const json = (step: number) => {
    const pledge = laneAfter(lane, step);
    return pledge && recordJson('pledges', pledge);
  };
  const parsed = (text: string | null) => text && JSON.parse(text);
  for (const [index, { before, after }] of entries.entries()) {
    const expected = { before: json(index), after: json(index + 1) };
    expect({ before: parsed(before), after: parsed(after) }, `${lane} ${index + 1}`).toEqual(expected);
  }
  return entries.length;
}

/** PostgreSQL ends a transaction of somebody who is gone when it notices that; until then it may yet be kept. */
async function expectNoTransactions(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const others =
    'SELECT count(*)::int AS count FROM pg_stat_activity ' +
    "WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'";
  try {
    await expect.poll(async () => (await client.query(others)).rows[0].count, { timeout: 20_000 }).toBe(0);
  } finally {
    await client.end();
  }
}

function expectSoundFile(url: string): void {
  const connection = new Sqlite(url.slice('file:'.length), { readonly: true });
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(connection.pragma('foreign_key_check')).toEqual([]);
  } finally {
    connection.close();
  }
}
