import { z } from 'zod';
import { type Ask, PROSPECT_STAGES, type Prospect } from '#app/domain/prospect.ts';
import { amount, amountIn, probability } from './decimal-fields.ts';
import { code, currency, date, list, longText, optional } from './fields.ts';

/** An ask as a bundle states it: the programme may be left to the activity's code. */
type StatedAsk = Omit<Ask, 'programme'> & { readonly programme: string | null };
export type StatedProspect = Omit<Prospect, 'asks'> & { readonly asks: readonly StatedAsk[] };

const askSchema = z.strictObject({ programme: optional(code), activity: code, amount });

export const prospectSchema: z.ZodType<StatedProspect> = z
  .strictObject({
    code,
    donor: code,
    createdOn: date,
    stage: z.enum(PROSPECT_STAGES),
    currency,
    probability: optional(probability),
    decisionBy: optional(date),
    nextStep: optional(longText),
    asks: list(askSchema),
  })
  .transform(({ asks, ...prospect }, context) => ({
    ...prospect,
    asks: asks.map(({ amount, ...ask }, index) => ({
      ...ask,
      amountMinor: amountIn(prospect.currency, amount, context, ['asks', index, 'amount']),
    })),
  }));
