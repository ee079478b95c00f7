import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT, runProgram, temporaryFolder } from '../support/project.ts';

const REPORTER = join(PROJECT, 'tests/support/closing-line.ts');
const PASSES = "test('holds', () => {});";
const FAILS = "test('breaks', () => { throw new Error('broken'); });";
const SKIPPED = "test.skip('waits', () => {});";
const BROKEN = "import './nowhere.ts';";
const BAD_HOOK = "beforeAll(() => { throw new Error('no database'); });";

/** Runs test files with the reporter, and gives back how that ended. */
async function runTests(files: readonly string[]) {
  const folder = temporaryFolder();
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  const config = { test: { globals: true, reporters: ['default', REPORTER], root: folder } };
  writeFileSync(join(folder, 'vitest.config.mjs'), `export default ${JSON.stringify(config)};`);
  for (const [at, text] of files.entries()) writeFileSync(join(folder, `case-${at}.test.js`), text);
  const { status, stdout } = await runProgram(['npx', 'vitest', 'run'], { cwd: folder });
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

test.each([
  ['tests that pass', [PASSES, PASSES + PASSES.replace('holds', 'holds too')], '3 passed, 0 failed', 0],
  ['a test that fails', [PASSES + FAILS], '1 passed, 1 failed', 1],
  ['a test that is skipped', [PASSES + SKIPPED], '1 passed, 0 failed, 1 skipped', 0],
  ['a file that cannot be loaded', [PASSES, BROKEN], '1 passed, 1 failed', 1],
  ['a hook that fails', [BAD_HOOK + PASSES, PASSES], '1 passed, 1 failed, 1 skipped', 1],
  ['nothing but skipped tests', [SKIPPED], '0 passed, 0 failed, 1 skipped', 1],
])('a run of %s ends with its totals', async (_what, files, lastLine, status) => {
  expect(await runTests(files)).toEqual({ status, lastLine });
});

test('a run without any test fails', async () => {
  expect((await runTests([])).status).not.toBe(0);
});
