import { z } from 'zod';
import { UNEARMARKED } from '#app/domain/earmark.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import { amount, amountIn, code, currency, date, list, longText, optional, year } from './fields.ts';

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

export const pledgeSchema: z.ZodType<Pledge> = statedSchema.transform(
  ({ amount, allocations, instalments, receipts, writeOffs, ...pledge }, context) => {
    const minor = (value: string, ...path: (string | number)[]) =>
      amountIn(pledge.currency, value, context, [...path, 'amount']);
    const each = <T extends { amount: string }>(name: string, elements: readonly T[]) =>
      elements.map(({ amount, ...element }, index) => ({
        ...element,
        amountMinor: minor(amount, name, index),
      }));
    return {
      ...pledge,
      amountMinor: minor(amount),
      allocations: each('allocations', allocations),
      instalments: each('instalments', instalments),
      receipts: each('receipts', receipts),
      writeOffs: each('writeOffs', writeOffs),
    };
  },
);
