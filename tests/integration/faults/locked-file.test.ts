import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Database, DatabaseBusyError, openDatabase } from '#app/data/database.server.ts';
import { databaseTrouble } from '#app/data/database-trouble.server.ts';
import { listPortfolio, savePortfolio } from '#app/data/portfolio.server.ts';
import { changeRecord } from '#app/data/record-changes.server.ts';
import { findRecord } from '#app/data/record-versions.server.ts';
import { LANE_GROUND, laneAfter } from '../../support/lanes.ts';
import { heardLines, startProgram, temporaryFolder } from '../../support/project.ts';

const LANE = 'LANE-1';

/** Keeps the lock of a file until a line comes in. */
const HOLDER = `
  const connection = require('better-sqlite3')(process.argv[1]);
  connection.exec(process.argv[2]);
  console.log('held');
  process.stdin.once('data', () => {
    connection.exec('ROLLBACK');
    process.exit(0);
  });
`;

/** @returns Lets go of the lock. */
async function holdLock(file: string, how: string): Promise<() => Promise<void>> {
  const holder = startProgram(['node', '-e', HOLDER, file, how], { keepsInput: true });
  onTestFinished(() => void holder.child.kill('SIGKILL'));
  await heardLines(holder, 1);
  return async () => {
    holder.child.stdin?.write('let go\n');
    expect(await holder.ended).toMatchObject({ status: 0, stderr: '' });
  };
}

async function openFile(patienceMs: number): Promise<{ db: Database; file: string }> {
  const file = join(temporaryFolder(), 'tributary.db');
  const db = await openDatabase(`file:${file}`, { patienceMs });
  onTestFinished(() => db.close());
  await savePortfolio(db, LANE_GROUND);
  return { db, file };
}

async function write(db: Database, step: number): Promise<void> {
  const revision = (await findRecord(db, 'pledges', [LANE]))?.revision ?? null;
  const change = () => laneAfter(LANE, step);
  expect(await changeRecord(db, { list: 'pledges', key: [LANE], revision, change })).toMatchObject({
    kind: 'saved',
  });
}

describe.each(['BEGIN IMMEDIATE', 'BEGIN EXCLUSIVE'])('an SQLite file locked from outside by %s', (how) => {
  test('is read, a write waits and is told clearly when its patience ends, again and again', async () => {
    const { db, file } = await openFile(60);
    for (let step = 1; step <= 6; step++) {
      const letGo = await holdLock(file, how);
      const failure = await write(db, step).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(DatabaseBusyError);
      expect(databaseTrouble(failure)).toBe(
        'Another program is writing to the database: try again when it has finished',
      );
      expect((await listPortfolio(db)).pledges[0] ?? null).toEqual(laneAfter(LANE, step - 1));
      await letGo();
      await write(db, step);
      expect((await listPortfolio(db)).pledges[0]).toEqual(laneAfter(LANE, step));
    }
  });

  test('takes every write that waited, in their order, once the lock is gone', async () => {
    const { db, file } = await openFile(30_000);
    const letGo = await holdLock(file, how);
    const done: number[] = [];
    const writing = (async () => {
      for (let step = 1; step <= 6; step++) {
        await write(db, step);
        done.push(step);
      }
    })();
    const others = ['EUR', 'GBP', 'CHF'].map((currency) =>
      db.transaction((transaction) =>
        transaction.exchangeRate.create({ data: { currency, from: '2020-01-01', unitsPerBase: '1' } }),
      ),
    );
    expect(await db.client.exchangeRate.count({ where: { from: '2020-01-01' } })).toBe(0);
    expect((await listPortfolio(db)).pledges).toEqual([]);
    expect(done).toEqual([]);
    await letGo();
    await Promise.all([writing, ...others]);
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await db.client.exchangeRate.count({ where: { from: '2020-01-01' } })).toBe(3);
  });

  test('is free again when the program that kept it is killed', async () => {
    const { db, file } = await openFile(30_000);
    const holder = startProgram(['node', '-e', HOLDER, file, how], { keepsInput: true });
    await heardLines(holder, 1);
    const writing = write(db, 1);
    holder.child.kill('SIGKILL');
    await once(holder.child, 'exit');
    await writing;
    expect((await listPortfolio(db)).pledges[0]).toEqual(laneAfter(LANE, 1));
  });
});
