import type { Taxon } from '#app/domain/species.ts';

/** The animals that a species programme is for, by scientific name. */
export function TaxonList({ taxa }: { taxa: readonly Taxon[] }) {
  return (
    <ul className="inline-list quiet">
      {taxa.map(({ scientificName, commonName }) => (
        <li key={scientificName}>
          <i lang="la">{scientificName}</i>
          {commonName && ` (${commonName})`}
        </li>
      ))}
    </ul>
  );
}
