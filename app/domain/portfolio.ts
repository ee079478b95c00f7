import type { Activity } from './activity.ts';
import type { Budget } from './budget.ts';
import type { Donor } from './donor.ts';
import type { Currency } from './money.ts';
import type { Pledge } from './pledge.ts';
import type { Programme, Theme } from './programme.ts';
import type { Prospect } from './prospect.ts';
import type { ExchangeRate } from './rates.ts';
import type { SpeciesProgramme } from './species.ts';

/** Everything a portfolio holds, as domain values: what a bundle says and a database keeps. */
export type Portfolio = {
  readonly baseCurrency: Currency;
  /** True for made-up data that the pages must label as such. */
  readonly demonstration: boolean;
  readonly exchangeRates: readonly ExchangeRate[];
  readonly programmes: readonly Programme[];
  readonly themes: readonly Theme[];
  readonly speciesProgrammes: readonly SpeciesProgramme[];
  readonly activities: readonly Activity[];
  readonly budgets: readonly Budget[];
  readonly donors: readonly Donor[];
  readonly prospects: readonly Prospect[];
  readonly pledges: readonly Pledge[];
};
