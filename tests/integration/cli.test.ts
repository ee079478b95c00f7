import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findApiToken } from '#app/data/api-tokens.server.ts';
import { openDatabase } from '#app/data/database.server.ts';
import { listPortfolio } from '#app/data/portfolio.server.ts';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { forecast } from '#app/domain/forecast.ts';
import { forecastAnswer } from '#app/domain/forecast-answer.ts';
import { fundingGap, remainingNeeds } from '#app/domain/gap.ts';
import { gapAnswer } from '#app/domain/gap-answer.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import {
  PROJECT,
  portfolio,
  type RunOptions,
  runProgram,
  startProgram,
  temporaryFolder,
} from '../support/project.ts';

const PROGRAMME = join(PROJECT, 'seeds/joint-work-programme.json');
const DEMONSTRATION = join(PROJECT, 'seeds/demonstration.json');
const COMMAND = ['node', join(PROJECT, 'app/cli/launch.mjs')];

/** Runs a command as npm does, without waiting for npm. */
function run(databaseUrl: string, words: readonly string[], options: RunOptions = {}) {
  return runProgram([...COMMAND, ...words], {
    ...options,
    env: { DATABASE_URL: databaseUrl, ...options.env },
  });
}

async function seeded(databaseUrl: string): Promise<string> {
  for (const bundle of [PROGRAMME, DEMONSTRATION]) {
    const { status, stderr } = await run(databaseUrl, ['import', bundle]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
  return databaseUrl;
}

describeOnBothDatabases('the command line', (_open, { createUrl }) => {
  let url: string;
  beforeAll(async () => {
    url = await seeded(await createUrl('without tables'));
  });

  async function facts(asOf: string, currency: string) {
    const db = await openDatabase(url);
    try {
      return factsOfPortfolio(await listPortfolio(db), { programme: 'JWP-2012-2014', asOf, currency });
    } finally {
      await db.close();
    }
  }

  test('changes nothing when a bundle is imported again', async () => {
    const { status, stdout } = await run(url, ['import', DEMONSTRATION]);
    expect(stdout).toMatch(/^imported: 0 records added, 0 changed, [1-9]\d* unchanged\n$/);
    expect(status).toBe(0);
  });

  test('imports what it has exported into an empty database, and exports the same again', async () => {
    const file = join(temporaryFolder(), 'all.json');
    await run(url, ['export', file]);
    const other = await createUrl('without tables');
    expect((await run(other, ['import', file])).status).toBe(0);
    expect((await run(other, ['export', '-'])).stdout).toBe(readFileSync(file, 'utf8'));
  });

  test.each(['theme', 'species', 'activity', 'year'] as const)(
    'answers the gap by %s as the domain computes it',
    async (by) => {
      const words = ['gap', '--by', by, '--as-of', '2013-06-30', '--currency', 'EUR', '--json'];
      const { status, stdout, stderr } = await run(url, words);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout)).toEqual(gapAnswer(fundingGap(await facts('2013-06-30', 'EUR')), by));
    },
  );

  test('answers the forecast as the domain computes it', async () => {
    const { stdout } = await run(url, [
      'forecast',
      '--as-of',
      '2013-06-30',
      '--programme',
      'JWP-2012-2014',
      '--json',
    ]);
    const given = await facts('2013-06-30', 'USD');
    expect(JSON.parse(stdout)).toEqual(
      forecastAnswer(given, forecast(given, remainingNeeds(fundingGap(given)))),
    );
  });

  test('makes a token that is known from then on, and says it once', async () => {
    const { stdout } = await run(url, ['token', 'create', '--role', 'officer', '--name', 'Dashboard']);
    const db = await openDatabase(url);
    const found = await findApiToken(db, stdout.trim(), new Date());
    const entries = await db.client.auditEntry.findMany({ where: { kind: 'apiTokens' } });
    await db.close();
    expect(found).toMatchObject({ name: 'Dashboard', role: 'officer' });
    expect(entries.map(({ actorKind, action, key }) => [actorKind, action, key])).toEqual([
      ['command', 'added', String(found?.id)],
    ]);
  });

  test('makes no empty portfolio out of one that is not', async () => {
    const { status, stdout, stderr } = await run(url, ['init']);
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'portfolio: the portfolio is not empty: nothing was changed\n',
    });
  });

  test('makes an empty portfolio in a currency of one’s own, which takes a bundle in another', async () => {
    const empty = await createUrl('without tables');
    await run(empty, ['init', '--currency', 'EUR']);
    const { stdout } = await run(empty, ['export', '-']);
    expect(JSON.parse(stdout)).toMatchObject({ baseCurrency: 'EUR', programmes: [] });
    expect((await run(empty, ['import', PROGRAMME])).status).toBe(0);
    expect(JSON.parse((await run(empty, ['export', '-'])).stdout).baseCurrency).toBe('USD');
  });

  test('names every problem of a bundle with its path, a line each, and saves nothing of it', async () => {
    const before = (await run(url, ['export', '-'])).stdout;
    const bundle = JSON.parse(readFileSync(DEMONSTRATION, 'utf8'));
    bundle.pledges[0].amount = '-5';
    bundle.donors[1].type = 'aunt';
    bundle.surprise = true;
    const { status, stdout, stderr } = await run(url, ['import', '-'], { input: JSON.stringify(bundle) });
    expect(stdout).toBe('');
    expect(status).toBe(1);
    for (const path of ['pledges[0].amount', 'donors[1].type', 'surprise']) {
      expect(stderr).toMatch(new RegExp(`^portfolio: ${path.replaceAll(/[[\].]/g, '\\$&')}: .+$`, 'm'));
    }
    expect(stderr).toMatch(/nothing was imported\n$/);
    expect((await run(url, ['export', '-'])).stdout).toBe(before);
  });
});

describe('the command line', () => {
  let url: string;
  beforeAll(async () => {
    url = await seeded(`file:${join(temporaryFolder(), 'tributary.db')}`);
  });

  test('answers through npm with nothing but the answer on stdout', async () => {
    const { status, stdout } = await portfolio(['gap', '--by', 'theme', '--json'], {
      env: { DATABASE_URL: url },
    });
    expect(JSON.parse(stdout).rows.map(({ key }: { key: string }) => key)).toEqual(['A', 'B', 'C', 'D']);
    expect(status).toBe(0);
  });

  test('takes file names relative to the folder in which npm was called', async () => {
    const words = ['npm', '--prefix', PROJECT, 'run', '--silent', 'portfolio', '--', 'export', 'mine.json'];
    const folder = temporaryFolder();
    const { status, stderr } = await runProgram(words, { cwd: folder, env: { DATABASE_URL: url } });
    expect({ status, stderr: stderr.replace(/^npm warn.*\n/gm, '') }).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(folder)).toEqual(['mine.json']);
  });

  test('shows a table with numbers to the right, in thousands, and what a total lacks', async () => {
    const { stdout } = await run(url, ['gap', '--by', 'theme', '--as-of', '2013-06-30']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('JWP-2012-2014: funding gap by theme on 2013-06-30, in USD');
    const rows = lines.filter((line) => /^([ABCD]|Total)\b/.test(line));
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map((row) => row.trimEnd().length)).size).toBe(1);
    expect(stdout).toMatch(/\d,\d{3}\.\d\d\b/);
    expect(stdout).toContain('* requirement unknown, not in any figure: ');
  });

  test('shows a forecast as tables', async () => {
    const { stdout } = await run(url, ['forecast', '--as-of', '2013-06-30']);
    for (const word of ['Expected', 'P10', 'P50', 'P90', 'Percentiles: exact', 'Fully funded', 'Value']) {
      expect(stdout).toContain(word);
    }
  });

  test.each([[['--help']], [['help']], [['gap', '--help']], [['token', 'create', '-h']]])(
    'helps with %j on stdout',
    async (words) => {
      const { status, stdout, stderr } = await run(url, words);
      expect(stdout).toMatch(/^usage: npm run portfolio -- /);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    },
  );

  test.each([
    [[], 'say which command'],
    [['fly'], '"fly" is not a command'],
    [['token'], '"token" is not a command'],
    [['constructor'], '"constructor" is not a command'],
    [['gap'], '--by is missing'],
    [['gap', '--by', 'donor'], '--by "donor" is unknown: choose "theme", "species", "activity" or "year"'],
    [['gap', '--by', 'theme', '--programme', 'X'], '--programme "X" is unknown: choose "JWP-2012-2014"'],
    [['gap', '--by', 'theme', '--as-of', '2013-02-30'], '--as-of "2013-02-30" is not a date that exists'],
    [['gap', '--by', 'theme', '--currency', 'XXX'], '--currency "XXX" is unknown: choose '],
    [['gap', '--by'], "Option '--by <value>' argument missing"],
    [['gap', '--loud'], "Unknown option '--loud'"],
    [['gap', '--by', 'theme', 'extra'], '"extra" is one word too many'],
    [['import'], 'FILE is missing'],
    [['export'], 'FILE is missing'],
    [['export', 'a', 'b'], '"b" is one word too many'],
    [['init', '--currency', 'EURO'], '--currency "EURO" is not an ISO 4217 currency code'],
    [['token', 'create'], '--role is missing: choose one of viewer, officer, manager, administrator'],
    [['token', 'create', '--role', 'king'], '--role "king" is unknown'],
    [
      ['token', 'create', '--role', 'viewer', '--expires', 'soon'],
      '--expires "soon" is not a date that exists',
    ],
  ])('says how %j is to be asked, with status 2', async (words, complaint) => {
    const { status, stdout, stderr } = await run(url, words);
    expect(stderr).toContain(`portfolio: ${complaint}`);
    expect(stderr).toMatch(/usage: /);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('says which exchange rate a figure lacks', async () => {
    const bundle = JSON.parse(readFileSync(PROGRAMME, 'utf8'));
    bundle.exchangeRates = [{ currency: 'CHF', from: '2013-01-01', unitsPerBase: '0.92' }];
    const line = {
      category: 'travel',
      description: 'Workshop',
      unit: 'person',
      quantity: '1',
      unitCost: '9.00',
      year: 2012,
    };
    const version = { version: 1, status: 'approved', approvedOn: '2012-02-01', rateDate: '2012-02-01' };
    bundle.budgets = [{ activity: 'B8', ...version, currency: 'USD', pscRate: '0.13', lines: [line] }];
    const lacking = `file:${join(temporaryFolder(), 'tributary.db')}`;
    const imported = await run(lacking, ['import', '-'], { input: JSON.stringify(bundle) });
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    const { status, stderr } = await run(lacking, ['gap', '--by', 'theme', '--currency', 'CHF']);
    expect(stderr).toContain(
      'There is no exchange rate for CHF on 2012-02-01: the first one is from 2013-01-01',
    );
    expect(status).toBe(2);
  });

  test.each([
    ['import', '/no/such/file.json', 'cannot be read: there is no such file or folder'],
    ['import', PROJECT, 'cannot be read: it is a folder'],
    ['export', PROJECT, 'cannot be written: it is a folder'],
    ['export', '/no/such/file.json', 'cannot be written: there is no such file or folder'],
  ])('cannot %s %s, and says why with status 1', async (command, file, complaint) => {
    const { status, stdout, stderr } = await run(url, [command, file]);
    expect(stderr).toBe(`portfolio: ${file} ${complaint}\n`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  test.each([
    ['mysql://localhost/x', 'DATABASE_URL must start with file:'],
    ['postgresql://u:secret@127.0.0.1:1/x', 'cannot be used: nothing listens there'],
  ])('says in one line that %s is of no use', async (databaseUrl, complaint) => {
    const { status, stdout, stderr } = await run(databaseUrl, ['gap', '--by', 'theme']);
    expect(stderr).toContain(complaint);
    expect(stderr).not.toContain('secret');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  test('replaces a file when the new one is complete, and leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'all.json');
    writeFileSync(file, 'old');
    expect((await run(url, ['export', file])).status).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8')).format).toBe('portfolio-bundle');
    expect(readdirSync(folder)).toEqual(['all.json']);
  });

  test('writes to a device without replacing it', async () => {
    expect((await run(url, ['export', '/dev/null'])).status).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('takes it well when whoever reads the answer has seen enough', async () => {
    const script = `set -o pipefail; ${COMMAND.map((word) => `'${word}'`).join(' ')} export - | head -n 1`;
    const { status, stdout, stderr } = await runProgram(['bash', '-c', script], {
      env: { DATABASE_URL: url },
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '{\n', stderr: '' });
  });

  test('ends on Ctrl-C while it reads, with nothing saved', async () => {
    const empty = `file:${join(temporaryFolder(), 'tributary.db')}`;
    const pipe = join(temporaryFolder(), 'bundle');
    execFileSync('mkfifo', [pipe]);
    const { child, ended } = startProgram([...COMMAND, 'import', pipe], { env: { DATABASE_URL: empty } });
    // Opening ends when the command has opened the other end.
    const writer = await openFile(pipe, 'w');
    await writer.write('{"format": "portfolio-bundle", ');
    child.kill('SIGINT');
    const { status, stderr } = await ended;
    await writer.close();
    expect({ status, stderr }).toEqual({ status: 130, stderr: 'portfolio: cancelled, nothing was saved\n' });
    expect(JSON.parse((await run(empty, ['export', '-'])).stdout).programmes).toEqual([]);
  });

  test('leaves no half of a file when Ctrl-C ends an export', async () => {
    const pipe = join(temporaryFolder(), 'bundle');
    execFileSync('mkfifo', [pipe]);
    const { child, ended } = startProgram([...COMMAND, 'export', pipe], { env: { DATABASE_URL: url } });
    const reader = await openFile(pipe, 'r');
    const said = once(child.stderr as NodeJS.ReadableStream, 'data');
    child.kill('SIGINT');
    expect(String(await said)).toMatch('cancelled');
    // Nobody has read: the system gives a write to a full pipe back when its reader is gone, and not before.
    await reader.close();
    expect(await ended).toMatchObject({ status: 130, stdout: '' });
  });
});
