// Puts SQLite's driver in place: a ready-made binary where one can be downloaded, else one compiled here. Its own
// install script needs Node's headers from the network even where they lie beside Node; this one looks there first.
// Runs after every install, so it is plain JavaScript and does nothing while the driver works.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const manifest = createRequire(import.meta.url).resolve('better-sqlite3/package.json');
const ofDriver = createRequire(manifest);
const folder = path.dirname(manifest);
const nodeFolder = path.dirname(path.dirname(process.execPath));
const hasHeaders = existsSync(path.join(nodeFolder, 'include', 'node', 'node.h'));

if (!works()) {
  run(ofDriver.resolve('prebuild-install/bin.js'));
  if (!works()) compile();
}

function works() {
  const opening = 'new (require("better-sqlite3"))(":memory:").close()';
  return spawnSync(process.execPath, ['-e', opening], { cwd: folder }).status === 0;
}

function compile() {
  const headers = hasHeaders ? [`--nodedir=${nodeFolder}`] : [];
  // npm tells its scripts where its own node-gyp is.
  const { status, stderr } = run(process.env.npm_config_node_gyp, 'rebuild', '--release', ...headers);
  if (status === 0 && works()) return;
  console.error(
    `${stderr}\nSQLite's driver could not be compiled: it needs Python 3, make and a C++ compiler.`,
  );
  process.exit(1);
}

function run(script, ...parameters) {
  return spawnSync(process.execPath, [script, ...parameters], { cwd: folder, encoding: 'utf8' });
}
