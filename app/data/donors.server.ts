import type { Database } from './database.server.ts';

/** The names of all donors, by code. */
export async function listDonorNames({ client }: Pick<Database, 'client'>): Promise<Map<string, string>> {
  const donors = await client.donor.findMany({ select: { code: true, name: true } });
  return new Map(donors.map(({ code, name }) => [code, name]));
}
