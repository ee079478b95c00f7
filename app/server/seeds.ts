import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#app/data/database.server.ts';
import { importPortfolio } from '#app/data/portfolio.server.ts';
import { findSettings } from '#app/data/settings.server.ts';
import { isEmptyPortfolio } from '#app/domain/portfolio-merge.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { StartError } from './start-error.ts';

const SEEDS = ['joint-work-programme.json', 'demonstration.json'];

/**
 * Puts the programme and the demonstration data into a database that nobody has put anything into, all or nothing.
 *
 * @throws {StartError} when a seed is not a right bundle.
 */
export async function seedNewDatabase(db: Database, root: string): Promise<void> {
  if ((await findSettings(db)).initialised) return;
  await importPortfolio(db, (current) => {
    // Another process was faster.
    if (!isEmptyPortfolio(current)) return current;
    return SEEDS.reduce((portfolio, name) => {
      const prepared = prepareImport(readFileSync(join(root, 'seeds', name)), portfolio);
      if (prepared.ok) return prepared.merged;
      const [first] = prepared.problems;
      throw new StartError(`seeds/${name} cannot be imported: ${first?.path}: ${first?.message}`);
    }, current);
  });
}
