import { makeRateBook, type RateBook } from '#app/domain/rates.ts';
import type { Transaction } from './database.server.ts';
import { findSettings } from './settings.server.ts';

/** Every exchange rate of the portfolio, and the currency that they are told against. */
export async function findRateBook({ client }: { readonly client: Transaction }): Promise<RateBook> {
  const { baseCurrency } = await findSettings({ client });
  const rates = await client.exchangeRate.findMany({
    select: { currency: true, from: true, unitsPerBase: true },
  });
  return makeRateBook(baseCurrency, rates);
}
