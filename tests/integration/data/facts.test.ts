import { expect, test } from 'vitest';
import { findProgrammeFacts } from '#app/data/facts.server.ts';
import { savePortfolio } from '#app/data/portfolio.server.ts';
import type { ProgrammeFacts } from '#app/domain/facts.ts';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { fundingGap } from '#app/domain/gap.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { emptyDatabase } from '../../support/empty-database.ts';
import {
  makeActivity,
  makeBudget,
  makeLine,
  makePledge,
  makePortfolio,
  makeProspect,
} from '../../support/portfolios.ts';
import { eventDates, randomBundle } from '../../support/random-bundle.ts';
import { productPortfolio } from '../../support/reference/product.ts';

/** Facts in an order of their own; what the database may add up before conversion is added up. */
function comparable(facts: ProgrammeFacts | null): unknown {
  if (!facts) return null;
  const byCode = <T extends { readonly code: string }>(records: readonly T[]) =>
    records.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return {
    ...facts,
    themes: byCode(facts.themes),
    speciesProgrammes: byCode(facts.speciesProgrammes),
    activities: byCode(facts.activities),
    prospects: byCode(facts.prospects).map((prospect) => ({
      ...prospect,
      asks: prospect.asks.map(({ activity, amountMinor }) => ({ activity, amountMinor })),
    })),
    pledges: byCode(facts.pledges).map(({ receipts, ...pledge }) => ({
      ...pledge,
      receipts:
        pledge.currency === facts.currency
          ? receipts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
          : receipts.map(({ date, amountMinor }) => `${date} ${amountMinor}`).sort(),
    })),
  };
}

describeOnBothDatabases('the facts of a programme', (open) => {
  const seeds = Array.from({ length: 15 }, (_, seed) => seed);

  test('are those of the portfolio in memory, on every date on which something changes', async () => {
    const db = await open();
    for (const seed of seeds) {
      const bundle = randomBundle(seed);
      const portfolio = productPortfolio(bundle);
      await emptyDatabase(db);
      await savePortfolio(db, portfolio);
      const programme = portfolio.programmes[seed % portfolio.programmes.length]?.code ?? '';
      const currencies = [portfolio.baseCurrency, ...portfolio.exchangeRates.map(({ currency }) => currency)];
      for (const [index, asOf] of eventDates(bundle).entries()) {
        const query = { programme, asOf, currency: currencies[index % currencies.length] ?? '' };
        expect(comparable(await findProgrammeFacts(db, query)), `seed ${seed}, ${asOf}`).toEqual(
          comparable(factsOfPortfolio(portfolio, query)),
        );
      }
    }
  });

  test('give the same figures as the portfolio in memory', async () => {
    const db = await open();
    const portfolio = productPortfolio(randomBundle(3));
    await savePortfolio(db, portfolio);
    const query = { programme: portfolio.programmes[0]?.code ?? '', asOf: '2015-06-30', currency: 'USD' };
    const facts = await findProgrammeFacts(db, query);
    expect(facts && fundingGap(facts).total).toEqual(fundingGap(factsOfPortfolio(portfolio, query)).total);
  });

  test('are none for a programme that does not exist', async () => {
    const db = await open();
    expect(await findProgrammeFacts(db, { programme: 'X', asOf: '2013-01-01', currency: 'USD' })).toBeNull();
  });

  test('stay exact where a sum is beyond what a JSON number can hold', async () => {
    const db = await open();
    const large = 10n ** 15n;
    const lines = Array.from({ length: 40 }, () => makeLine({ unitCostMinor: large - 1n }));
    const portfolio = makePortfolio({
      activities: [makeActivity({ code: 'B8' })],
      budgets: [makeBudget({ activity: 'B8', lines })],
    });
    await savePortfolio(db, portfolio);
    const facts = await findProgrammeFacts(db, { programme: 'JWP', asOf: '2013-01-01', currency: 'USD' });
    expect(facts?.activities[0]?.budget?.directs).toEqual([{ year: 2012, directMinor: 40n * (large - 1n) }]);
  });

  test('leave out a prospect that a pledge of another programme names', async () => {
    const db = await open();
    const other = { code: 'OTHER', title: 'Another', startYear: 2012, endYear: 2014 };
    const base = makePortfolio({ activities: [makeActivity({ code: 'B8' })], prospects: [makeProspect()] });
    const prospect = base.prospects[0]?.code ?? '';
    const donor = base.donors[0]?.code ?? '';
    const portfolio = {
      ...base,
      programmes: [...base.programmes, other],
      prospects: base.prospects.map((each) => ({ ...each, donor })),
      pledges: [makePledge({ donor, programme: 'OTHER', prospect, date: '2013-03-01' })],
    };
    await savePortfolio(db, portfolio);
    const prospectsOn = async (asOf: string) =>
      (await findProgrammeFacts(db, { programme: 'JWP', asOf, currency: 'USD' }))?.prospects.length;
    expect(await prospectsOn('2013-02-28')).toBe(1);
    expect(await prospectsOn('2013-03-01')).toBe(0);
  });
});
