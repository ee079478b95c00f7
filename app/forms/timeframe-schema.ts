import { z } from 'zod';
import type { Timeframe } from '#app/domain/timeframe.ts';
import { longText, optional, text, year } from './fields.ts';

const words = { printed: optional(text), note: optional(longText) };
const noYear = z.null({ error: 'only a timeframe of kind "years" has this key' }).optional();

export const timeframeSchema: z.ZodType<Timeframe> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('years'), startYear: year, endYear: year, ...words }),
  z
    .strictObject({
      kind: z.enum(['ongoing', 'annual', 'conditional', 'unspecified']),
      startYear: noYear,
      endYear: noYear,
      ...words,
    })
    .transform(({ kind, printed, note }) => ({ kind, printed, note })),
]);
