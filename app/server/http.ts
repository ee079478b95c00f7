import { createRequestHandler } from '@remix-run/express';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { LoadContext } from './load-context.ts';
import type { Pages } from './pages.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The web server: files first, then pages; every route gets the open database from its load context. */
export function createApp({ build, files }: Pages, context: LoadContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(guardAnswer, compression(), files);
  app.all('*', createRequestHandler({ build, getLoadContext: () => context }));
  app.use(answerError);
  return app;
}

const guardAnswer: RequestHandler = (request, response, next) => {
  response.set({
    'content-security-policy':
      "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  if (METHODS.includes(request.method)) next();
  else response.set('allow', METHODS.join(', ')).sendStatus(405);
};

/** Express tells a handler of errors from any other by its four parameters. */
const answerError: ErrorRequestHandler = (error, _request, response, next) => {
  const status = typeof error?.status === 'number' ? error.status : 500;
  if (status >= 500) console.error(error);
  if (response.headersSent) next(error);
  else response.sendStatus(status);
};
