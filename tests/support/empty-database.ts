import type { Database } from '#app/data/database.server.ts';
import { RECORD_KINDS } from '#app/data/records/all-kinds.server.ts';

/** Takes every record out of a database, for the next of many small portfolios. */
export async function emptyDatabase(db: Database): Promise<void> {
  await db.transaction(async (transaction) => {
    for (const { table } of RECORD_KINDS.toReversed()) {
      await transaction.$executeRawUnsafe(`DELETE FROM "${table.name}"`);
    }
    await transaction.settings.deleteMany();
  });
}
