import type { SpeciesProgramme } from '#app/domain/species.ts';
import type { Database } from './database.server.ts';
import { SPECIES_PROGRAMMES } from './records/species.server.ts';
import { listRecords } from './records.server.ts';

export async function findSpeciesProgramme(db: Database, code: string): Promise<SpeciesProgramme | null> {
  const [species] = await listRecords(db, SPECIES_PROGRAMMES, code);
  return species ?? null;
}
