import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#app/data/database.server.ts';
import { listPortfolio } from '#app/data/portfolio.server.ts';
import { PROJECT, runProgram, temporaryFolder } from '../../support/project.ts';

const WRITER = `node --import tsx '${join(PROJECT, 'tests/support/write-until-full.ts')}'`;
const PORTFOLIO = ['node', join(PROJECT, 'app/cli/launch.mjs')];
const FULL = 'The disk of the database is full or fails. Nothing was saved: make room, then try again';

/** Where a user may have disks of their own, the kernel says that one is full; elsewhere, that a file is too large. */
function canMount(): boolean {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

type Outcome = {
  readonly writtenCount: number;
  readonly failures: readonly string[];
  readonly listedWhileFull: number;
  readonly listedAfterwards: number;
};

describe('a full disk', () => {
  const expectClearFailures = async (command: readonly string[]) => {
    const { stdout, stderr } = await runProgram(command);
    expect(stderr).toBe('');
    const outcome: Outcome = JSON.parse(stdout);
    expect(outcome.writtenCount).toBeGreaterThan(0);
    expect(outcome).toEqual({
      writtenCount: outcome.writtenCount,
      failures: Array(4).fill(FULL),
      listedWhileFull: outcome.writtenCount,
      listedAfterwards: outcome.writtenCount + 1,
    });
    return outcome;
  };

  test('fails a write in clear words, keeps those before it, and is written again once there is room', async () => {
    const folder = temporaryFolder();
    const room = 'prlimit --pid $PPID --fsize=unlimited';
    const script = `ulimit -S -f 1024; exec ${WRITER} "file:$1/tributary.db" '${room}'`;
    const { listedAfterwards } = await expectClearFailures(['bash', '-c', script, 'bash', folder]);
    const db = await openDatabase(`file:${join(folder, 'tributary.db')}`);
    const { activities } = await listPortfolio(db);
    expect(activities.filter(({ code }) => code.startsWith('X'))).toHaveLength(listedAfterwards);
    await db.close();
  });

  if (canMount()) {
    test('does the same when it is a real one, of two megabytes', async () => {
      const folder = temporaryFolder();
      const script =
        'mount -t tmpfs -o size=2m tmpfs "$1" && head -c 200000 /dev/zero > "$1/ballast" && ' +
        `${WRITER} "file:$1/tributary.db" "rm '$1/ballast'"`;
      await expectClearFailures(['unshare', '-rm', 'bash', '-c', script, 'bash', folder]);
    });
  }

  test('leaves an export as it was before, and says why', async () => {
    const folder = temporaryFolder();
    const env = { DATABASE_URL: `file:${join(folder, 'tributary.db')}` };
    for (const name of ['joint-work-programme', 'demonstration']) {
      const importing = [...PORTFOLIO, 'import', join(PROJECT, `seeds/${name}.json`)];
      expect(await runProgram(importing, { env })).toMatchObject({ status: 0 });
    }
    const file = join(folder, 'portfolio.json');
    writeFileSync(file, 'the old one');
    const withLittleSpace = ['bash', '-c', 'ulimit -f 40; exec "$@"', 'bash', ...PORTFOLIO, 'export', file];
    const { status, stderr } = await runProgram(withLittleSpace, { env });
    expect(stderr).toBe(
      `portfolio: ${file} cannot be written: the file would be larger than it may be here\n`,
    );
    expect(status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('the old one');
    expect(readdirSync(folder).filter((name) => name.includes('portfolio'))).toEqual(['portfolio.json']);
  });
});
