import fc from 'fast-check';
import { ACTIVITY_FUNDINGS, ACTIVITY_STATUSES, ITEM_FUNDINGS, PRIORITIES } from '#app/domain/activity.ts';
import { BUDGET_CATEGORIES, BUDGET_STATUSES, LINE_FUNDINGS } from '#app/domain/budget.ts';
import { DONOR_TYPES } from '#app/domain/donor.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { PROSPECT_STAGES } from '#app/domain/prospect.ts';
import { SPECIES_STATUSES } from '#app/domain/species.ts';

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values);
const some = <T>(values: fc.Arbitrary<T>) => fc.array(values, { maxLength: 3 });

/** Text of any script, without what no database or XML can hold. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((value) => value.replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '\n'));
const title = text.filter((value) => value.trim() !== '');
const code = text.map((value) => value.replaceAll(/\p{Cc}/gu, '/').trim()).filter((value) => value !== '');
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const year = fc.integer({ min: 1900, max: 2200 });
const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CLF');
const minor = fc.bigInt({ min: 0n, max: 10n ** 15n });
const fraction = fc.constantFrom('0', '0.0', '1', '1.000', '0.130', '0.123456789');
const quantity = fc.tuple(fc.nat(), fc.constantFrom('', '.5', '.1250')).map((parts) => parts.join(''));

const species = fc.record({ code, shareMillionths: fc.bigInt({ min: 0n, max: 1_000_000n }) });
const words = { printed: orNull(text), note: orNull(text) };
const timeframe = fc.oneof(
  fc.record({ kind: fc.constant('years' as const), startYear: year, endYear: year, ...words }),
  fc.record({
    kind: fc.constantFrom(
      'ongoing' as const,
      'annual' as const,
      'conditional' as const,
      'unspecified' as const,
    ),
    ...words,
  }),
);

const activity = fc.record({
  ...{ programme: code, code, printedCode: orNull(text), theme: code, section: orNull(text), title },
  ...{ summary: orNull(text), species: some(species), timeframe: orNull(timeframe) },
  funding: fc.constantFrom(...ACTIVITY_FUNDINGS),
  ...{ lead: orNull(text), partners: some(text), priority: orNull(fc.constantFrom(...PRIORITIES)) },
  status: fc.constantFrom(...ACTIVITY_STATUSES),
  items: some(fc.record({ code, title, funding: orNull(fc.constantFrom(...ITEM_FUNDINGS)) })),
});

const line = fc.record({
  ...{ category: fc.constantFrom(...BUDGET_CATEGORIES), description: text, unit: orNull(text), quantity },
  ...{ unitCostMinor: minor, year, funding: fc.constantFrom(...LINE_FUNDINGS), item: orNull(code) },
});

const budget = fc.record({
  ...{ programme: code, activity: code, version: fc.integer({ min: 1, max: 1_000_000 }) },
  ...{ status: fc.constantFrom(...BUDGET_STATUSES), approvedOn: orNull(date), rateDate: date },
  ...{ currency, pscRate: fraction, lines: some(line) },
});

const donor = fc.record({
  ...{
    code,
    name: title,
    type: fc.constantFrom(...DONOR_TYPES),
    country: orNull(fc.constantFrom('DE', 'KE')),
  },
  ...{ currency: orNull(currency), pscCap: orNull(fraction) },
  interests: fc.record({ themes: some(code), species: some(code) }),
});

const prospect = fc.record({
  ...{ code, donor: code, createdOn: date, stage: fc.constantFrom(...PROSPECT_STAGES), currency },
  ...{ probability: orNull(fraction), decisionBy: orNull(date), nextStep: orNull(text) },
  asks: some(fc.record({ programme: code, activity: code, amountMinor: minor })),
});

const pledge = fc.record({
  ...{ code, programme: code, donor: code, prospect: orNull(code), date },
  ...{ committedOn: orNull(date), cancelledOn: orNull(date), currency, amountMinor: minor },
  earmark: fc.record({ activities: some(code), species: some(code), themes: some(code), years: some(year) }),
  allocations: some(fc.record({ activity: code, year: orNull(year), amountMinor: minor })),
  instalments: some(fc.record({ due: date, amountMinor: minor })),
  receipts: some(fc.record({ date, amountMinor: minor })),
  writeOffs: some(fc.record({ date, amountMinor: minor, reason: orNull(text) })),
});

/** Portfolios whose values are each allowed, though their records know nothing of each other. */
export const anyPortfolio: fc.Arbitrary<Portfolio> = fc.record({
  ...{ baseCurrency: currency, demonstration: fc.boolean() },
  exchangeRates: some(
    fc.record({ currency, from: date, unitsPerBase: fc.constantFrom('1', '0.7730', '12345.6') }),
  ),
  programmes: some(fc.record({ code, title, startYear: year, endYear: year })),
  themes: some(fc.record({ programme: code, code, title })),
  speciesProgrammes: some(
    fc.record({
      ...{ code, name: title, status: fc.constantFrom(...SPECIES_STATUSES) },
      taxa: some(fc.record({ scientificName: title, commonName: orNull(text) })),
    }),
  ),
  ...{ activities: some(activity), budgets: some(budget), donors: some(donor) },
  ...{ prospects: some(prospect), pledges: some(pledge) },
});
