import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';

const RENDER_LIMIT_MS = 10_000;

/** Streams a page to a browser; a crawler gets it in one piece. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  const waitsForAll = isbot(request.headers.get('user-agent'));
  return new Promise((resolve, reject) => {
    let answered = false;
    let failed = false;
    const respond = () => {
      answered = true;
      const body = new PassThrough();
      headers.set('content-type', 'text/html; charset=utf-8');
      resolve(
        new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }),
      );
      stream.pipe(body);
    };
    const stream = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      [waitsForAll ? 'onAllReady' : 'onShellReady']: respond,
      onShellError: reject,
      onError(error) {
        failed = true;
        // Before the shell, the rejection itself is logged.
        if (answered) console.error(error);
      },
    });
    setTimeout(() => stream.abort(), RENDER_LIMIT_MS).unref();
  });
}
