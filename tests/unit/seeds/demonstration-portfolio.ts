import type { IsoDate } from '#app/domain/dates.ts';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { fundingGap, type GapReport } from '#app/domain/gap.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { type ReadBundle, readBundle } from '#app/forms/bundle.ts';
import { seedText } from './seed-file.ts';

export const PROGRAMME = 'JWP-2012-2014';

/** In the middle of the programme. */
export const MIDWAY: IsoDate = '2013-06-30';
/** After the last exchange rate and everything that happened: what a page shows that was opened without a date. */
export const TODAY: IsoDate = '2026-12-31';

export function readSeed(name: Parameters<typeof seedText>[0]): ReadBundle {
  const read = readBundle(seedText(name));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
  return read.bundle;
}

export const demonstration = readSeed('demonstration');

/** The programme with the demonstration data on top, as a database holds it after both imports. */
export const demonstrationPortfolio: Portfolio = {
  ...readSeed('joint-work-programme'),
  demonstration: true,
  exchangeRates: demonstration.exchangeRates,
  budgets: demonstration.budgets.map((budget) => ({ ...budget, programme: PROGRAMME })),
  donors: demonstration.donors,
  prospects: demonstration.prospects.map((prospect) => ({
    ...prospect,
    asks: prospect.asks.map((ask) => ({ ...ask, programme: PROGRAMME })),
  })),
  pledges: demonstration.pledges,
};

export function demonstrationGap(asOf: IsoDate, currency = 'USD'): GapReport {
  return fundingGap(factsOfPortfolio(demonstrationPortfolio, { programme: PROGRAMME, asOf, currency }));
}

/** Σ receipts of a pledge in its own currency, minor units. */
export function receivedMinor({ receipts }: Pick<Pledge, 'receipts'>): bigint {
  return receipts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
