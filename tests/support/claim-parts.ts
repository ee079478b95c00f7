// Lets many writers claim a part of the pledge PL-1 at the same time, each for an activity of its own, until each has
// its part or is told that it does not fit:
//   node --import tsx tests/support/claim-parts.ts DATABASE_URL FIRST COUNT AMOUNT
// It begins when a line comes in, and ends with a line of JSON: what became of each.
import { once } from 'node:events';
import { openDatabase } from '#app/data/database.server.ts';
import { databaseTrouble } from '#app/data/database-trouble.server.ts';
import { changeRecord } from '#app/data/record-changes.server.ts';
import { findRecord } from '#app/data/record-versions.server.ts';

const [databaseUrl = '', first = '', count = '', amount = ''] = process.argv.slice(2);

const db = await openDatabase(databaseUrl);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const numbers = Array.from({ length: Number(count) }, (_, index) => Number(first) + index);
const outcomes = await Promise.all(numbers.map((number) => claim(`A${number}`)));
await db.close();
process.stdout.write(`${JSON.stringify(outcomes)}\n`);

async function claim(activity: string): Promise<{ activity: string; kind: string; retryCount: number }> {
  for (let retryCount = 0; ; retryCount++) {
    const kind = await tryToClaim(activity);
    // Looks again, as a person would whom somebody else was ahead of, or who was told to come back.
    if (kind !== 'outdated' && kind !== 'told to try again') return { activity, kind, retryCount };
  }
}

async function tryToClaim(activity: string): Promise<string> {
  const part = { activity, year: null, amountMinor: BigInt(amount) };
  try {
    const found = await findRecord(db, 'pledges', ['PL-1']);
    const { kind } = await changeRecord(db, {
      list: 'pledges',
      key: ['PL-1'],
      revision: found?.revision ?? null,
      change: (pledge) => pledge && { ...pledge, allocations: [...pledge.allocations, part] },
    });
    return kind;
  } catch (error) {
    if (databaseTrouble(error) !== null) return 'told to try again';
    throw error;
  }
}
