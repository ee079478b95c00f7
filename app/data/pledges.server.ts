import type { Pledge } from '#app/domain/pledge.ts';
import type { Database } from './database.server.ts';
import { PLEDGES } from './records/pledges.server.ts';
import { listRecords } from './records.server.ts';

/** The pledges to a programme, by code. */
export function listPledges(db: Database, programme: string): Promise<Pledge[]> {
  return listRecords(db, PLEDGES, programme);
}
