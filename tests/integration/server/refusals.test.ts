import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/project.ts';
import { type RunningServer, startServer } from '../../support/server.ts';

const MIB = 1024 * 1024;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ env: { DATABASE_URL: `file:${join(temporaryFolder(), 'tributary.db')}` } });
});
afterAll(() => server?.stop());

type Sent = { readonly headers?: Readonly<Record<string, string>>; readonly body?: RequestInit['body'] };

function post(path: string, { headers = {}, body = 'a=b' }: Sent): Promise<Response> {
  return fetch(new URL(path, server.url), { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
}

/** A body of unknown length, as a program sends it that makes it on the way. */
function stream(byteCount: number): ReadableStream<Uint8Array> {
  let left = byteCount;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      left -= 64 * 1024;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
}

describe('a request that could change something', () => {
  test('is refused with a page when another site sends it', async () => {
    const response = await post('/species', { headers: { origin: 'https://elsewhere.example' } });
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('came from another website');
  });

  test('is refused with a problem document at the API', async () => {
    const response = await post('/api/v1/gap', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 403, title: 'Forbidden' });
  });

  test('is refused in plain words where no page is', async () => {
    const response = await post('/healthz', { headers: { origin: 'https://elsewhere.example' } });
    expect(response.status).toBe(403);
    expect(await response.text()).toMatch(/^This request came from another website/);
  });

  test.each([
    ['from the same origin', () => ({ origin: server.url, 'sec-fetch-site': 'same-origin' })],
    ['by a program that says nothing of an origin', () => ({})],
  ])('reaches its page %s', async (_how, headers) => {
    expect((await post('/species', { headers: headers() })).status).toBe(405);
  });

  test('reaches the API with a token from anywhere', async () => {
    const headers = { origin: 'https://elsewhere.example', authorization: 'Bearer trib_unknown' };
    expect((await post('/api/v1/gap', { headers })).status).toBe(405);
  });

  test('is not made right by what only a proxy may say', async () => {
    const headers = { origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' };
    expect((await post('/species', { headers })).status).toBe(403);
  });
});

describe('a body', () => {
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' };

  test.each<[string, Sent]>([
    ['with its length', { body: new Uint8Array(MIB + 1) }],
    ['of a length that nobody knows', { body: stream(2 * MIB) }],
    ['with files', { body: new Uint8Array(32 * MIB + 1), headers: multipart }],
  ])('%s is refused where it is too large, and the server goes on', async (_what, sent) => {
    const page = await post('/species', sent);
    expect(page.status).toBe(413);
    expect(await page.text()).toMatch(/At most (1|32) MiB can be sent at once/);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('is refused with a problem document at the API', async () => {
    const response = await post('/api/v1/gap', { body: stream(2 * MIB) });
    expect(response.status).toBe(413);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 413, title: response.statusText });
  });

  test.each<[string, Sent]>([
    ['of 1 MiB', { body: new Uint8Array(MIB) }],
    ['of 2 MiB with files', { body: new Uint8Array(2 * MIB), headers: multipart }],
  ])('%s is taken', async (_what, sent) => {
    expect((await post('/species', sent)).status).toBe(405);
  });

  test('that claims to be too large is refused before it is sent', async () => {
    const head = `POST /species HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: ${10 ** 12}\r\n\r\n`;
    expect(await firstLine(server.url, head)).toBe('HTTP/1.1 413 Payload Too Large');
  });
});

function firstLine(url: string, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(head));
    socket.setEncoding('utf8').on('error', reject);
    socket.once('data', (text: string) => {
      socket.destroy();
      resolve(text.split('\r\n', 1)[0] ?? '');
    });
  });
}
