import { readFile } from 'node:fs/promises';
import { openDatabase } from '#app/data/database.server.ts';
import { importPortfolio } from '#app/data/portfolio.server.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { peakMegabytes, timed } from './clock.ts';

/** What an import of a bundle into a database without tables took. */
export type ImportTimes = {
  /** Opening the database, its tables made. */
  readonly openMs: number;
  /** Reading the file, its JSON, its values, and what its records say about each other. */
  readonly checkMs: number;
  /** All else that the import does. */
  readonly saveMs: number;
  readonly peakMegabytes: number;
};

export async function importBundle(databaseUrl: string, file: string): Promise<ImportTimes> {
  const opened = await timed(() => openDatabase(databaseUrl));
  const db = opened.value;
  try {
    const source = await timed(() => readFile(file));
    let checkMs = source.ms;
    const imported = await timed(() =>
      importPortfolio(db, (current) => {
        const start = performance.now();
        const prepared = prepareImport(source.value, current);
        if (!prepared.ok) throw new Error(`The bundle is refused: ${JSON.stringify(prepared.problems[0])}`);
        checkMs += performance.now() - start;
        return prepared.portfolio;
      }),
    );
    return {
      openMs: opened.ms,
      checkMs,
      saveMs: imported.ms + source.ms - checkMs,
      peakMegabytes: peakMegabytes(),
    };
  } finally {
    await db.close();
  }
}
