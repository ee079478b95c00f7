import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { refuseForeign } from '#app/server/same-origin.ts';

type Headers = Readonly<Record<string, string>>;

function statusOf(method: string, url: string, headers: Headers): number | null {
  const request = { method, url, headers: { host: 'tributary.example', ...headers } };
  return refuseForeign(request as unknown as IncomingMessage)?.status ?? null;
}

const ANYWHERE: Headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };

describe('refuseForeign', () => {
  test.each<[string, Headers]>([
    ['from the same origin', { origin: 'https://tributary.example', 'sec-fetch-site': 'same-origin' }],
    ['with an origin of the same host alone', { origin: 'https://tributary.example' }],
    ['that a person has started without any page', { 'sec-fetch-site': 'none' }],
    ['of a program that is no browser', {}],
  ])('lets a POST pass %s', (_from, headers) => {
    expect(statusOf('POST', '/pledges', headers)).toBeNull();
  });

  test.each<[string, Headers]>([
    ['another site', ANYWHERE],
    ['another site, in a browser that sends no Sec-Fetch-Site', { origin: 'https://elsewhere.example' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
    ['a frame without an origin', { origin: 'null' }],
    ['another port', { origin: 'https://tributary.example:8443' }],
    ['a host that only begins alike', { origin: 'https://tributary.example.elsewhere.example' }],
    ['an origin that is none', { origin: 'tributary.example' }],
    ['another host that claims to be the same site', { ...ANYWHERE, 'sec-fetch-site': 'same-origin' }],
  ])('refuses a POST from %s', (_from, headers) => {
    expect(statusOf('POST', '/pledges', headers)).toBe(403);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'TRACE'])('refuses %s from another site, too', (method) => {
    expect(statusOf(method, '/pledges', ANYWHERE)).toBe(403);
  });

  test.each(['GET', 'HEAD', 'OPTIONS'])('lets every site read with %s', (method) => {
    expect(statusOf(method, '/pledges', ANYWHERE)).toBeNull();
  });

  test('lets a call of the API pass that carries a token, and nothing else that does', () => {
    const withToken = { ...ANYWHERE, authorization: 'Bearer trib_secret' };
    expect(statusOf('POST', '/api/v1/pledges', withToken)).toBeNull();
    expect(statusOf('POST', '/pledges', withToken)).toBe(403);
    expect(statusOf('POST', '/api/v1/pledges', ANYWHERE)).toBe(403);
    expect(statusOf('POST', '/api/v1/pledges', { ...ANYWHERE, authorization: 'Basic YTpi' })).toBe(403);
  });
});
