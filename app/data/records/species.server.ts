import { comparePlain } from '#app/domain/order.ts';
import type { SpeciesStatus } from '#app/domain/species.ts';
import { defineKind, numbered } from '../record-kind.server.ts';
import { choice, defineTable, integer, optionalText, text } from '../table.server.ts';

const TAXA = defineTable('Taxon', ['speciesCode', 'position'], {
  speciesCode: text(),
  position: integer(),
  scientificName: text(),
  commonName: optionalText(),
});

export const SPECIES_PROGRAMMES = defineKind({
  list: 'speciesProgrammes',
  table: defineTable('SpeciesProgramme', ['code'], {
    code: text(),
    name: text(),
    status: choice<SpeciesStatus>(),
  }),
  parentKey: ['code'],
  children: {
    taxa: {
      table: TAXA,
      parentKey: ['speciesCode'],
      rowsOf: ({ code, taxa }) => numbered(taxa, (taxon) => ({ speciesCode: code, ...taxon })),
    },
  },
  rowOf: ({ code, name, status }) => ({ code, name, status }),
  recordOf: ({ code, name, status }, { taxa }) => ({
    code,
    name,
    status,
    taxa: taxa.map(({ scientificName, commonName }) => ({ scientificName, commonName })),
  }),
  compare: (a, b) => comparePlain(a.code, b.code),
});
