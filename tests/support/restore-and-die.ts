// Restores a backup and kills itself, as if the machine had lost its power, when so many rows are written:
//   node --import tsx tests/support/restore-and-die.ts DATABASE_URL FILE ROWS
import { restoreDatabase } from '#app/data/backup/restore.server.ts';
import { parseDatabaseUrl } from '#app/data/database-url.server.ts';

const [databaseUrl = '', file = '', rowCount = ''] = process.argv.slice(2);

await restoreDatabase(parseDatabaseUrl(databaseUrl), file, {
  onProgress: (doneCount) => {
    if (doneCount >= Number(rowCount)) process.kill(process.pid, 'SIGKILL');
  },
});
