import { resolve } from 'node:path';
import { restoreDatabase } from '#app/data/backup/restore.server.ts';
import { type Command, UsageError } from '../command.ts';
import { answer, startProgress } from '../terminal.ts';
import { whoAsks, withLocation } from '../with-database.ts';

export const command: Command = {
  options: {},
  wordCount: 1,
  async run({ words: [file = ''] }, terminal) {
    if (file === '-') throw new UsageError('a restore needs a file, not standard input');
    const progress = startProgress(terminal);
    progress.step('checking the backup');
    const { rowCount, tableCount, madeAt } = await withLocation(terminal, (location) =>
      restoreDatabase(location, resolve(terminal.folder, file), {
        shownAs: file,
        actor: whoAsks(),
        signal: terminal.signal,
        onProgress: (doneCount, totalCount) => progress.count('restoring rows', doneCount, totalCount),
      }),
    ).finally(progress.end);
    await answer(terminal, `restored: ${rowCount} rows of ${tableCount} tables, as they were at ${madeAt}`);
  },
};
