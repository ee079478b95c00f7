import type { Activity, SpeciesShare } from './activity.ts';
import type { Budget, BudgetLine } from './budget.ts';
import type { Donor } from './donor.ts';
import { type Currency, formatAmount } from './money.ts';
import type { Pledge } from './pledge.ts';
import type { Portfolio } from './portfolio.ts';
import type { PortfolioList } from './portfolio-check-findings.ts';
import type { Programme, Theme } from './programme.ts';
import type { Prospect } from './prospect.ts';
import type { ExchangeRate } from './rates.ts';
import type { SpeciesProgramme } from './species.ts';
import type { Timeframe } from './timeframe.ts';

/** A record as a bundle says it: amounts as decimal strings in major units, keys in the bundle's order. */
export type RecordJson = { readonly [key: string]: unknown };

const rateJson = ({ currency, from, unitsPerBase }: ExchangeRate) => ({ currency, from, unitsPerBase });

const programmeJson = ({ code, title, startYear, endYear }: Programme) => ({
  code,
  title,
  startYear,
  endYear,
});

const themeJson = ({ programme, code, title }: Theme) => ({ programme, code, title });

const speciesProgrammeJson = ({ code, name, status, taxa }: SpeciesProgramme) => ({
  code,
  name,
  status,
  taxa: taxa.map(({ scientificName, commonName }) => ({ scientificName, commonName })),
});

const activityJson = (activity: Activity) => ({
  programme: activity.programme,
  code: activity.code,
  printedCode: activity.printedCode,
  theme: activity.theme,
  ...(activity.section === null ? {} : { section: activity.section }),
  title: activity.title,
  summary: activity.summary,
  species: activity.species.map(shareJson),
  timeframe: activity.timeframe && timeframeJson(activity.timeframe),
  funding: activity.funding,
  lead: activity.lead,
  partners: activity.partners,
  priority: activity.priority,
  status: activity.status,
  items: activity.items.map(({ code, title, funding }) => ({ code, title, funding })),
});

function shareJson({ code, shareMillionths }: SpeciesShare) {
  const whole = shareMillionths / 1_000_000n;
  const decimals = (shareMillionths % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '');
  return { code, share: decimals === '' ? `${whole}` : `${whole}.${decimals}` };
}

const timeframeJson = (timeframe: Timeframe) => ({
  kind: timeframe.kind,
  ...(timeframe.kind === 'years' ? { startYear: timeframe.startYear, endYear: timeframe.endYear } : {}),
  printed: timeframe.printed,
  ...(timeframe.note === null ? {} : { note: timeframe.note }),
});

const budgetJson = (budget: Budget) => ({
  programme: budget.programme,
  activity: budget.activity,
  version: budget.version,
  status: budget.status,
  approvedOn: budget.approvedOn,
  rateDate: budget.rateDate,
  currency: budget.currency,
  pscRate: budget.pscRate,
  lines: budget.lines.map((line) => lineJson(line, budget.currency)),
});

const lineJson = (line: BudgetLine, currency: Currency) => ({
  category: line.category,
  description: line.description,
  unit: line.unit,
  quantity: line.quantity,
  unitCost: formatAmount(line.unitCostMinor, currency),
  year: line.year,
  funding: line.funding,
  item: line.item,
});

const donorJson = (donor: Donor) => ({
  code: donor.code,
  name: donor.name,
  type: donor.type,
  country: donor.country,
  currency: donor.currency,
  pscCap: donor.pscCap,
  interests: { themes: donor.interests.themes, species: donor.interests.species },
});

const prospectJson = (prospect: Prospect) => ({
  code: prospect.code,
  donor: prospect.donor,
  createdOn: prospect.createdOn,
  stage: prospect.stage,
  currency: prospect.currency,
  probability: prospect.probability,
  decisionBy: prospect.decisionBy,
  ...(prospect.nextStep === null ? {} : { nextStep: prospect.nextStep }),
  asks: prospect.asks.map(({ programme, activity, amountMinor }) => ({
    programme,
    activity,
    amount: formatAmount(amountMinor, prospect.currency),
  })),
});

const pledgeJson = (pledge: Pledge) => {
  const amount = (minor: bigint) => formatAmount(minor, pledge.currency);
  const { activities, species, themes, years } = pledge.earmark;
  return {
    code: pledge.code,
    programme: pledge.programme,
    donor: pledge.donor,
    prospect: pledge.prospect,
    date: pledge.date,
    committedOn: pledge.committedOn,
    cancelledOn: pledge.cancelledOn,
    currency: pledge.currency,
    amount: amount(pledge.amountMinor),
    earmark: { activities, species, themes, years },
    allocations: pledge.allocations.map(({ activity, year, amountMinor }) => ({
      activity,
      year,
      amount: amount(amountMinor),
    })),
    instalments: pledge.instalments.map(({ due, amountMinor }) => ({ due, amount: amount(amountMinor) })),
    receipts: pledge.receipts.map(({ date, amountMinor }) => ({ date, amount: amount(amountMinor) })),
    writeOffs: pledge.writeOffs.map(({ date, amountMinor, reason }) => ({
      date,
      amount: amount(amountMinor),
      reason,
    })),
  };
};

const JSON_OF: { readonly [L in PortfolioList]: (record: Portfolio[L][number]) => RecordJson } = {
  exchangeRates: rateJson,
  programmes: programmeJson,
  themes: themeJson,
  speciesProgrammes: speciesProgrammeJson,
  activities: activityJson,
  budgets: budgetJson,
  donors: donorJson,
  prospects: prospectJson,
  pledges: pledgeJson,
};

/**
 * A record of a list as a bundle says it.
 *
 * @source domain.md, section 6
 */
export function recordJson<L extends PortfolioList>(list: L, record: Portfolio[L][number]): RecordJson {
  return JSON_OF[list](record);
}
