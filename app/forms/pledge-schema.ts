import { z } from 'zod';
import { UNEARMARKED } from '#app/domain/earmark.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import { amount, amountIn } from './decimal-fields.ts';
import { code, currency, date, list, longText, optional, year } from './fields.ts';

const earmarkSchema = z
  .strictObject({ activities: list(code), species: list(code), themes: list(code), years: list(year) })
  .nullish()
  .transform((earmark) => earmark ?? UNEARMARKED);

const statedSchema = z.strictObject({
  code,
  programme: code,
  donor: code,
  prospect: optional(code),
  date,
  committedOn: optional(date),
  cancelledOn: optional(date),
  currency,
  amount,
  earmark: earmarkSchema,
  allocations: list(z.strictObject({ activity: code, year: optional(year), amount })),
  instalments: list(z.strictObject({ due: date, amount })),
  receipts: list(z.strictObject({ date, amount })),
  writeOffs: list(z.strictObject({ date, amount, reason: optional(longText) })),
});

export const pledgeSchema: z.ZodType<Pledge> = statedSchema.transform((stated, context) => {
  const { amount, ...pledge } = stated;
  const minor = (value: string, ...path: (string | number)[]) =>
    amountIn(pledge.currency, value, context, [...path, 'amount']);
  return {
    ...pledge,
    amountMinor: minor(amount),
    allocations: pledge.allocations.map(({ activity, year, amount }, index) => ({
      activity,
      year,
      amountMinor: minor(amount, 'allocations', index),
    })),
    instalments: pledge.instalments.map(({ due, amount }, index) => ({
      due,
      amountMinor: minor(amount, 'instalments', index),
    })),
    receipts: pledge.receipts.map(({ date, amount }, index) => ({
      date,
      amountMinor: minor(amount, 'receipts', index),
    })),
    writeOffs: pledge.writeOffs.map(({ date, amount, reason }, index) => ({
      date,
      amountMinor: minor(amount, 'writeOffs', index),
      reason,
    })),
  };
});
