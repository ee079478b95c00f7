import { type ChangeCounts, importPortfolio } from '#app/data/portfolio.server.ts';
import { BUNDLE_LIMITS } from '#app/forms/bundle.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { type Command, CommandError } from '../command.ts';
import { readSource } from '../files.ts';
import { answer, startProgress } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

export const command: Command = {
  options: {},
  wordCount: 1,
  async run({ words: [file = ''] }, terminal) {
    const source = await readSource(file, BUNDLE_LIMITS.bytes, terminal);
    const progress = startProgress(terminal);
    const counts = await withDatabase(terminal, (db) =>
      importPortfolio(
        db,
        (current) => {
          terminal.signal.throwIfAborted();
          progress.step('checking the bundle');
          const prepared = prepareImport(source, current);
          if (prepared.ok) return prepared.portfolio;
          throw new CommandError(
            ...prepared.problems.map(({ path, message }) => `${path === '' ? file : path}: ${message}`),
            'nothing was imported',
          );
        },
        (doneCount, totalCount) => {
          terminal.signal.throwIfAborted();
          progress.count('saving records', doneCount, totalCount);
        },
      ),
    ).finally(progress.end);
    await answer(terminal, summary(counts));
  },
};

function summary(counts: ChangeCounts): string {
  const sum = (what: 'added' | 'changed' | 'unchanged') =>
    Object.values(counts).reduce((total, count) => total + count[what], 0);
  return `imported: ${sum('added')} records added, ${sum('changed')} changed, ${sum('unchanged')} unchanged`;
}
