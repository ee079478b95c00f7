import type { Programme } from '#app/domain/programme.ts';
import type { Database } from './database.server.ts';

/** All programmes, by code. */
export function listProgrammes({ client }: Pick<Database, 'client'>): Promise<Programme[]> {
  return client.programme.findMany({
    select: { code: true, title: true, startYear: true, endYear: true },
    orderBy: { code: 'asc' },
  });
}
