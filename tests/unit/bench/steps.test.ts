import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { fundingGap } from '#app/domain/gap.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { measureGap } from '../../bench/gap-step.ts';
import { importBundle } from '../../bench/import-step.ts';
import { openPlainSql } from '../../bench/plain-sql.ts';
import { madeBundle } from '../../bench/portfolio/bundle.ts';
import { SIZES } from '../../bench/portfolio/sizes.ts';
import { AS_OF, BASE_CURRENCY, PROGRAMME } from '../../bench/portfolio/terms.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tributary bench '));
const databaseUrl = `file:${path.join(folder, 'small.db')}`;
const text = [...madeBundle(SIZES.S)].join('');

beforeAll(async () => {
  writeFileSync(path.join(folder, 'small.json'), text);
  await importBundle(databaseUrl, path.join(folder, 'small.json'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type PlainRow = {
  readonly activity: string | null;
  readonly year: number | null;
  readonly requirement: number;
};

describe('the steps of the benchmark', () => {
  it('answer the gap of what was imported, row by row, and take its time apart', async () => {
    const measured = await measureGap(databaseUrl, 'activity', true);
    expect(measured.rowCount).toBe(SIZES.S.activities);
    expect(measured.roundCount).toBeGreaterThanOrEqual(3);
    expect(Object.keys(measured.phases ?? {})).toHaveLength(5);
  }, 60_000);

  it('measure by a statement that finds the same requirements, but for what it leaves out on purpose', async () => {
    const plain = await openPlainSql(databaseUrl);
    const { json } = await plain.answer(PROGRAMME.code, AS_OF);
    await plain.close();
    const found = new Map(
      (JSON.parse(json) as PlainRow[]).map((row) => [`${row.activity} ${row.year}`, row.requirement]),
    );
    const prepared = prepareImport(text, null);
    if (!prepared.ok) throw new Error('The bundle is refused');
    const about = { programme: PROGRAMME.code, asOf: AS_OF, currency: BASE_CURRENCY };
    const { activities } = fundingGap(factsOfPortfolio(prepared.portfolio, about));
    const inDollars = activities.filter(({ activity }) => activity.budget?.currency === BASE_CURRENCY);
    expect(inDollars.length).toBeGreaterThan(10);
    for (const { activity, requirements } of inDollars) {
      for (const { year, requirementMinor } of requirements) {
        // It does not round, the product does: half a cent is the most that they may differ by.
        const difference = (found.get(`${activity.code} ${year}`) ?? 0) - Number(requirementMinor);
        expect(Math.abs(difference)).toBeLessThanOrEqual(0.51);
      }
    }
  });
});
