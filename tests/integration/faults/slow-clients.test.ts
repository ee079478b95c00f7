import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { hangUpOnUnread } from '#app/server/slow-clients.ts';
import { sendResponse } from '#app/server/web-request.ts';
import { temporaryFolder } from '../../support/project.ts';
import { type RunningServer, startServer } from '../../support/server.ts';

/** A connection below HTTP, with everything that comes back as text. */
function connectTo(port: number): { socket: Socket; heard: () => string; closed: Promise<unknown> } {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => undefined);
  return { socket, heard: () => text, closed: once(socket, 'close') };
}

describe('a client that sends slowly', () => {
  let server: RunningServer;
  let port: number;
  beforeAll(async () => {
    const env = { DATABASE_URL: `file:${join(temporaryFolder(), 'tributary.db')}`, CLIENT_PATIENCE: '1' };
    server = await startServer({ env });
    port = Number(new URL(server.url).port);
  });
  afterAll(() => server?.stop());

  const expectOthersServed = async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  };

  test('and never ends the head of its request is sent away; others are served meanwhile', async () => {
    const slow = Array.from({ length: 50 }, () => connectTo(port));
    for (const { socket } of slow) socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: a');
    await expectOthersServed();
    await Promise.all(slow.map(({ closed }) => closed));
    for (const { heard } of slow) expect(heard()).toMatch(/^HTTP\/1\.1 408 /);
    await expectOthersServed();
  });

  test('and sends a form byte by byte is sent away before it is done; others are served meanwhile', async () => {
    const { socket, closed } = connectTo(port);
    socket.write(`POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 100000\r\n\r\n`);
    const drip = setInterval(() => socket.write('a'), 50);
    onTestFinished(() => clearInterval(drip));
    await expectOthersServed();
    await closed;
    expect(socket.bytesWritten).toBeLessThan(10_000);
    await expectOthersServed();
  });
});

const CHUNK = new Uint8Array(64 * 1024).fill(97);
const CHUNK_COUNT = 1_600;

describe('a client that reads slowly', () => {
  /** Answers with 100 MB that are made as they are asked for. */
  async function serveMuch(patienceMs: number) {
    const state = { madeCount: 0, isCancelled: false };
    const app = express();
    // What compression adds to a response.
    app.use((_request, response, next) => {
      response.flush = () => undefined;
      next();
    });
    app.get('/', (_request, response) => {
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (state.madeCount === CHUNK_COUNT) return controller.close();
          state.madeCount += 1;
          controller.enqueue(CHUNK);
        },
        cancel() {
          state.isCancelled = true;
        },
      });
      const length = String(CHUNK.length * CHUNK_COUNT);
      void sendResponse(response, new Response(body, { headers: { 'content-length': length } }));
    });
    const server = createServer(app);
    hangUpOnUnread(server, patienceMs);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return { state, port: (server.address() as AddressInfo).port };
  }

  function ask(port: number): Socket {
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n');
    return socket;
  }

  /** Waits until no more is made, and says how much that is. */
  async function whenItStalls(state: { readonly madeCount: number }): Promise<number> {
    let before = -1;
    const isStalled = () => {
      const isSame = state.madeCount > 0 && state.madeCount === before;
      before = state.madeCount;
      return isSame;
    };
    await expect.poll(isStalled, { interval: 300, timeout: 20_000 }).toBe(true);
    return before;
  }

  test('gets no more than it reads: an answer does not pile up in memory; in the end it has all', async () => {
    const { state, port } = await serveMuch(60_000);
    const socket = ask(port);
    // As much as the system keeps on the way, which is none of the server's memory.
    expect(await whenItStalls(state)).toBeLessThan(CHUNK_COUNT / 4);
    for (let byte = 0; byte < 100; byte++) {
      if (socket.read(1) === null) await once(socket, 'readable');
    }
    expect(state.madeCount).toBeLessThan(CHUNK_COUNT / 4);
    socket.resume();
    await once(socket, 'end');
    expect(state).toEqual({ madeCount: CHUNK_COUNT, isCancelled: false });
    expect(socket.bytesRead).toBeGreaterThan(CHUNK.length * CHUNK_COUNT);
  });

  test('and goes away ends the making of its answer', async () => {
    const { state, port } = await serveMuch(60_000);
    const socket = ask(port);
    await once(socket, 'readable');
    socket.destroy();
    await expect.poll(() => state.isCancelled, { timeout: 20_000 }).toBe(true);
    expect(state.madeCount).toBeLessThan(CHUNK_COUNT);
  });

  test('and does not read at all is hung up on', async () => {
    const { state, port } = await serveMuch(500);
    const socket = ask(port);
    await expect.poll(() => state.isCancelled, { timeout: 20_000 }).toBe(true);
    expect(state.madeCount).toBeLessThan(CHUNK_COUNT / 4);
    expect(socket.bytesRead).toBeLessThan(CHUNK.length * CHUNK_COUNT);
  });
});
