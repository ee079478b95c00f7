import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#app/data/database.server.ts';
import { listPortfolio, savePortfolio } from '#app/data/portfolio.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tellCounts } from '../../support/fault-rounds.ts';
import { makeActivity, makePledge, makePortfolio } from '../../support/portfolios.ts';
import { heardLines, PROJECT, startProgram } from '../../support/project.ts';

const CLAIMANTS = ['node', '--import', 'tsx', join(PROJECT, 'tests/support/claim-parts.ts')];
const WRITER_COUNT = 200;
const FITTING_COUNT = 5;
const PART_MINOR = 1_000n;
/** Half a part more than what fits: the last one must not be let in for being nearly right. */
const AMOUNT_MINOR = PART_MINOR * BigInt(FITTING_COUNT) + PART_MINOR / 2n;

const PORTFOLIO = makePortfolio({
  activities: Array.from({ length: WRITER_COUNT }, (_, number) => makeActivity({ code: `A${number}` })),
  pledges: [makePledge({ amountMinor: AMOUNT_MINOR })],
});

type Outcome = { readonly activity: string; readonly kind: string; readonly retryCount: number };

/** All writers, spread over so many processes that begin together. */
async function claimAll(url: string, processCount: number): Promise<Outcome[]> {
  const each = WRITER_COUNT / processCount;
  const claimants = Array.from({ length: processCount }, (_, index) => {
    const words = [url, String(index * each), String(each), String(PART_MINOR)];
    const claimant = startProgram([...CLAIMANTS, ...words], { keepsInput: true });
    onTestFinished(() => void claimant.child.kill());
    return claimant;
  });
  await Promise.all(claimants.map((claimant) => heardLines(claimant, 1)));
  for (const { child } of claimants) child.stdin?.end('go\n');
  const ended = await Promise.all(claimants.map((claimant) => claimant.ended));
  for (const { status, stderr } of ended) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return ended.flatMap(({ stdout }) => JSON.parse(stdout.split('\n')[1] ?? '') as Outcome[]);
}

describeOnBothDatabases(
  `${WRITER_COUNT} parallel writers to one pledge`,
  (_open, { createUrl, provider }) => {
    const processCounts = provider === 'sqlite' ? [1, 2] : [4];

    test.each(processCounts)(
      'never allocate above its amount: as many get their part as fit, from %i processes',
      async (processCount) => {
        const url = await createUrl('with tables');
        const db = await openDatabase(url);
        await savePortfolio(db, PORTFOLIO);
        const outcomes = await claimAll(url, processCount);
        const saved = outcomes.filter(({ kind }) => kind === 'saved').map(({ activity }) => activity);
        expect(saved).toHaveLength(FITTING_COUNT);
        expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(WRITER_COUNT - FITTING_COUNT);
        const [pledge] = (await listPortfolio(db)).pledges;
        expect(pledge?.allocations.map(({ activity }) => activity).toSorted()).toEqual(saved.toSorted());
        const allocatedMinor = pledge?.allocations.reduce(
          (total, { amountMinor }) => total + amountMinor,
          0n,
        );
        expect(allocatedMinor).toBe(PART_MINOR * BigInt(FITTING_COUNT));
        const where = { kind: 'pledges', key: 'PL-1', action: 'changed' };
        expect(await db.client.auditEntry.count({ where })).toBe(FITTING_COUNT);
        await db.close();
        const retryCount = outcomes.reduce((total, outcome) => total + outcome.retryCount, 0);
        tellCounts(`parallel writers, ${provider}, ${processCount} processes: ${retryCount} times too late`);
      },
      300_000,
    );
  },
);
