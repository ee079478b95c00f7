import { z } from 'zod';
import { SPECIES_STATUSES, type SpeciesProgramme } from '#app/domain/species.ts';
import { code, list, optional, text, title } from './fields.ts';

export const speciesProgrammeSchema: z.ZodType<SpeciesProgramme> = z.strictObject({
  code,
  name: title,
  status: z.enum(SPECIES_STATUSES),
  taxa: list(z.strictObject({ scientificName: title, commonName: optional(text) })),
});
