import { connect } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiToken } from '#app/data/api-tokens.server.ts';
import { type Database, openDatabase } from '#app/data/database.server.ts';
import { listPortfolio } from '#app/data/portfolio.server.ts';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { forecast } from '#app/domain/forecast.ts';
import { forecastAnswer } from '#app/domain/forecast-answer.ts';
import { fundingGap, remainingNeeds } from '#app/domain/gap.ts';
import { gapAnswer } from '#app/domain/gap-answer.ts';
import type { Role } from '#app/domain/role.ts';
import { seenReport } from '#app/domain/shown-figures.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { PROJECT, runProgram } from '../support/project.ts';
import { type RunningServer, startServer } from '../support/server.ts';

describeOnBothDatabases('the HTTP API', (_open, { provider, createUrl }) => {
  let databaseUrl: string;
  let server: RunningServer;
  let db: Database;
  const tokens: Partial<Record<Role | 'expired', string>> = {};

  beforeAll(async () => {
    databaseUrl = await createUrl('without tables');
    server = await startServer({ env: { DATABASE_URL: databaseUrl } });
    db = await openDatabase(databaseUrl);
    const make = (role: Role, expiresOn: string | null) =>
      createApiToken(db, { role, name: null, expiresOn });
    tokens.viewer = await make('viewer', null);
    tokens.officer = await make('officer', null);
    tokens.manager = await make('manager', '2999-12-31');
    tokens.administrator = await make('administrator', null);
    tokens.expired = await make('administrator', '2013-06-30');
  });
  afterAll(async () => {
    await db?.close();
    await server?.stop();
  });

  function get(path: string, token?: string, init: RequestInit = {}): Promise<Response> {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return fetch(new URL(path, server.url), { ...init, headers });
  }

  async function expectProblem(response: Response, status: number, detail: RegExp): Promise<void> {
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const problem = await response.json();
    expect(problem).toEqual({
      type: 'about:blank',
      title: response.statusText,
      status,
      detail: problem.detail,
    });
    expect(problem.detail).toMatch(detail);
  }

  async function facts() {
    const query = { programme: 'JWP-2012-2014', asOf: '2013-06-30', currency: 'EUR' };
    return factsOfPortfolio(await listPortfolio(db), query);
  }

  test.each(['theme', 'species', 'activity', 'year'] as const)(
    'gives the gap by %s that the domain computes',
    async (by) => {
      const response = await get(
        `/api/v1/gap?by=${by}&programme=JWP-2012-2014&asOf=2013-06-30&currency=EUR`,
        tokens.officer,
      );
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      expect(await response.json()).toEqual(gapAnswer(fundingGap(await facts()), by));
    },
  );

  test.each(['theme', 'species', 'activity', 'year'] as const)(
    'gives a viewer the gap by %s without announced money and prospects',
    async (by) => {
      const path = `/api/v1/gap?by=${by}&asOf=2013-06-30&currency=EUR`;
      const answer = await (await get(path, tokens.viewer)).json();
      expect(answer).toEqual(gapAnswer(seenReport(await facts(), 'decided'), by));
      const hidden = { pledged: null, gapIfPledgesHold: null, surplus: null, weightedPipeline: null };
      for (const row of answer.rows) expect(row).toMatchObject(hidden);
      expect(answer.total).toMatchObject({ ...hidden, stalePipeline: null, ifPledgesHold: null });
      const { total } = await (await get(path, tokens.officer)).json();
      for (const [name, figure] of Object.entries(answer.total)) {
        if (figure !== null) expect(figure, name).toEqual(total[name]);
      }
    },
  );

  test('does not tell a viewer what is dated later than today', async () => {
    const path = '/api/v1/gap?by=theme&asOf=2999-12-31';
    await expectProblem(await get(path, tokens.viewer), 400, /asOf "2999-12-31" must not be after today/);
    expect((await get(path, tokens.officer)).status).toBe(200);
  });

  test('gives the same answer as the command line', async () => {
    const words = ['gap', '--by', 'species', '--as-of', '2013-06-30', '--json'];
    const command = ['node', `${PROJECT}/app/cli/launch.mjs`, ...words];
    const { stdout } = await runProgram(command, { env: { DATABASE_URL: databaseUrl } });
    const response = await get('/api/v1/gap?by=species&asOf=2013-06-30', tokens.officer);
    expect(await response.json()).toEqual(JSON.parse(stdout));
  });

  test.each(['manager', 'administrator'] as const)('gives the forecast to a %s', async (role) => {
    const response = await get('/api/v1/forecast?asOf=2013-06-30&currency=EUR', tokens[role]);
    expect(response.status).toBe(200);
    const given = await facts();
    const expected = forecastAnswer(given, forecast(given, remainingNeeds(fundingGap(given))));
    expect(await response.json()).toEqual(expected);
  });

  test.each(['viewer', 'officer'] as const)('keeps the forecast from a %s', async (role) => {
    await expectProblem(
      await get('/api/v1/forecast', tokens[role]),
      403,
      /needs a token with the role manager/,
    );
  });

  test.each(['/api/v1/gap?by=theme', '/api/v1/forecast'])('asks for a token at %s', async (path) => {
    const response = await get(path);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    await expectProblem(response, 401, /Authorization: Bearer TOKEN/);
  });

  test.each([
    ['of its own making', () => 'trib_unknown'],
    ['that has expired', () => tokens.expired],
  ])('does not take a token %s', async (_what, token) => {
    const response = await get('/api/v1/gap?by=theme', token());
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    await expectProblem(response, 401, /unknown, expired or revoked/);
  });

  test('does not take a token in the address, nor in another scheme', async () => {
    for (const name of ['token', 'access_token', 'api_key']) {
      await expectProblem(await get(`/api/v1/gap?by=theme&${name}=${tokens.viewer}`), 401, /Bearer/);
    }
    const headers = { authorization: `Basic ${tokens.viewer}` };
    await expectProblem(await fetch(`${server.url}/api/v1/gap?by=theme`, { headers }), 401, /Bearer/);
  });

  test.each([
    ['gap', /by is missing: choose "theme", "species", "activity" or "year"/],
    ['gap?by=donor', /by "donor" is unknown: choose "theme"/],
    ['gap?by=theme&by=year', /by is given more than once/],
    ['gap?by=theme&programme=X', /programme "X" is unknown: choose "JWP-2012-2014"/],
    ['gap?by=theme&currency=XXX', /currency "XXX" is unknown: choose .*"EUR"/],
    ['gap?by=theme&asOf=2013-02-30', /asOf "2013-02-30" is not a date that exists/],
    ['forecast?programme=X&asOf=soon', /programme "X" is unknown.*; asOf "soon" is not a date/],
  ])('says what is wrong with %s', async (path, detail) => {
    await expectProblem(await get(`/api/v1/${path}`, tokens.manager), 400, detail);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('offers no %s', async (method) => {
    const response = await get('/api/v1/gap?by=theme', tokens.administrator, { method });
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    await expectProblem(response, 405, /Only GET is offered/);
  });

  test('answers HEAD with the headers alone', async () => {
    const response = await get('/api/v1/gap?by=theme', tokens.viewer, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test.each(['/api/v1/nothing', '/api/v1/gap/B8'])('has nothing at %s', async (path) => {
    await expectProblem(await get(path, tokens.administrator), 404, /no such address/);
  });

  test('says without a token that it is well', async () => {
    const response = await get('/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  test('has the headers of a careful server', async () => {
    const { headers } = await get('/healthz');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test.each([
    ['TRACE / HTTP/1.1', /^HTTP\/1\.1 405 /],
    ['GET /%E0%A4%A HTTP/1.1', /^HTTP\/1\.1 400 /],
    ['GET /assets/%E0%A4%A HTTP/1.1', /^HTTP\/1\.1 404 /],
    ['POST /api/v1/gap HTTP/1.1', /^HTTP\/1\.1 405 /],
    ['GET /assets/../../package.json HTTP/1.1', /^HTTP\/1\.1 404 /],
  ])('answers "%s" without falling over', async (line, expected) => {
    expect(await sendRaw(server.url, `${line}\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`)).toMatch(
      expected,
    );
    expect((await get('/healthz')).status).toBe(200);
  });

  if (provider === 'postgresql') {
    test('says that it is not well while the database is gone, and is well again when it is back', async () => {
      const name = new URL(databaseUrl).pathname.slice(1);
      const admin = new pg.Client(new URL('/postgres', databaseUrl).href);
      await admin.connect();
      await db.close();
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
      const response = await get('/healthz');
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      await admin.end();
      expect(response.status).toBe(503);
      expect(await response.json()).toEqual({ status: 'the database does not answer' });
      expect((await get('/healthz')).status).toBe(200);
    });
  }
});

function sendRaw(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}
