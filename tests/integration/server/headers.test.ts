import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/project.ts';
import { type RunningServer, startServer } from '../../support/server.ts';
import { demonstrationCookie } from '../../support/signed-in.ts';

const databaseUrl = () => `file:${join(temporaryFolder(), 'tributary.db')}`;

let server: RunningServer;
let cookie: string;
beforeAll(async () => {
  server = await startServer({ env: { DATABASE_URL: databaseUrl() } });
  cookie = await demonstrationCookie(server.url, 'manager');
});
afterAll(() => server?.stop());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(new URL(path, server.url), { headers: { cookie, ...headers } });

describe('every answer', () => {
  test.each([
    ['a page', '/', 200],
    ['the data of a page', '/activities.data', 200],
    ['a page that there is not', '/nowhere', 404],
    ['a file', '/favicon.svg', 200],
    ['a file that there is not', '/assets/nothing.js', 404],
    ['the API', '/api/v1/gap', 401],
    ['an address that cannot be read', '/%E0%A4%A', 400],
  ])('to a request for %s says what a browser must not do with it', async (_what, path, status) => {
    const { headers, status: given } = await get(path);
    expect(given).toBe(status);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test.each(['/', '/activities.data', '/api/v1/gap', '/nowhere'])('at %s is kept by nobody', async (path) => {
    expect((await get(path)).headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('the policy of a page', () => {
  async function nonces(path: string) {
    const response = await get(path);
    const policy = response.headers.get('content-security-policy') ?? '';
    const [, allowed] = /script-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    return { policy, allowed, scripts };
  }

  test.each(['/', '/activities/B1', '/nowhere'])(
    'lets the scripts of %s run by their nonce alone',
    async (path) => {
      const { policy, allowed, scripts } = await nonces(path);
      expect(scripts.length).toBeGreaterThan(2);
      for (const script of scripts) expect(script).toContain(` nonce="${allowed}"`);
      const directives = Object.fromEntries(
        policy.split('; ').map((directive) => [directive.split(' ', 1)[0], directive]),
      );
      expect(directives['script-src']).not.toContain('unsafe');
      expect(directives['style-src']).toBe("style-src 'self'");
      expect(directives['base-uri']).toBe("base-uri 'none'");
      expect(directives['form-action']).toBe("form-action 'self'");
    },
  );

  test('has another nonce for every answer', async () => {
    const seen = await Promise.all(Array.from({ length: 8 }, async () => (await nonces('/species')).allowed));
    expect(new Set(seen).size).toBe(8);
    for (const nonce of seen) expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });
});

describe('Strict-Transport-Security', () => {
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'tributary.example' };

  test('is not said over HTTP, nor because anybody says that this is HTTPS', async () => {
    expect((await get('/')).headers.get('strict-transport-security')).toBeNull();
    expect((await get('/', forwarded)).headers.get('strict-transport-security')).toBeNull();
  });

  test('is said behind a trusted proxy that speaks HTTPS', async () => {
    const behind = await startServer({ env: { DATABASE_URL: databaseUrl(), TRUST_PROXY: 'loopback' } });
    try {
      for (const path of ['/', '/api/v1/gap', '/favicon.svg']) {
        const { headers } = await fetch(behind.url + path, { headers: forwarded });
        expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000');
      }
      const plain = { ...forwarded, 'x-forwarded-proto': 'http' };
      const { headers } = await fetch(behind.url, { headers: plain });
      expect(headers.get('strict-transport-security')).toBeNull();

      // The origin of a form is that of the host which the browser knows.
      const post = (origin: string) =>
        fetch(`${behind.url}/species`, { method: 'POST', headers: { ...forwarded, origin }, body: 'a=b' });
      expect((await post('https://tributary.example')).status).toBe(405);
      expect((await post(behind.url)).status).toBe(403);
    } finally {
      await behind.stop();
    }
  });

  test('a wrong TRUST_PROXY is said in one line', async () => {
    const started = startServer({ env: { DATABASE_URL: databaseUrl(), TRUST_PROXY: 'everybody' } });
    await expect(started).rejects.toThrow(/: tributary: TRUST_PROXY must be .*, not "everybody"\n$/);
  });
});
