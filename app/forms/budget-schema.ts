import { z } from 'zod';
import { BUDGET_CATEGORIES, BUDGET_STATUSES, type Budget, LINE_FUNDINGS } from '#app/domain/budget.ts';
import { amount, amountIn, quantity, rate } from './decimal-fields.ts';
import { code, currency, date, list, longText, optional, text, wholeNumber, year } from './fields.ts';

/** A budget as a bundle states it: the programme may be left to the activity's code. */
export type StatedBudget = Omit<Budget, 'programme'> & { readonly programme: string | null };

const lineSchema = z.strictObject({
  category: z.enum(BUDGET_CATEGORIES),
  description: longText,
  unit: optional(text),
  quantity,
  unitCost: amount,
  year,
  funding: z
    .enum(LINE_FUNDINGS)
    .nullish()
    .transform((funding) => funding ?? 'external'),
  item: optional(code),
});

export const budgetSchema: z.ZodType<StatedBudget> = z
  .strictObject({
    programme: optional(code),
    activity: code,
    version: wholeNumber(1, 1_000_000, 1),
    status: z.enum(BUDGET_STATUSES),
    approvedOn: optional(date),
    rateDate: date,
    currency,
    pscRate: rate,
    lines: list(lineSchema),
  })
  .transform((budget, context) => ({
    ...budget,
    // Written out: with 200,000 lines, taking objects apart by rest is what takes longest.
    lines: budget.lines.map((line, index) => ({
      category: line.category,
      description: line.description,
      unit: line.unit,
      quantity: line.quantity,
      unitCostMinor: amountIn(budget.currency, line.unitCost, context, ['lines', index, 'unitCost']),
      year: line.year,
      funding: line.funding,
      item: line.item,
    })),
  }));
