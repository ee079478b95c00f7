import type { Currency } from '#app/domain/money.ts';
import type { Transaction } from './database.server.ts';

/** What holds for the whole portfolio. */
export type Settings = {
  readonly baseCurrency: Currency;
  /** True while the portfolio holds made-up data that the pages must label as such. */
  readonly demonstration: boolean;
  /** True once a portfolio was put in on purpose, also an empty one: nothing is seeded after that. */
  readonly initialised: boolean;
};

const UNTOUCHED: Settings = { baseCurrency: 'USD', demonstration: false, initialised: false };
const ID = 1;

/** The settings, or those of a database that nothing was put into yet. */
export async function findSettings({ client }: { readonly client: Transaction }): Promise<Settings> {
  const settings = await client.settings.findUnique({
    where: { id: ID },
    select: { baseCurrency: true, demonstration: true, initialised: true },
  });
  return settings ?? UNTOUCHED;
}

/** Replaces the settings; does nothing where they are the same. */
export async function saveSettings(transaction: Transaction, settings: Settings): Promise<void> {
  const current = await transaction.settings.findUnique({ where: { id: ID } });
  const isSame =
    current !== null &&
    current.baseCurrency === settings.baseCurrency &&
    current.demonstration === settings.demonstration &&
    current.initialised === settings.initialised;
  if (isSame) return;
  await transaction.settings.upsert({
    where: { id: ID },
    create: { id: ID, ...settings },
    update: { ...settings, revision: { increment: 1 } },
  });
}
