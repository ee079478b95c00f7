import { STATUS_CODES } from 'node:http';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { guardAnswer } from './answer-headers.ts';
import { answerPages } from './answer-pages.ts';
import type { ServerContext } from './load-context.ts';
import { noteLocal } from './local-request.ts';
import type { Pages } from './pages.ts';
import { logEntryOf, logRequests } from './request-log.ts';
import { believeProxyAlone, type TrustedProxies } from './trust-proxy.ts';

/** What stands around the server. */
export type Surroundings = {
  readonly trusted: TrustedProxies;
  /** Whether only this machine reaches it, and nothing is said to stand in front. */
  readonly isAlone: boolean;
  /** Where people find it, if not at the address that they ask. */
  readonly publicUrl: string | null;
};

/** The web server: files first, then pages; every route gets the open database from its load context. */
export function createApp(
  pages: Pages,
  { trusted, isAlone, publicUrl }: Surroundings,
  context: ServerContext,
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trusted);
  app.use(
    logRequests(context.log),
    noteLocal(isAlone),
    believeProxyAlone,
    guardAnswer,
    compression(),
    pages.files,
  );
  app.all('*', answerPages(pages, context, publicUrl));
  app.use(answerError);
  return app;
}

/**
 * The last resort, where no page can be made: what is wrong with the request in the words of HTTP. Express tells a
 * handler of errors from any other by its four parameters.
 */
const answerError: ErrorRequestHandler = (error, request, response, next) => {
  const { log, requestId } = logEntryOf(response);
  const status = typeof error?.status === 'number' ? error.status : 500;
  if (status >= 500 && !request.destroyed) log.error({ err: error }, 'failed');
  if (response.headersSent) return next(error);
  response.status(status).type('text/plain');
  response.send(
    `${STATUS_CODES[status] ?? 'Error'}. Request ${requestId}: the log of the server says more.\n`,
  );
};
