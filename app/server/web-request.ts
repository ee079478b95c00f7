import type { Request as ServerRequest, Response as ServerResponse } from 'express';

type Asked = { readonly method: string; readonly body: Uint8Array<ArrayBuffer> | null };

/**
 * A request in the shape of the web platform; it is aborted when nobody waits for its answer any more.
 *
 * @throws {HostError} when the address has a host that cannot be one.
 */
export function toWebRequest(
  request: ServerRequest,
  response: ServerResponse,
  { method, body }: Asked,
): Request {
  const address = `${request.protocol}://${request.get('host') ?? ''}${request.originalUrl}`;
  if (!URL.canParse(address)) throw Object.assign(new Error('no address'), { status: 400 });
  const aborting = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) aborting.abort();
  });
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  headers.set('host', request.get('host') ?? '');
  return new Request(address, { method, headers, body, signal: aborting.signal });
}

/** Sends an answer of the web platform; what it says of itself goes before what every answer says. */
export async function sendResponse(response: ServerResponse, answer: Response): Promise<void> {
  response.status(answer.status);
  if (answer.statusText) response.statusMessage = answer.statusText;
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') response.append(name, value);
    else response.set(name, value);
  }
  if (answer.body) await sendBody(answer.body, response);
  else response.end();
}

/** Goes as fast as the client reads, so that nothing piles up in memory, and no further where the client has gone. */
async function sendBody(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const reader = body.getReader();
  let goOn = () => {};
  response.on('drain', () => goOn());
  response.once('close', () => {
    goOn();
    reader.cancel().catch(() => undefined);
  });
  for (;;) {
    const { done, value } = await reader.read();
    if (done || response.destroyed) break;
    const mayGoOn = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const isTaken = response.write(value);
    // A page comes in parts, and compression would hold the first ones back.
    response.flush();
    if (!isTaken) await mayGoOn;
  }
  response.end();
}
