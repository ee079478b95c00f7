import type { Activity } from './activity.ts';
import { type Budget, budgetInForce, yearCosts } from './budget.ts';
import type { IsoDate } from './dates.ts';
import type { ActivityFacts, PledgeFacts, ProgrammeFacts, ProspectFacts } from './facts.ts';
import type { Currency } from './money.ts';
import type { Pledge } from './pledge.ts';
import type { Portfolio } from './portfolio.ts';
import { isOpenStage } from './prospect.ts';
import { makeRateBook } from './rates.ts';

/**
 * The facts of one programme as they stood on a date, from a whole portfolio in memory: what a database reads by
 * aggregation, told in plain steps.
 *
 * @throws {RangeError} for a programme that the portfolio does not have.
 * @source domain.md, section 4 ("everything dated later does not exist yet")
 */
export function factsOfPortfolio(
  portfolio: Portfolio,
  { programme: code, asOf, currency }: { programme: string; asOf: IsoDate; currency: Currency },
): ProgrammeFacts {
  const programme = portfolio.programmes.find((candidate) => candidate.code === code);
  if (!programme) throw new RangeError(`There is no programme "${code}"`);
  const pledges = portfolio.pledges.filter(({ date }) => date <= asOf);
  const named = new Set(pledges.map(({ prospect }) => prospect));
  return {
    programme,
    asOf,
    currency,
    rates: makeRateBook(portfolio.baseCurrency, portfolio.exchangeRates),
    themes: portfolio.themes.filter((theme) => theme.programme === code),
    speciesProgrammes: portfolio.speciesProgrammes.map(({ code, name, status }) => ({ code, name, status })),
    activities: portfolio.activities
      .filter((activity) => activity.programme === code)
      .map((activity) => activityFacts(activity, portfolio.budgets, asOf)),
    pledges: pledges.filter((pledge) => pledge.programme === code).map((pledge) => pledgeFacts(pledge, asOf)),
    prospects: portfolio.prospects.flatMap((prospect): ProspectFacts[] => {
      const { stage, createdOn, decisionBy, donor, currency, probability } = prospect;
      const asks = prospect.asks.filter((ask) => ask.programme === code);
      if (!isOpenStage(stage) || createdOn > asOf || named.has(prospect.code) || asks.length === 0) return [];
      return [{ code: prospect.code, donor, currency, stage, probability, decisionBy, asks }];
    }),
  };
}

function activityFacts(activity: Activity, budgets: readonly Budget[], asOf: IsoDate): ActivityFacts {
  const { code, title, theme, status, funding, priority, species } = activity;
  const versions = budgets.filter(
    (budget) => budget.programme === activity.programme && budget.activity === code,
  );
  const inForce = budgetInForce(versions, asOf);
  return {
    code,
    title,
    theme,
    status,
    funding,
    priority,
    species,
    budget: inForce && {
      version: inForce.version,
      currency: inForce.currency,
      rateDate: inForce.rateDate,
      pscRate: inForce.pscRate,
      directs: yearCosts(inForce).map(({ year, directMinor }) => ({ year, directMinor })),
    },
  };
}

function pledgeFacts(pledge: Pledge, asOf: IsoDate): PledgeFacts {
  const { code, donor, currency, amountMinor, committedOn, cancelledOn, earmark, allocations } = pledge;
  return {
    code,
    donor,
    currency,
    amountMinor,
    committedOn,
    cancelledOn,
    earmark,
    allocations,
    receipts: pledge.receipts.filter(({ date }) => date <= asOf),
    writtenOffMinor: pledge.writeOffs
      .filter(({ date }) => date <= asOf)
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
  };
}
