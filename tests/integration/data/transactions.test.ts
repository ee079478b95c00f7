import { expect, test } from 'vitest';
import type { Database } from '#app/data/database.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';

const RATE = { currency: 'EUR', from: '2012-01-01', unitsPerBase: '0.8' };
const addRate = (db: Database) =>
  db.transaction((transaction) => transaction.exchangeRate.create({ data: RATE }));

describeOnBothDatabases('a transaction', (open) => {
  test('keeps nothing of what it did when it fails', async () => {
    const db = await open();
    const failing = db.transaction(async (transaction) => {
      await transaction.exchangeRate.create({ data: RATE });
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    expect(await db.client.exchangeRate.count()).toBe(0);
  });

  test('is invisible to others until it is through', async () => {
    const db = await open();
    await db.transaction(async (transaction) => {
      await transaction.exchangeRate.create({ data: RATE });
      expect(await db.client.exchangeRate.count()).toBe(0);
      expect(await db.snapshot((reader) => reader.exchangeRate.count())).toBe(0);
    });
    expect(await db.client.exchangeRate.count()).toBe(1);
  });

  test('acts as if it were alone: of many that read and then write, each sees the ones before it', async () => {
    const db = await open();
    const addNext = () =>
      db.transaction(async (transaction) => {
        const count = await transaction.exchangeRate.count();
        await transaction.exchangeRate.create({ data: { ...RATE, from: `2012-01-0${count + 1}` } });
      });
    await Promise.all(Array.from({ length: 5 }, addNext));
    const rates = await db.client.exchangeRate.findMany({ orderBy: { from: 'asc' } });
    expect(rates.map(({ from }) => from.slice(-1))).toEqual(['1', '2', '3', '4', '5']);
  });

  test('does not change what a snapshot sees that began before it', async () => {
    const db = await open();
    await db.snapshot(async (reader) => {
      expect(await reader.exchangeRate.count()).toBe(0);
      await addRate(db);
      expect(await reader.exchangeRate.count()).toBe(0);
    });
    expect(await db.client.exchangeRate.count()).toBe(1);
  });
});
