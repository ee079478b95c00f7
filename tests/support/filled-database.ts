import { createHash } from 'node:crypto';
import { createApiToken } from '#app/data/api-tokens.server.ts';
import type { Database } from '#app/data/database.server.ts';
import { savePortfolio } from '#app/data/portfolio.server.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { changedBundle } from './bundles.ts';
import { portfolioOf } from './portfolio-of.ts';

const ODD_TITLE = 'Quotes " and \' and \\ and\nlines, Ærø 鯨 🐋 {"json": [null]}';

/** A portfolio with odd text, an amount as large as they come, a record edited twice, a token, and people. */
export async function fillDatabase(db: Database): Promise<{ portfolio: Portfolio; token: string }> {
  const portfolio = portfolioOf(
    changedBundle({
      'activities[0].title': ODD_TITLE,
      'pledges[0].instalments[0].amount': '9999999999999.99',
    }),
  );
  await savePortfolio(db, portfolioOf(changedBundle({})));
  await savePortfolio(db, portfolio);
  await addPeople(db);
  const token = await createApiToken(db, { role: 'officer', name: 'Dashboard', expiresOn: '2099-12-31' });
  return { portfolio, token };
}

/** Somebody with a second factor who is signed in, somebody invited, a failed sign-in, and entries of the audit trail. */
async function addPeople(db: Database): Promise<void> {
  const at = new Date('2026-03-01T08:00:00.123Z');
  const later = new Date('2099-01-01T00:00:00.000Z');
  await db.transaction(async (transaction) => {
    const ana = { email: 'ana@example.org', name: 'Ana Ærø', role: 'administrator' };
    const { id } = await transaction.person.create({
      data: {
        ...ana,
        passwordHash: 'scrypt$…',
        totpSecret: 'sealed',
        totpConfirmed: true,
        totpLastStep: 58_000_001,
      },
    });
    const ben = { email: 'ben@example.org', name: 'Ben', role: 'viewer', disabledAt: at, lastSeenAt: at };
    const { id: benId } = await transaction.person.create({ data: ben });
    await transaction.recoveryCode.create({ data: { personId: id, hash: hashOf('code'), usedAt: at } });
    await transaction.session.create({
      data: { personId: id, hash: hashOf('session'), device: 'Firefox', lastSeenAt: at, expiresAt: later },
    });
    await transaction.oneTimeLink.create({
      data: { personId: benId, purpose: 'invitation', hash: hashOf('link'), expiresAt: later },
    });
    await transaction.failedSignIn.create({ data: { account: hashOf('a'), address: hashOf('b'), at } });
    const by = { at, change: 'one', actorKind: 'person', actorId: id, actorName: ana.name };
    const record = { kind: 'donors', key: 'DK', reason: 'Quotes " and\nlines, 鯨' };
    await transaction.auditEntry.createMany({
      data: [
        { ...by, ...record, action: 'added', after: '{"name":"Denmark"}' },
        { ...by, ...record, action: 'changed', before: '{"name":"Denmark"}', after: '{"name":"Danmark"}' },
        { ...by, ...record, action: 'deleted', before: '{"name":"Danmark"}' },
      ],
    });
  });
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Adds many rows that do not compress. */
export async function addTokens(db: Database, count: number): Promise<void> {
  const data = Array.from({ length: count }, (_, number) => ({
    role: 'viewer',
    name: `Token ${number}`,
    hash: hashOf(`token ${number}`),
  }));
  await db.transaction((transaction) => transaction.apiToken.createMany({ data }));
}
