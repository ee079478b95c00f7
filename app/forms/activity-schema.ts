import { z } from 'zod';
import {
  ACTIVITY_FUNDINGS,
  ACTIVITY_STATUSES,
  type Activity,
  ITEM_FUNDINGS,
  PRIORITIES,
} from '#app/domain/activity.ts';
import { share } from './decimal-fields.ts';
import { code, list, longText, optional, text, title } from './fields.ts';
import { timeframeSchema } from './timeframe-schema.ts';

const speciesShareSchema = z
  .strictObject({ code, share })
  .transform(({ code, share }) => ({ code, shareMillionths: share }));

const itemSchema = z.strictObject({ code, title, funding: optional(z.enum(ITEM_FUNDINGS)) });

export const activitySchema: z.ZodType<Activity> = z.strictObject({
  programme: code,
  code,
  printedCode: optional(text),
  theme: code,
  section: optional(text),
  title,
  summary: optional(longText),
  species: list(speciesShareSchema),
  timeframe: optional(timeframeSchema),
  funding: z.enum(ACTIVITY_FUNDINGS),
  lead: optional(text),
  partners: list(text),
  priority: optional(z.enum(PRIORITIES)),
  status: z.enum(ACTIVITY_STATUSES),
  items: list(itemSchema),
});
