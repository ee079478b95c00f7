import { createHash } from 'node:crypto';
import { createApiToken } from '#app/data/api-tokens.server.ts';
import type { Database } from '#app/data/database.server.ts';
import { savePortfolio } from '#app/data/portfolio.server.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { changedBundle } from './bundles.ts';
import { portfolioOf } from './portfolio-of.ts';

const ODD_TITLE = 'Quotes " and \' and \\ and\nlines, Ærø 鯨 🐋 {"json": [null]}';

/** A portfolio with odd text, an amount as large as they come, a record edited twice, and a token. */
export async function fillDatabase(db: Database): Promise<{ portfolio: Portfolio; token: string }> {
  const portfolio = portfolioOf(
    changedBundle({
      'activities[0].title': ODD_TITLE,
      'pledges[0].instalments[0].amount': '9999999999999.99',
    }),
  );
  await savePortfolio(db, portfolioOf(changedBundle({})));
  await savePortfolio(db, portfolio);
  const token = await createApiToken(db, { role: 'officer', name: 'Dashboard', expiresOn: '2099-12-31' });
  return { portfolio, token };
}

/** Adds many rows that do not compress. */
export async function addTokens(db: Database, count: number): Promise<void> {
  const data = Array.from({ length: count }, (_, number) => ({
    role: 'viewer',
    name: `Token ${number}`,
    hash: createHash('sha256').update(`token ${number}`).digest('hex'),
  }));
  await db.transaction((transaction) => transaction.apiToken.createMany({ data }));
}
