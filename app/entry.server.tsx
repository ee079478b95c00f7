import { PassThrough } from 'node:stream';
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleDataRequestFunction,
  type HandleErrorFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { Nonce } from './components/nonce.tsx';
import { pagePolicy } from './server/page-policy.ts';

const RENDER_LIMIT_MS = 10_000;

/** Streams a page to a browser; a crawler gets it in one piece. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce, log }: AppLoadContext,
): Promise<Response> {
  const waitsForAll = isbot(request.headers.get('user-agent'));
  return new Promise((resolve, reject) => {
    let answered = false;
    let failed = false;
    const respond = () => {
      answered = true;
      const body = new PassThrough();
      headers.set('content-type', 'text/html; charset=utf-8');
      headers.set('content-security-policy', pagePolicy(nonce, process.env.NODE_ENV === 'development'));
      // What a page shows is for whoever asked for it, and not for the next one at the same machine.
      if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
      resolve(
        new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }),
      );
      stream.pipe(body);
    };
    const page = (
      <Nonce.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </Nonce.Provider>
    );
    const stream = renderToPipeableStream(page, {
      nonce,
      [waitsForAll ? 'onAllReady' : 'onShellReady']: respond,
      onShellError: reject,
      onError(error) {
        failed = true;
        // Before the shell, the rejection itself is logged.
        if (answered) log.error({ err: error }, 'failed');
      },
    });
    setTimeout(() => stream.abort(), RENDER_LIMIT_MS).unref();
  });
}

/** What goes wrong outside loaders and actions, most of all while a page is drawn. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // A page without an action, or another fault of the request: its answer says so.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.log.error({ err: error }, 'failed');
};

/** The data of a page are as private as the page. */
export const handleDataRequest: HandleDataRequestFunction = (response) => {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
};
