import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from '#app/cli/run.ts';
import type { Terminal } from '#app/cli/terminal.ts';
import { openDatabase } from '#app/data/database.server.ts';
import { isEmptyPortfolio } from '#app/data/portfolio.server.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { PROJECT } from '../support/project.ts';

/** Back to the start of the line, and empty it. */
const REDRAW = '\r\u001b[K';
const IMPORT = ['import', join(PROJECT, 'seeds/joint-work-programme.json')];

/** A terminal on which a person sees the progress line, and what they do then. */
function terminalFor(
  databaseUrl: string,
  { isTTY, onLine = () => {} }: { isTTY: boolean; onLine?: () => void },
) {
  const cancelling = new AbortController();
  const said = { stdout: '', stderr: '' };
  const stdout = new PassThrough().on('data', (text) => {
    said.stdout += text;
  });
  const stderr = Object.assign(new PassThrough(), { isTTY }).on('data', (text) => {
    said.stderr += text;
    onLine();
  });
  const terminal: Terminal = {
    env: { DATABASE_URL: databaseUrl },
    folder: PROJECT,
    stdin: Readable.from([]),
    stdout,
    stderr,
    signal: cancelling.signal,
  };
  return { terminal, said, cancelling };
}

describeOnBothDatabases('a long import', (_open, { createUrl }) => {
  test('draws its progress over one line of a terminal, and takes it away', async () => {
    const { terminal, said } = terminalFor(await createUrl('with tables'), { isTTY: true });
    expect(await run(IMPORT, terminal)).toBe(0);
    const lines = said.stderr.split(REDRAW);
    expect(lines[0]).toBe('');
    expect(lines[1]).toBe('checking the bundle');
    expect(lines[2]).toMatch(/^saving records: 0 of \d+ \(0 %\)$/);
    expect(lines.at(-1)).toBe('');
    expect(said.stderr).not.toContain('\n');
    expect(said.stdout).toMatch(/^imported: \d+ records added/);
  });

  test('says nothing of its progress to a log', async () => {
    const { terminal, said } = terminalFor(await createUrl('with tables'), { isTTY: false });
    expect(await run(IMPORT, terminal)).toBe(0);
    expect(said.stderr).toBe('');
  });

  test('saves nothing when it is cancelled while it is saving', async () => {
    const url = await createUrl('with tables');
    const { terminal, said, cancelling } = terminalFor(url, {
      isTTY: true,
      onLine: () => {
        if (said.stderr.includes('saving records: ')) cancelling.abort();
      },
    });
    expect(await run(IMPORT, terminal)).toBe(130);
    expect(said.stderr).toContain('portfolio: cancelled, nothing was saved\n');
    expect(said.stdout).toBe('');
    const db = await openDatabase(url);
    expect(await isEmptyPortfolio(db)).toBe(true);
    await db.close();
  });
});
