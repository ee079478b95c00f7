import { randomBytes } from 'node:crypto';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { problem } from '#app/api/problem.ts';
import { explainErrors } from './explained-errors.ts';
import type { ServerContext } from './load-context.ts';
import type { Pages } from './pages.ts';
import { receiveBody } from './request-body.ts';
import { logEntryOf } from './request-log.ts';
import { routeNames } from './route-name.ts';
import { refuseForeign } from './same-origin.ts';
import { sendResponse, toWebRequest } from './web-request.ts';

/** Answers with pages, their data and the API; what is refused gets a page or a problem document that says why. */
export function answerPages({ build }: Pages, context: ServerContext): RequestHandler {
  const prepared = typeof build === 'function' ? null : prepare(build);
  return async (request, response, next) => {
    try {
      const { handle, nameOf } = prepared ?? prepare(typeof build === 'function' ? await build() : build);
      const entry = logEntryOf(response);
      entry.route = nameOf(request.path);
      const received = refuseForeign(request) ?? (await receiveBody(request));
      const refusal = 'words' in received ? received : null;
      if (refusal && request.path.startsWith('/api/')) {
        return await sendResponse(response, problem(refusal.status, refusal.words));
      }
      // Why a request is refused is something to read, at the address that it was sent to.
      const asked =
        'words' in received ? { method: 'GET', body: null } : { method: request.method, ...received };
      const { log, requestId } = entry;
      const about = { ...context, log, requestId, refusal, nonce: randomBytes(16).toString('base64') };
      await sendResponse(response, await handle(toWebRequest(request, response, asked), about));
    } catch (error) {
      next(error);
    }
  };
}

function prepare(build: ServerBuild) {
  return {
    handle: createRequestHandler(explainErrors(build), process.env.NODE_ENV),
    nameOf: routeNames(build),
  };
}
