import { z } from 'zod';
import type { ExchangeRate } from '#app/domain/rates.ts';
import { unitsPerBase } from './decimal-fields.ts';
import { currency, date } from './fields.ts';

export const exchangeRateSchema: z.ZodType<ExchangeRate> = z.strictObject({
  currency,
  from: date,
  unitsPerBase,
});
