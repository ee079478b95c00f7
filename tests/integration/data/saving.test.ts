import { expect, test } from 'vitest';
import type { Database } from '#app/data/database.server.ts';
import { openDatabase } from '#app/data/database.server.ts';
import {
  importPortfolio,
  listPortfolio,
  PortfolioConflictError,
  savePortfolio,
} from '#app/data/portfolio.server.ts';
import { RECORD_KINDS } from '#app/data/records/all-kinds.server.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { type Changes, changedBundle } from '../../support/bundles.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { inListedOrder, portfolioOf } from '../../support/portfolio-of.ts';

const exampleWith = (changes: Changes) => inListedOrder(portfolioOf(changedBundle(changes)));
const EXAMPLE = exampleWith({});
const RENAMED = exampleWith({ 'donors[0].name': 'Renamed', 'pledges[0].receipts': [] });

/** The bookkeeping rows of every table, to tell that truly nothing was written. */
async function everything(db: Database) {
  const tables = RECORD_KINDS.flatMap(({ table, children }) => [
    table.name,
    ...Object.values(children).map((child) => child.table.name),
  ]);
  const rows: Record<string, unknown> = {};
  for (const name of ['Settings', ...tables]) {
    const found = (await db.client.$queryRawUnsafe(`SELECT * FROM "${name}"`)) as unknown[];
    rows[name] = found
      .map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value)))
      .sort();
  }
  return rows;
}

describeOnBothDatabases('saving a portfolio', (open, { createUrl }) => {
  test('that fails in the middle leaves the database as it was', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const before = await everything(db);
    const stopping = savePortfolio(db, RENAMED, (done, total) => {
      if (done === total) throw new Error('cancelled at the last moment');
    });
    await expect(stopping).rejects.toThrow('cancelled at the last moment');
    expect(await everything(db)).toEqual(before);
  });

  test('that the database refuses at its last record leaves it as it was', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    const before = await everything(db);
    const orphan = { ...EXAMPLE.pledges[1], code: 'PL-9', donor: 'nobody' } as Portfolio['pledges'][number];
    const saving = savePortfolio(db, { ...RENAMED, pledges: [...RENAMED.pledges, orphan] });
    await expect(saving).rejects.toBeInstanceOf(PortfolioConflictError);
    await expect(saving).rejects.toThrow(/^This does not fit what the database has: .*foreign key/i);
    expect(await everything(db)).toEqual(before);
  });

  test('in another base currency than that of the records there are is refused', async () => {
    const db = await open();
    await savePortfolio(db, EXAMPLE);
    await expect(savePortfolio(db, { ...EXAMPLE, baseCurrency: 'EUR' })).rejects.toThrow(
      "The portfolio's base currency is USD, not EUR",
    );
    expect(await listPortfolio(db)).toEqual(EXAMPLE);
  });

  test('sees what is there while nobody else can change it', async () => {
    const url = await createUrl('with tables');
    const [first, second] = await Promise.all([openDatabase(url), openDatabase(url)]);
    const addProgramme = (db: Database) =>
      importPortfolio(db, (current) => {
        const code = `P${current.programmes.length + 1}`;
        const programme = { code, title: 'One more', startYear: 2012, endYear: 2014 };
        return { ...current, baseCurrency: 'USD', programmes: [...current.programmes, programme] };
      });
    await Promise.all([first, second, first, second].map(addProgramme));
    const { programmes } = await listPortfolio(first);
    expect(programmes.map(({ code }) => code)).toEqual(['P1', 'P2', 'P3', 'P4']);
    await Promise.all([first.close(), second.close()]);
  });

  test('at the same moment as another importer ends with the work of both', async () => {
    const url = await createUrl('with tables');
    const [first, second] = await Promise.all([openDatabase(url), openDatabase(url)]);
    const donor = { ...EXAMPLE.donors[1], code: 'west' } as Portfolio['donors'][number];
    const donors = [...EXAMPLE.donors, donor];
    const [a, b] = await Promise.all([
      savePortfolio(first, EXAMPLE),
      savePortfolio(second, { ...EXAMPLE, donors }),
    ]);
    expect(a.pledges.added + b.pledges.added).toBe(2);
    expect(await listPortfolio(first)).toEqual({ ...EXAMPLE, donors });
    await Promise.all([first.close(), second.close()]);
  });

  test('passes on what the preparation throws, and saves nothing', async () => {
    const db = await open();
    const refusing = importPortfolio(db, () => {
      throw new RangeError('the bundle is not right');
    });
    await expect(refusing).rejects.toThrow(new RangeError('the bundle is not right'));
    expect((await listPortfolio(db)).programmes).toEqual([]);
  });

  test('takes any text that a bundle may hold', async () => {
    const db = await open();
    const texts = [
      'Robert\'); DROP TABLE "Donor";--',
      '$1 ? ?1 :x',
      '“naïve” 象 🐘 \u2028',
      ' \t\n ',
      'null',
      '\\u0041\\',
    ];
    const donors = texts.map((name, index) => ({ ...EXAMPLE.donors[1], code: `D${index}`, name }));
    await savePortfolio(db, { ...EXAMPLE, donors: [...EXAMPLE.donors, ...donors] as Portfolio['donors'] });
    const { donors: listed } = await listPortfolio(db);
    expect(listed.filter(({ code }) => code.startsWith('D')).map(({ name }) => name)).toEqual(texts);
  });
});
