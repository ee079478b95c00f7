import { z } from 'zod';
import type { Programme, Theme } from '#app/domain/programme.ts';
import { code, title, year } from './fields.ts';

export const programmeSchema: z.ZodType<Programme> = z.strictObject({
  code,
  title,
  startYear: year,
  endYear: year,
});

export const themeSchema: z.ZodType<Theme> = z.strictObject({ programme: code, code, title });
