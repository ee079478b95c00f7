import { resolve } from 'node:path';
import { backupDatabase } from '#app/data/backup/backup.server.ts';
import { type Command, UsageError } from '../command.ts';
import { answer, startProgress } from '../terminal.ts';
import { withLocation } from '../with-database.ts';

export const command: Command = {
  options: { force: { type: 'boolean' } },
  wordCount: 1,
  async run({ words: [file = ''], flags }, terminal) {
    if (file === '-') throw new UsageError('a backup needs a file, not standard output');
    const progress = startProgress(terminal);
    const { rowCount, tableCount } = await withLocation(terminal, (location) =>
      backupDatabase(location, resolve(terminal.folder, file), {
        shownAs: file,
        replacing: flags.has('force'),
        signal: terminal.signal,
        onProgress: (doneCount, totalCount) => progress.count('backing up rows', doneCount, totalCount),
      }),
    ).finally(progress.end);
    await answer(terminal, `backed up: ${rowCount} rows of ${tableCount} tables`);
  },
};
