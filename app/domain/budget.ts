import type { IsoDate } from './dates.ts';
import type { Currency } from './money.ts';
import { comparePlain } from './order.ts';
import { parseDecimal, type Rational, roundHalfUp } from './rational.ts';

export const BUDGET_STATUSES = ['draft', 'approved', 'superseded'] as const;
export type BudgetStatus = (typeof BUDGET_STATUSES)[number];

/** The UNSDG harmonised categories that a line may have; the eighth, support, is computed and never a line. */
export const BUDGET_CATEGORIES = [
  'staff',
  'supplies',
  'equipment',
  'contractual',
  'travel',
  'transfers',
  'operating',
] as const;
export type BudgetCategory = (typeof BUDGET_CATEGORIES)[number];

export const LINE_FUNDINGS = ['external', 'core', 'in-kind'] as const;
export type LineFunding = (typeof LINE_FUNDINGS)[number];

export type BudgetLine = {
  readonly category: BudgetCategory;
  readonly description: string;
  readonly unit: string | null;
  /** A plain decimal with at most 4 decimals. */
  readonly quantity: string;
  /** Minor units of the budget's currency. */
  readonly unitCostMinor: bigint;
  readonly year: number;
  readonly funding: LineFunding;
  /** Code of an item of the activity. */
  readonly item: string | null;
};

/** A versioned, priced plan for one activity. */
export type Budget = {
  readonly programme: string;
  readonly activity: string;
  readonly version: number;
  readonly status: BudgetStatus;
  readonly approvedOn: IsoDate | null;
  readonly rateDate: IsoDate;
  readonly currency: Currency;
  /** A plain decimal: `"0.13"` is 13 %. */
  readonly pscRate: string;
  readonly lines: readonly BudgetLine[];
};

/**
 * Line total = round(quantity × unit cost), half-up.
 *
 * @returns Minor units of the budget's currency.
 * @source domain.md, section 3
 */
export function lineTotal(line: Pick<BudgetLine, 'quantity' | 'unitCostMinor'>): bigint {
  const quantity = parseDecimal(line.quantity);
  return roundHalfUp(quantity.numerator * line.unitCostMinor, quantity.denominator);
}

/**
 * Programme support cost on a year's direct cost = round(direct × rate), half-up. Never taken on PSC.
 *
 * @param directMinor Minor units.
 * @source domain.md, section 3
 */
export function supportCost(directMinor: bigint, pscRate: Rational): bigint {
  return roundHalfUp(directMinor * pscRate.numerator, pscRate.denominator);
}

/**
 * The direct cost that a stated gross amount carries = gross ÷ (1 + rate), half-up; the rest is PSC, so that
 * 100,000.00 at 13 % is 88,495.58 direct and 11,504.42 PSC.
 *
 * @source domain.md, section 3
 */
export function directFromGross(
  grossMinor: bigint,
  pscRate: Rational,
): { directMinor: bigint; pscMinor: bigint } {
  const directMinor = roundHalfUp(grossMinor * pscRate.denominator, pscRate.denominator + pscRate.numerator);
  return { directMinor, pscMinor: grossMinor - directMinor };
}

/** External direct cost and PSC of one year of a budget, minor units of the budget's currency. */
export type YearCost = { readonly year: number; readonly directMinor: bigint; readonly pscMinor: bigint };

/**
 * Direct cost and PSC by year over the external lines, years ascending. Totals are sums over these years.
 *
 * @source domain.md, section 3
 */
export function yearCosts(budget: Pick<Budget, 'lines' | 'pscRate'>): YearCost[] {
  const rate = parseDecimal(budget.pscRate);
  const direct = new Map<number, bigint>();
  for (const line of budget.lines) {
    if (line.funding !== 'external') continue;
    direct.set(line.year, (direct.get(line.year) ?? 0n) + lineTotal(line));
  }
  return [...direct]
    .sort(([a], [b]) => a - b)
    .map(([year, directMinor]) => ({ year, directMinor, pscMinor: supportCost(directMinor, rate) }));
}

/**
 * The version in force on a date: the one with the latest `approvedOn` on or before it, whether it is approved or
 * superseded today; null when no version was approved by then.
 *
 * @source domain.md, section 3
 */
export function budgetInForce<T extends Pick<Budget, 'status' | 'approvedOn'>>(
  versions: readonly T[],
  asOf: IsoDate,
): T | null {
  const approved = versions.filter(
    ({ status, approvedOn }) => status !== 'draft' && approvedOn !== null && approvedOn <= asOf,
  );
  approved.sort((a, b) => comparePlain(a.approvedOn as IsoDate, b.approvedOn as IsoDate));
  return approved.at(-1) ?? null;
}
