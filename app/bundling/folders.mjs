// Plain JavaScript: the command line asks this before anything that understands TypeScript is loaded.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = ['app', 'public', 'package.json', 'package-lock.json', 'vite.config.ts'];
const COMMANDS = [
  ...['app/bundling', 'app/cli', 'app/data', 'app/domain', 'app/figures', 'app/forms'],
  'package-lock.json',
];

/** Where the pages are that were built from the sources as they are now, or are to be. */
export function pagesFolder(root) {
  return join(root, 'build', `pages-${fingerprint(root, PAGES)}`);
}

/** The same for the command line. */
export function commandsFolder(root) {
  return join(root, 'build', `commands-${fingerprint(root, COMMANDS)}`);
}

/** Names a state of the sources: equal for equal content of the same files, whenever they were written. */
function fingerprint(root, sources) {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap((source) => filesOf(root, source))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(root, source) {
  if (!statSync(join(root, source)).isDirectory()) return [source];
  return readdirSync(join(root, source), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesOf(root, `${source}/${entry.name}`));
}
