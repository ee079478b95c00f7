import type { Activity } from '#app/domain/activity.ts';
import type { BreakdownSources } from '#app/domain/breakdown-sources.ts';
import { type Budget, type BudgetLine, budgetInForce } from '#app/domain/budget.ts';
import type { IsoDate } from '#app/domain/dates.ts';
import type { Donor } from '#app/domain/donor.ts';
import { UNEARMARKED } from '#app/domain/earmark.ts';
import type { PledgeFacts, ProgrammeFacts } from '#app/domain/facts.ts';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import type { Currency } from '#app/domain/money.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import type { Prospect } from '#app/domain/prospect.ts';
import type { ExchangeRate } from '#app/domain/rates.ts';

/**
 * Small domain values with sensible defaults: a test states only what matters to it. The programme is `JWP`
 * (2012–2014) with themes A to D; amounts are in USD unless said otherwise.
 */
const PROGRAMME = 'JWP';

/** The day for which figures are asked unless a test says otherwise: within the programme's second year. */
const AS_OF: IsoDate = '2013-06-30';

/** 1 USD = 0.80 EUR = 80 JPY = 0.280 KWD in 2012; the euro moves to 0.75 in 2013. */
export const EXCHANGE_RATES: readonly ExchangeRate[] = [
  { currency: 'EUR', from: '2012-01-01', unitsPerBase: '0.80' },
  { currency: 'EUR', from: '2013-01-01', unitsPerBase: '0.75' },
  { currency: 'JPY', from: '2012-01-01', unitsPerBase: '80' },
  { currency: 'KWD', from: '2012-01-01', unitsPerBase: '0.280' },
];

/** An externally funded activity of theme B, cross-cutting, without a priority. */
export function makeActivity(given: Partial<Activity> & { readonly code: string }): Activity {
  return {
    programme: PROGRAMME,
    printedCode: null,
    theme: 'B',
    section: null,
    title: `Activity ${given.code}`,
    summary: null,
    species: [],
    timeframe: null,
    funding: 'external',
    lead: 'joint',
    partners: [],
    priority: null,
    status: 'seeking-funding',
    items: [],
    ...given,
  };
}

/** Shares of species programmes in per cent: `sharesOf({ sharks: 60, 'marine-turtles': 40 })`. */
export function sharesOf(percentages: Readonly<Record<string, number>>): Activity['species'] {
  return Object.entries(percentages).map(([code, percent]) => ({
    code,
    shareMillionths: BigInt(percent) * 10_000n,
  }));
}

/** One external unit that costs 100.00 in 2012. */
export function makeLine(given: Partial<BudgetLine> = {}): BudgetLine {
  return {
    category: 'travel',
    description: 'Travel of participants',
    unit: null,
    quantity: '1',
    unitCostMinor: 10_000n,
    year: 2012,
    funding: 'external',
    item: null,
    ...given,
  };
}

/** A first version, approved on 2012-01-15, without programme support cost. */
export function makeBudget(given: Partial<Budget> & { readonly activity: string }): Budget {
  const approvedOn = given.approvedOn === undefined ? '2012-01-15' : given.approvedOn;
  return {
    programme: PROGRAMME,
    version: 1,
    status: 'approved',
    rateDate: approvedOn ?? '2012-01-15',
    currency: 'USD',
    pscRate: '0',
    lines: [makeLine()],
    ...given,
    approvedOn,
  };
}

/** An approved budget of one external line for each year: `budgetByYear('B8', { 2012: 10_000n })`. */
export function budgetByYear(activity: string, costs: Readonly<Record<number, bigint>>): Budget {
  const lines = Object.entries(costs).map(([year, unitCostMinor]) =>
    makeLine({ year: Number(year), unitCostMinor }),
  );
  return makeBudget({ activity, lines });
}

const DONOR: Donor = {
  code: 'north-ministry',
  name: 'Ministry of the North (fictitious)',
  type: 'government',
  country: 'DE',
  currency: 'EUR',
  pscCap: null,
  interests: { themes: [], species: [] },
};

/** An unearmarked pledge of 100.00, announced on 2012-03-01: not signed, nothing allocated, nothing received. */
export function makePledge(given: Partial<Pledge> = {}): Pledge {
  return {
    code: 'PL-1',
    programme: PROGRAMME,
    donor: 'north-ministry',
    prospect: null,
    date: '2012-03-01',
    committedOn: null,
    cancelledOn: null,
    currency: 'USD',
    amountMinor: 10_000n,
    earmark: UNEARMARKED,
    allocations: [],
    instalments: [],
    receipts: [],
    writeOffs: [],
    ...given,
  };
}

/** The facts of {@link makePledge}'s pledge on the default as-of date. */
export function makePledgeFacts(given: Partial<PledgeFacts> = {}): PledgeFacts {
  const { code, donor, currency, amountMinor, committedOn, cancelledOn, earmark } = makePledge();
  return {
    ...{ code, donor, currency, amountMinor, committedOn, cancelledOn, earmark },
    ...{ allocations: [], receipts: [], writtenOffMinor: 0n },
    ...given,
  };
}

/** A proposal for 100.00 to activity B8, open and undated. */
export function makeProspect(given: Partial<Prospect> = {}): Prospect {
  return {
    code: 'PR-1',
    donor: 'north-ministry',
    createdOn: '2012-02-01',
    stage: 'proposal',
    currency: 'USD',
    probability: null,
    decisionBy: null,
    nextStep: null,
    asks: [{ programme: PROGRAMME, activity: 'B8', amountMinor: 10_000n }],
    ...given,
  };
}

/** One programme with its four themes, three species programmes, one donor, rates, and nothing else. */
export function makePortfolio(given: Partial<Portfolio> = {}): Portfolio {
  return {
    baseCurrency: 'USD',
    demonstration: false,
    exchangeRates: EXCHANGE_RATES,
    programmes: [{ code: PROGRAMME, title: 'Joint Work Programme', startYear: 2012, endYear: 2014 }],
    themes: [
      { programme: PROGRAMME, code: 'A', title: 'Harmonization' },
      { programme: PROGRAMME, code: 'B', title: 'Shared species' },
      { programme: PROGRAMME, code: 'C', title: 'Administration and fund-raising' },
      { programme: PROGRAMME, code: 'D', title: 'Outreach and capacity building' },
    ],
    speciesProgrammes: [
      { code: 'marine-turtles', name: 'Marine turtles', status: 'priority', taxa: [] },
      { code: 'saiga-antelope', name: 'Saiga antelope', status: 'priority', taxa: [] },
      { code: 'sharks', name: 'Sharks', status: 'priority', taxa: [] },
    ],
    activities: [],
    budgets: [],
    donors: [DONOR],
    prospects: [],
    pledges: [],
    ...given,
  };
}

/** The facts of the programme `JWP`, in USD on 2013-06-30 unless said otherwise. */
export function factsOf(
  portfolio: Portfolio,
  given: { readonly programme?: string; readonly asOf?: IsoDate; readonly currency?: Currency } = {},
): ProgrammeFacts {
  return factsOfPortfolio(portfolio, { programme: PROGRAMME, asOf: AS_OF, currency: 'USD', ...given });
}

/** The single records behind one activity's figures, as a database would give them to a breakdown. */
export function sourcesOf(portfolio: Portfolio, facts: ProgrammeFacts, activity: string): BreakdownSources {
  const { asOf, programme } = facts;
  const versions = portfolio.budgets.filter(
    (budget) => budget.programme === programme.code && budget.activity === activity,
  );
  const pledges = portfolio.pledges.filter((pledge) => pledge.programme === programme.code);
  const upToAsOf = <T extends { readonly date: IsoDate }>(records: readonly T[]) =>
    records.filter(({ date }) => date <= asOf);
  return {
    lines: budgetInForce(versions, asOf)?.lines ?? [],
    receipts: new Map(pledges.map(({ code, receipts }) => [code, upToAsOf(receipts)])),
    writeOffs: new Map(pledges.map(({ code, writeOffs }) => [code, upToAsOf(writeOffs)])),
  };
}
