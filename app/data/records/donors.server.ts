import type { DonorType } from '#app/domain/donor.ts';
import { comparePlain } from '#app/domain/order.ts';
import { defineKind, numbered } from '../record-kind.server.ts';
import { choice, defineTable, integer, optionalText, text } from '../table.server.ts';

const THEME_INTERESTS = defineTable('DonorThemeInterest', ['donorCode', 'position'], {
  donorCode: text(),
  position: integer(),
  themeCode: text(),
});

const SPECIES_INTERESTS = defineTable('DonorSpeciesInterest', ['donorCode', 'position'], {
  donorCode: text(),
  position: integer(),
  speciesCode: text(),
});

export const DONORS = defineKind({
  list: 'donors',
  table: defineTable('Donor', ['code'], {
    code: text(),
    name: text(),
    type: choice<DonorType>(),
    country: optionalText(),
    currency: optionalText(),
    pscCap: optionalText(),
  }),
  parentKey: ['code'],
  children: {
    themes: {
      table: THEME_INTERESTS,
      parentKey: ['donorCode'],
      rowsOf: ({ code, interests }) =>
        numbered(interests.themes, (themeCode) => ({ donorCode: code, themeCode })),
    },
    species: {
      table: SPECIES_INTERESTS,
      parentKey: ['donorCode'],
      rowsOf: ({ code, interests }) =>
        numbered(interests.species, (speciesCode) => ({ donorCode: code, speciesCode })),
    },
  },
  rowOf: ({ interests: _, ...donor }) => donor,
  recordOf: (donor, { themes, species }) => ({
    ...donor,
    interests: {
      themes: themes.map(({ themeCode }) => themeCode),
      species: species.map(({ speciesCode }) => speciesCode),
    },
  }),
  compare: (a, b) => comparePlain(a.code, b.code),
});
