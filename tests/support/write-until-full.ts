// Writes to an SQLite file until its disk is full, makes room with a command and writes on in the same process:
//   node --import tsx tests/support/write-until-full.ts DATABASE_URL COMMAND
// It says in one line of JSON what happened.
import { execFileSync } from 'node:child_process';
import { openDatabase } from '#app/data/database.server.ts';
import { databaseTrouble } from '#app/data/database-trouble.server.ts';
import { listPortfolio, savePortfolio } from '#app/data/portfolio.server.ts';
import { LANE_GROUND } from './lanes.ts';
import { makeActivity } from './portfolios.ts';

const [databaseUrl = '', command = ''] = process.argv.slice(2);
const db = await openDatabase(databaseUrl);
await savePortfolio(db, LANE_GROUND);

const write = (number: number, wordCount = 5_000) => {
  const activity = makeActivity({ code: `X${number}`, summary: `${number} `.repeat(wordCount) });
  return savePortfolio(db, { ...LANE_GROUND, activities: [activity] });
};
const listWritten = async () =>
  (await listPortfolio(db)).activities.filter(({ code }) => code.startsWith('X')).length;

let writtenCount = 0;
const failures: string[] = [];
while (failures.length < 3) {
  try {
    await write(writtenCount + 1);
    writtenCount += 1;
  } catch (error) {
    failures.push(databaseTrouble(error) ?? String(error));
  }
}
// One that is too large fails long before its end, where others fail at it.
await write(0, 2_000_000).catch((error) => failures.push(databaseTrouble(error) ?? String(error)));
const listedWhileFull = await listWritten();
execFileSync('sh', ['-c', command]);
await write(writtenCount + 1);
const listedAfterwards = await listWritten();
await db.close();
process.stdout.write(`${JSON.stringify({ writtenCount, failures, listedWhileFull, listedAfterwards })}\n`);
