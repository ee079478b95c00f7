import type { IsoDate } from '#app/domain/dates.ts';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { fundingGap, type GapReport } from '#app/domain/gap.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { seedText } from './seed-file.ts';

const PROGRAMME = 'JWP-2012-2014';

/** In the middle of the programme. */
export const MIDWAY: IsoDate = '2013-06-30';
/** After the last exchange rate and everything that happened: what a page shows that was opened without a date. */
export const TODAY: IsoDate = '2026-12-31';

/** Imports a seed into what is there; what it says alone and what is there afterwards. */
export function importSeed(name: Parameters<typeof seedText>[0], current: Portfolio | null) {
  const prepared = prepareImport(seedText(name), current);
  if (!prepared.ok) throw new Error(`${name}: ${JSON.stringify(prepared.problems)}`);
  return prepared;
}

export const programme = importSeed('joint-work-programme', null).merged;

const imported = importSeed('demonstration', programme);
export const demonstration = imported.portfolio;
/** The programme with the demonstration data on top. */
export const demonstrationPortfolio = imported.merged;

export function demonstrationGap(asOf: IsoDate, currency = 'USD'): GapReport {
  return fundingGap(factsOfPortfolio(demonstrationPortfolio, { programme: PROGRAMME, asOf, currency }));
}

/** Σ receipts of a pledge in its own currency, minor units. */
export function receivedMinor({ receipts }: Pick<Pledge, 'receipts'>): bigint {
  return receipts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
