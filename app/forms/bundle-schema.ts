import { z } from 'zod';
import { activitySchema } from './activity-schema.ts';
import { budgetSchema } from './budget-schema.ts';
import { donorSchema } from './donor-schema.ts';
import { currency, list } from './fields.ts';
import { pledgeSchema } from './pledge-schema.ts';
import { programmeSchema, themeSchema } from './programme-schema.ts';
import { prospectSchema } from './prospect-schema.ts';
import { exchangeRateSchema } from './rate-schema.ts';
import { speciesProgrammeSchema } from './species-schema.ts';

/** Every list of a bundle and what its records look like. */
export const RECORD_SCHEMAS = {
  exchangeRates: exchangeRateSchema,
  programmes: programmeSchema,
  themes: themeSchema,
  speciesProgrammes: speciesProgrammeSchema,
  activities: activitySchema,
  budgets: budgetSchema,
  donors: donorSchema,
  prospects: prospectSchema,
  pledges: pledgeSchema,
} as const;

const head = {
  format: z.literal('portfolio-bundle'),
  version: z.literal(1),
  baseCurrency: currency,
  demonstration: z
    .boolean()
    .nullish()
    .transform((flag) => flag ?? false),
};

const unread = list(z.unknown());

/** A bundle whose lists are not read yet: they are read record by record, so that all of them are looked at. */
export const bundleHeadSchema = z.strictObject({
  ...head,
  exchangeRates: unread,
  programmes: unread,
  themes: unread,
  speciesProgrammes: unread,
  activities: unread,
  budgets: unread,
  donors: unread,
  prospects: unread,
  pledges: unread,
} satisfies Record<keyof typeof RECORD_SCHEMAS, typeof unread> & typeof head);

/** The JSON Schema of a bundle: its shape. The rules between records are in docs/portfolio-bundle.md. */
export function bundleJsonSchema(): object {
  const lists = Object.entries(RECORD_SCHEMAS).map(([name, schema]) => [name, list(schema)]);
  const schema = z
    .strictObject({ ...head, ...(Object.fromEntries(lists) as z.ZodRawShape) })
    .meta({ title: 'Portfolio bundle', description: 'The version 1 file format of a Tributary portfolio.' });
  return z.toJSONSchema(schema, { io: 'input' });
}
