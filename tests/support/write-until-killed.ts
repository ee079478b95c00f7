// Takes the pledges of all lanes from step to step, at the same time and for ever, and says so after each:
//   node --import tsx tests/support/write-until-killed.ts DATABASE_URL
// It begins when a line comes in that says how many steps each lane has done: 12 0 3 7
import { once } from 'node:events';
import { type Database, openDatabase } from '#app/data/database.server.ts';
import { importPortfolio } from '#app/data/portfolio.server.ts';
import { changeRecord } from '#app/data/record-changes.server.ts';
import { findRecord } from '#app/data/record-versions.server.ts';
import { isImport, LANE_GROUND, LANES, laneAfter } from './lanes.ts';

const [databaseUrl = ''] = process.argv.slice(2);

const db = await openDatabase(databaseUrl);
process.stdout.write('ready\n');
const [line] = await once(process.stdin.setEncoding('utf8'), 'data');
const stepsDone = String(line).trim().split(' ');
await Promise.all(LANES.map((lane, index) => run(lane, Number(stepsDone[index]))));

async function run(lane: string, stepsDone: number): Promise<never> {
  for (let step = stepsDone + 1; ; step++) {
    await take(db, lane, step);
    process.stdout.write(`${lane} ${step}\n`);
  }
}

async function take(db: Database, lane: string, step: number): Promise<void> {
  const after = laneAfter(lane, step);
  if (after && isImport(step)) {
    await importPortfolio(db, () => ({ ...LANE_GROUND, pledges: [after] }));
    return;
  }
  const revision = (await findRecord(db, 'pledges', [lane]))?.revision ?? null;
  const outcome = await changeRecord(db, { list: 'pledges', key: [lane], revision, change: () => after });
  if (outcome.kind !== 'saved') throw new Error(`${lane} ${step}: ${JSON.stringify(outcome)}`);
}
