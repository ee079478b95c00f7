import { listPortfolio } from '#app/data/portfolio.server.ts';
import { bundleChunks } from '#app/forms/bundle-text.ts';
import type { Command } from '../command.ts';
import { writeTarget } from '../files.ts';
import { startProgress } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

export const command: Command = {
  options: {},
  wordCount: 1,
  async run({ words: [file = ''] }, terminal) {
    const progress = startProgress(terminal);
    const portfolio = await withDatabase(terminal, (db) =>
      listPortfolio(db, (doneCount, totalCount) => {
        terminal.signal.throwIfAborted();
        progress.count('reading kinds of records', doneCount, totalCount);
      }),
    ).finally(progress.end);
    await writeTarget(file, bundleChunks(portfolio), terminal);
  },
};
