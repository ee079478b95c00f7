import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#app/domain/actor.ts';
import type { Currency } from '#app/domain/money.ts';
import { recordAudit } from './audit.server.ts';
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

/** Under which key the audit trail has them. */
const AUDIT_KEY = 'portfolio';

/** Replaces the settings, with an audit entry; does nothing where they are the same. */
export async function saveSettings(
  transaction: Transaction,
  actor: Actor,
  settings: Settings,
): Promise<void> {
  const found = await transaction.settings.findUnique({ where: { id: ID } });
  const before = found && settingsJson(found);
  const after = settingsJson(settings);
  if (isDeepStrictEqual(before, after)) return;
  await transaction.settings.upsert({
    where: { id: ID },
    create: { id: ID, ...after },
    update: { ...after, revision: { increment: 1 } },
  });
  await recordAudit(transaction, actor, [{ kind: 'settings', key: AUDIT_KEY, before, after }]);
}

function settingsJson({ baseCurrency, demonstration, initialised }: Settings): Settings {
  return { baseCurrency, demonstration, initialised };
}
