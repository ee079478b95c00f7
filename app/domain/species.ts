export const SPECIES_STATUSES = ['priority', 'candidate', 'other'] as const;
export type SpeciesStatus = (typeof SPECIES_STATUSES)[number];

export type Taxon = { readonly scientificName: string; readonly commonName: string | null };

/** What is done for one species or group of species, across all programmes. */
export type SpeciesProgramme = {
  readonly code: string;
  readonly name: string;
  readonly status: SpeciesStatus;
  readonly taxa: readonly Taxon[];
};
