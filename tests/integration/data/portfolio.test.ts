import { expect, test } from 'vitest';
import type { Database } from '#app/data/database.server.ts';
import { isEmptyPortfolio, listPortfolio, savePortfolio } from '#app/data/portfolio.server.ts';
import { RECORD_KINDS } from '#app/data/records/all-kinds.server.ts';
import { findSettings } from '#app/data/settings.server.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { type Changes, changedBundle } from '../../support/bundles.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { inListedOrder, portfolioOf } from '../../support/portfolio-of.ts';

const exampleWith = (changes: Changes) => inListedOrder(portfolioOf(changedBundle(changes)));
const EXAMPLE = exampleWith({});

/** What is stored of every record besides its contents. */
async function bookkeeping(db: Database) {
  const rows: Record<string, unknown> = {};
  for (const { table } of RECORD_KINDS) {
    const key = table.key.map((name) => `"${name}"`).join(', ');
    rows[table.name] = await db.client.$queryRawUnsafe(
      `SELECT ${key}, "createdAt", "updatedAt", "revision" FROM "${table.name}" ORDER BY ${key}`,
    );
  }
  return { rows, settings: await db.client.settings.findMany() };
}

describeOnBothDatabases('a portfolio', (open) => {
  test('is empty before anything was saved', async () => {
    const db = await open();
    expect(await isEmptyPortfolio(db)).toBe(true);
    expect(await findSettings(db)).toMatchObject({ initialised: false });
  });

  test('is read as it was saved, down to the order of everything that belongs to a record', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    expect(await listPortfolio(db)).toEqual(EXAMPLE);
    expect(await isEmptyPortfolio(db)).toBe(false);
    expect(await findSettings(db)).toEqual({ baseCurrency: 'USD', demonstration: true, initialised: true });
  });

  test('says what it added', async () => {
    const db = await open();
    const counts = await savePortfolio(db, EXAMPLE);
    expect(counts.activities).toEqual({ added: 4, changed: 0, unchanged: 0 });
    expect(counts.exchangeRates).toEqual({ added: 3, changed: 0, unchanged: 0 });
  });

  test('saved twice changes nothing, not even a time', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const before = await bookkeeping(db);
    const counts = await savePortfolio(db, EXAMPLE);
    expect(counts.pledges).toEqual({ added: 0, changed: 0, unchanged: 2 });
    expect(await bookkeeping(db)).toEqual(before);
  });

  test('takes a change of one record and leaves the others untouched', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const changed = exampleWith({ 'pledges[0].receipts[1]': { date: '2012-08-01', amount: '1.50' } });
    const counts = await savePortfolio(db, changed);
    expect(counts.pledges).toEqual({ added: 0, changed: 1, unchanged: 1 });
    expect(counts.donors).toEqual({ added: 0, changed: 0, unchanged: 2 });
    expect(await listPortfolio(db)).toEqual(changed);
    const revisions = await db.client.pledge.findMany({ select: { code: true, revision: true } });
    expect(revisions).toHaveLength(2);
    expect(revisions).toContainEqual({ code: 'PL-1', revision: 2 });
    expect(revisions).toContainEqual({ code: 'PL-2', revision: 1 });
  });

  test('keeps records that a later one does not name', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const { programmes: _, ...others } = EXAMPLE;
    const programmes = [{ code: 'THIRD', title: 'Third', startYear: 2020, endYear: 2021 }];
    const lists = Object.fromEntries(RECORD_KINDS.map(({ list }) => [list, []]));
    await savePortfolio(db, { ...others, ...lists, programmes } as unknown as Portfolio);
    const portfolio = await listPortfolio(db);
    expect(portfolio.programmes.map(({ code }) => code)).toEqual(['JWP', 'NEXT', 'THIRD']);
    expect(portfolio.pledges).toEqual(EXAMPLE.pledges);
  });

  test('lists records in an order that the database has no say in', async () => {
    const db = await open();
    const donors = ['b', 'B', 'a-1', 'a1', 'Ä', 'a'].map((code) => ({
      ...{ code, name: code, type: 'other' as const, country: null, currency: null, pscCap: null },
      interests: { themes: [], species: [] },
    }));
    await savePortfolio(db, { ...EXAMPLE, donors: [...EXAMPLE.donors, ...donors] });
    const { donors: listed, activities } = await listPortfolio(db);
    expect(listed.map(({ code }) => code)).toEqual(['B', 'a', 'a-1', 'a1', 'b', 'north', 'south', 'Ä']);
    expect(activities.map(({ programme, code }) => `${programme} ${code}`)).toEqual([
      'JWP B8',
      'JWP C1',
      'JWP X1',
      'NEXT X1',
    ]);
  });

  test('stays demonstration data when real data comes in, and becomes it when made-up data does', async () => {
    const db = await open();
    const demonstration = async () => (await findSettings(db)).demonstration;
    await savePortfolio(db, { ...EXAMPLE, demonstration: false });
    expect(await demonstration()).toBe(false);
    await savePortfolio(db, { ...EXAMPLE, demonstration: true });
    await savePortfolio(db, { ...EXAMPLE, demonstration: false });
    expect(await demonstration()).toBe(true);
  });

  test('of more records than go into one statement is saved whole, and changed whole', async () => {
    const db = await open();
    const donors = (name: string) =>
      Array.from({ length: 1_203 }, (_, index) => ({
        ...{
          code: `D${1_000 + index}`,
          name: index % 2 === 0 ? name : 'Always the same',
          type: 'ngo' as const,
        },
        ...{ country: null, currency: null, pscCap: null },
        interests: { themes: ['B'], species: index % 2 === 0 && name === 'After' ? ['sharks'] : [] },
      }));
    await savePortfolio(db, { ...EXAMPLE, donors: [...donors('Before'), ...EXAMPLE.donors] });
    const after = { ...EXAMPLE, donors: [...donors('After'), ...EXAMPLE.donors] };
    const counts = await savePortfolio(db, after);
    expect(counts.donors).toEqual({ added: 0, changed: 602, unchanged: 603 });
    expect(await listPortfolio(db)).toEqual(after);
  });

  test('tells how far it is, up to the end', async () => {
    const db = await open();
    const steps: [number, number][] = [];
    await savePortfolio(db, EXAMPLE, (done, total) => steps.push([done, total]));
    const total = RECORD_KINDS.reduce((sum, { list }) => sum + EXAMPLE[list].length, 0);
    expect(steps.at(0)).toEqual([0, total]);
    expect(steps.at(-1)).toEqual([total, total]);
    expect(steps.map(([done]) => done)).toEqual(steps.map(([done]) => done).toSorted((a, b) => a - b));
  });
});
