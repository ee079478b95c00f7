import { join } from 'node:path';
import { buildCommands } from './commands.ts';
import { buildPages } from './pages.ts';

// Ahead of the first start and the first command, which would do the same.
const root = join(import.meta.dirname, '..', '..');
await buildPages(root);
await buildCommands(root);
