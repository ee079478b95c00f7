import { supportCost } from './budget.ts';
import type { BudgetFacts, ProgrammeFacts } from './facts.ts';
import type { Currency } from './money.ts';
import { convert, type RateBook } from './rates.ts';
import { parseDecimal } from './rational.ts';

/** What donors still have to give for one year of an activity before anything is received. */
export type YearRequirement = {
  readonly year: number;
  /** Minor units of the budget's currency. */
  readonly directMinor: bigint;
  /** Minor units of the budget's currency. */
  readonly pscMinor: bigint;
  /** Direct cost and PSC together, minor units of the reporting currency. */
  readonly requirementMinor: bigint;
};

/**
 * Requirement of each year = (direct + PSC of that year) converted at the budget's `rateDate`.
 *
 * @throws {MissingRateError} when the conversion has no rate on the rate date.
 * @source domain.md, section 3
 */
export function yearRequirements(
  budget: BudgetFacts,
  { rates, currency }: { readonly rates: RateBook; readonly currency: Currency },
): YearRequirement[] {
  const pscRate = parseDecimal(budget.pscRate);
  return budget.directs.map(({ year, directMinor }) => {
    const pscMinor = supportCost(directMinor, pscRate);
    const total = directMinor + pscMinor;
    const requirementMinor = convert(rates, total, budget.currency, currency, budget.rateDate);
    return { year, directMinor, pscMinor, requirementMinor };
  });
}

/** The requirement of an activity by year: none for one that is cancelled or has no budget in force. */
export function activityRequirements(
  activity: ProgrammeFacts['activities'][number],
  facts: ProgrammeFacts,
): YearRequirement[] {
  if (activity.status === 'cancelled' || activity.budget === null) return [];
  return yearRequirements(activity.budget, facts);
}
