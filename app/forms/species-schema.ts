import { z } from 'zod';
import { SPECIES_STATUSES, type SpeciesProgramme } from '#app/domain/species.ts';
import { CROSS_CUTTING } from '#app/domain/species-split.ts';
import { code, list, optional, text, title } from './fields.ts';

export const speciesProgrammeSchema: z.ZodType<SpeciesProgramme> = z.strictObject({
  code: code.refine(
    (value) => value !== CROSS_CUTTING,
    `"${CROSS_CUTTING}" is kept for activities that name no species programme`,
  ),
  name: title,
  status: z.enum(SPECIES_STATUSES),
  taxa: list(z.strictObject({ scientificName: title, commonName: optional(text) })),
});
