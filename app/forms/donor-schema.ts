import { z } from 'zod';
import { DONOR_TYPES, type Donor } from '#app/domain/donor.ts';
import { rate } from './decimal-fields.ts';
import { code, currency, list, optional, title } from './fields.ts';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters (ISO 3166-1), such as "DE"');

const interestsSchema = z
  .strictObject({ themes: list(code), species: list(code) })
  .nullish()
  .transform((interests) => interests ?? { themes: [], species: [] });

export const donorSchema: z.ZodType<Donor> = z.strictObject({
  code,
  name: title,
  type: z.enum(DONOR_TYPES),
  country: optional(country),
  currency: optional(currency),
  pscCap: optional(rate),
  interests: interestsSchema,
});
