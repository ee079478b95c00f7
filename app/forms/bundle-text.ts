import type { Activity, SpeciesShare } from '#app/domain/activity.ts';
import type { Budget, BudgetLine } from '#app/domain/budget.ts';
import type { Donor } from '#app/domain/donor.ts';
import { type Currency, formatAmount } from '#app/domain/money.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import type { Programme, Theme } from '#app/domain/programme.ts';
import type { Prospect } from '#app/domain/prospect.ts';
import type { ExchangeRate } from '#app/domain/rates.ts';
import type { SpeciesProgramme } from '#app/domain/species.ts';
import type { Timeframe } from '#app/domain/timeframe.ts';

/** Writes a portfolio as a bundle: what {@link readBundle} reads back as the same portfolio. */
export function writeBundle(portfolio: Portfolio): string {
  return [...bundleChunks(portfolio)].join('');
}

/** The text of {@link writeBundle} in pieces of some records each, for files with a progress display. */
export function* bundleChunks(portfolio: Portfolio): Generator<string, void, undefined> {
  yield '{\n  "format": "portfolio-bundle",\n  "version": 1,\n';
  yield `  "baseCurrency": ${JSON.stringify(portfolio.baseCurrency)}`;
  if (portfolio.demonstration) yield ',\n  "demonstration": true';
  yield* listChunks('exchangeRates', portfolio.exchangeRates, rateJson);
  yield* listChunks('programmes', portfolio.programmes, programmeJson);
  yield* listChunks('themes', portfolio.themes, themeJson);
  yield* listChunks('speciesProgrammes', portfolio.speciesProgrammes, speciesProgrammeJson);
  yield* listChunks('activities', portfolio.activities, activityJson);
  yield* listChunks('budgets', portfolio.budgets, budgetJson);
  yield* listChunks('donors', portfolio.donors, donorJson);
  yield* listChunks('prospects', portfolio.prospects, prospectJson);
  yield* listChunks('pledges', portfolio.pledges, pledgeJson);
  yield '\n}\n';
}

const RECORDS_PER_CHUNK = 100;
/** What stands around the records of a list that lies in an object. */
const LIST_OPENING = '{\n  "": [';
const LIST_CLOSING = '\n  ]\n}';

function* listChunks<T>(name: string, records: readonly T[], toJson: (record: T) => object) {
  yield `,\n  "${name}": [`;
  for (let start = 0; start < records.length; start += RECORDS_PER_CHUNK) {
    const chunk = records.slice(start, start + RECORDS_PER_CHUNK).map(toJson);
    // Written where they will stand, the records have their indentation already.
    const text = JSON.stringify({ '': chunk }, null, 2).slice(LIST_OPENING.length, -LIST_CLOSING.length);
    yield start === 0 ? text : `,${text}`;
  }
  yield records.length === 0 ? ']' : '\n  ]';
}

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
