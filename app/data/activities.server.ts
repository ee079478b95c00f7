import type { Activity } from '#app/domain/activity.ts';
import type { Database } from './database.server.ts';
import { ACTIVITIES } from './records/activities.server.ts';
import { listRecords } from './records.server.ts';

/** The activities of a programme, by code in natural order. */
export function listActivities(db: Database, programme: string): Promise<Activity[]> {
  return listRecords(db, ACTIVITIES, programme);
}

export async function findActivity(db: Database, programme: string, code: string): Promise<Activity | null> {
  const [activity] = await listRecords(db, ACTIVITIES, programme, code);
  return activity ?? null;
}
