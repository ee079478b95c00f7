import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '#app/data/database.server.ts';
import { listPortfolio } from '#app/data/portfolio.server.ts';
import { type Environment, PROJECT, portfolio, runProgram, temporaryFolder } from '../support/project.ts';
import { copyProject } from '../support/project-copy.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const NPM_START = ['npm', 'start'];
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

const newFile = () => `file:${join(temporaryFolder(), 'tributary.db')}`;

async function statusOf(server: RunningServer, path: string): Promise<number> {
  return (await fetch(server.url + path)).status;
}

describe.each(isRoot ? (['root', 'an ordinary user'] as const) : (['an ordinary user'] as const))(
  'a first start by %s, in a path with spaces',
  (who) => {
    const uid = isRoot && who !== 'root' ? { uid: NOBODY } : {};
    let folder: string;
    let options: { cwd: string; env: Environment; uid?: number };

    beforeAll(() => {
      folder = copyProject(uid.uid);
      // Nothing from outside: the database and the secret are where a person finds them who has set nothing.
      options = { cwd: folder, env: { SESSION_SECRET: '', HOME: uid.uid ? folder : homedir() }, ...uid };
    });

    async function portfolioThere() {
      const db = await openDatabase('file:data/tributary.db', { folder });
      const portfolio = await listPortfolio(db);
      await db.close();
      return portfolio;
    }

    test('makes everything it needs, serves, and ends with 0 on SIGTERM through npm', {
      timeout: 240_000,
    }, async () => {
      const server = await startServer(options, NPM_START);
      expect(new URL(server.url).hostname).toBe('127.0.0.1');
      expect(await statusOf(server, '/')).toBe(200);
      expect(await statusOf(server, '/healthz')).toBe(200);
      const { status } = await server.stop('SIGTERM');
      expect(status).toBe(0);
      const { programmes, demonstration, pledges } = await portfolioThere();
      expect(programmes.map(({ code }) => code)).toEqual(['JWP-2012-2014']);
      expect(demonstration).toBe(true);
      expect(pledges.length).toBeGreaterThan(0);
      expect(statSync(join(folder, 'data/session-secret')).mode & 0o777).toBe(0o600);
    });

    test('starts a second time with the same secret, data and pages', async () => {
      const secret = readFileSync(join(folder, 'data/session-secret'), 'utf8');
      const builds = () =>
        readdirSync(join(folder, 'build')).map((name) => [
          name,
          statSync(join(folder, 'build', name)).mtimeMs,
        ]);
      const [before, buildsBefore] = [await portfolioThere(), builds()];
      const server = await startServer(options, NPM_START);
      expect(await statusOf(server, '/')).toBe(200);
      expect((await server.stop('SIGTERM')).status).toBe(0);
      expect(readFileSync(join(folder, 'data/session-secret'), 'utf8')).toBe(secret);
      expect(await portfolioThere()).toEqual(before);
      expect(builds()).toEqual(buildsBefore);
    });

    test('has a command line there, too', async () => {
      const { status, stdout, stderr } = await portfolio(['gap', '--by', 'theme', '--json'], options);
      expect({ status, stderr: stderr.replace(/^npm warn.*\n/gm, '') }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout).programme).toBe('JWP-2012-2014');
    });
  },
);

describe('a start', () => {
  const start = (env: Environment) =>
    runProgram(['node', '--import', 'tsx', 'app/server/start.ts'], {
      env: { SESSION_SECRET: '', PORT: '0', ...env },
    });

  test.each<[string, Environment, RegExp]>([
    ['a PORT that is none', { PORT: 'http' }, /PORT must be a whole number from 0 to 65535, not "http"/],
    ['a PORT too high', { PORT: '65536' }, /PORT must be/],
    ['a HOST that is none', { HOST: 'http://localhost' }, /HOST must be an IP address or a host name/],
    [
      'a HOST of another machine',
      { HOST: '192.0.2.1' },
      /HOST 192\.0\.2\.1 is not an address of this machine/,
    ],
    [
      'a SESSION_SECRET too short',
      { SESSION_SECRET: 'hush' },
      /SESSION_SECRET must hold at least 32 characters/,
    ],
    [
      'a DATABASE_URL of another kind',
      { DATABASE_URL: 'mysql://root:hush@localhost/x' },
      /DATABASE_URL must start with/,
    ],
    [
      'half a DATABASE_URL',
      { DATABASE_URL: 'postgresql://' },
      /DATABASE_URL is not a complete PostgreSQL URL/,
    ],
    [
      'a PostgreSQL that is not there',
      { DATABASE_URL: 'postgresql://u:hush@127.0.0.1:1/x' },
      /PostgreSQL at 127\.0\.0\.1:1, database "x" cannot be used: nothing listens there/,
    ],
    [
      'a folder that cannot be made',
      { DATABASE_URL: 'file:/proc/nowhere/tributary.db' },
      /folder of the database cannot be written/,
    ],
    [
      'a folder that is a file',
      { DATABASE_URL: `file:${PROJECT}/package.json/tributary.db` },
      /folder of the database cannot be written/,
    ],
    [
      'a database that is a text',
      { DATABASE_URL: `file:${PROJECT}/package.json` },
      /database file cannot be used/,
    ],
  ])('with %s ends with one clear line', async (_what, env, line) => {
    await expectOneLine(start({ SESSION_SECRET: 'x'.repeat(32), ...env }), line);
  });

  test('on a taken port ends with one clear line', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await expectOneLine(
      start({ PORT: String(port), DATABASE_URL: newFile() }),
      new RegExp(`port ${port} on 127\\.0\\.0\\.1 is taken by another program`),
    );
    await new Promise((resolve) => other.close(resolve));
  });

  test('with a data folder that cannot keep a secret ends with one clear line', async () => {
    const folder = copyProject();
    writeFileSync(join(folder, 'data'), 'not a folder');
    const options = { cwd: folder, env: { PORT: '0', DATABASE_URL: newFile() } };
    const started = runProgram(['node', '--import', 'tsx', 'app/server/start.ts'], options);
    await expectOneLine(started, /the data folder .* cannot keep a session secret/);
  });

  test('as a user who may not write the data folder ends with one clear line', async () => {
    const folder = copyProject(isRoot ? NOBODY : undefined);
    mkdirSync(join(folder, 'data'), { mode: 0o555 });
    const env = { PORT: '0', SESSION_SECRET: 'x'.repeat(32), HOME: folder };
    const options = { cwd: folder, env, ...(isRoot && { uid: NOBODY }) };
    const started = runProgram(['node', '--import', 'tsx', 'app/server/start.ts'], options);
    await expectOneLine(started, /The folder of the database cannot be written: .*\/data/);
  });

  async function expectOneLine(started: ReturnType<typeof runProgram>, line: RegExp): Promise<void> {
    const { status, stdout, stderr } = await started;
    expect(stderr).toMatch(line);
    expect(stderr).toMatch(/^tributary: [^\n]+\n$/);
    expect(stderr).not.toContain('hush@');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  }
});

describe('the files of a server', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ env: { DATABASE_URL: newFile() } });
  });
  afterAll(() => server?.stop());

  test('may be kept for ever when their names carry their hash', async () => {
    const page = await (await fetch(server.url)).text();
    const script = /\/assets\/[^"]+\.js/.exec(page)?.[0];
    const response = await fetch(server.url + script);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  test('are asked for again after an hour when they do not', async () => {
    const response = await fetch(`${server.url}/favicon.svg`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
  });

  test('do not include a script that an older build had', async () => {
    expect(await statusOf(server, '/assets/root-00000000.js')).toBe(404);
  });
});

describe('a server with a request in flight', () => {
  let databaseUrl: string;
  let admin: pg.Client;

  beforeAll(async () => {
    const name = `tributary_test_ending_${process.pid}`;
    admin = new pg.Client(inject('postgresqlUrl'));
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    databaseUrl = new URL(`/${name}`, inject('postgresqlUrl')).href;
  });
  afterAll(async () => {
    await admin.query(`DROP DATABASE ${new URL(databaseUrl).pathname.slice(1)} WITH (FORCE)`);
    await admin.end();
  });

  /** Asks for something that the database withholds until it is told to let go. */
  async function withholdAnswer(server: RunningServer) {
    const locker = new pg.Client(databaseUrl);
    await locker.connect();
    await locker.query('BEGIN; LOCK TABLE "Settings" IN ACCESS EXCLUSIVE MODE');
    const response = fetch(`${server.url}/healthz`);
    for (;;) {
      const { rows } = await admin.query('SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted');
      if (rows[0].waiting > 0) break;
    }
    return { response, letGo: () => locker.end() };
  }

  async function refusesConnections(server: RunningServer): Promise<void> {
    for (;;) {
      const isServed = await fetch(`${server.url}/favicon.svg`).then(
        () => true,
        () => false,
      );
      if (!isServed) return;
    }
  }

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes it on %s, takes no new one, and ends with 0',
    async (signal) => {
      const server = await startServer({ env: { DATABASE_URL: databaseUrl } });
      const { response, letGo } = await withholdAnswer(server);
      const ended = server.stop(signal);
      await refusesConnections(server);
      await letGo();
      expect((await response).status).toBe(200);
      expect(await ended).toMatchObject({ status: 0, stderr: '' });
    },
  );

  test('takes a Ctrl-C that the terminal and npm both pass on for one', async () => {
    const server = await startServer({ env: { DATABASE_URL: databaseUrl } });
    const { response, letGo } = await withholdAnswer(server);
    process.kill(server.pid, 'SIGINT');
    const ended = server.stop('SIGINT');
    await refusesConnections(server);
    await letGo();
    expect((await response).status).toBe(200);
    expect((await ended).status).toBe(0);
  });

  test('does not wait for a connection that a browser has opened and not used', async () => {
    const server = await startServer({ env: { DATABASE_URL: databaseUrl } });
    const unused = connect(Number(new URL(server.url).port), '127.0.0.1');
    await new Promise((resolve) => unused.once('connect', resolve));
    unused.on('error', () => undefined);
    expect((await server.stop()).status).toBe(0);
  });
});
