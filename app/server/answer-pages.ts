import { randomBytes } from 'node:crypto';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { problem } from '#app/api/problem.ts';
import { NOBODY, type Visitor } from '#app/domain/visitor.ts';
import { explainErrors } from './explained-errors.ts';
import type { LoadContext, ServerContext } from './load-context.ts';
import { isLocal } from './local-request.ts';
import type { Pages } from './pages.ts';
import { recognise, usedBy } from './recognise.ts';
import { receiveBody } from './request-body.ts';
import { logEntryOf } from './request-log.ts';
import { routeNames } from './route-name.ts';
import { refuseForeign } from './same-origin.ts';
import { sendResponse, toWebRequest } from './web-request.ts';

/** Answers with pages, their data and the API; what is refused gets a page or a problem document that says why. */
export function answerPages(
  { build }: Pages,
  context: ServerContext,
  publicUrl: string | null,
): RequestHandler {
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
      const webRequest = toWebRequest(request, response, asked);
      const known = await whoAsks(webRequest, { db: context.db, isLocal: isLocal(response), log });
      if (known.visitor.kind === 'person') entry.who = known.visitor.id;
      const about: LoadContext = {
        ...context,
        ...known,
        db: usedBy(context.db, known.visitor),
        isLocal: isLocal(response),
        address: request.ip ?? '',
        publicUrl: publicUrl ?? new URL(webRequest.url).origin,
        log,
        requestId,
        refusal,
        nonce: randomBytes(16).toString('base64'),
      };
      await sendResponse(response, await handle(webRequest, about));
    } catch (error) {
      next(error);
    }
  };
}

/** A database that does not answer is for the page to tell, not for what comes before it. */
async function whoAsks(
  request: Request,
  asked: Parameters<typeof recognise>[1],
): Promise<{ visitor: Visitor; unrecognised: unknown }> {
  try {
    return { visitor: await recognise(request, asked), unrecognised: null };
  } catch (error) {
    return { visitor: NOBODY, unrecognised: error };
  }
}

function prepare(build: ServerBuild) {
  return {
    handle: createRequestHandler(explainErrors(build), process.env.NODE_ENV),
    nameOf: routeNames(build),
  };
}
