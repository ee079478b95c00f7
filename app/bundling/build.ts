import { join } from 'node:path';
import { buildCommands } from './commands.ts';
import { buildPages } from './pages.ts';

const root = join(import.meta.dirname, '..', '..');
const ending = new AbortController();
process.once('SIGTERM', () => {
  ending.abort();
  process.exit(1);
});

await Promise.all([buildPages(root, ending.signal), buildCommands(root)]);
