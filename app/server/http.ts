import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { LoadContext } from './load-context.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

type Site = {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly context: LoadContext;
  /** What answers for the browser's files: a built folder, or the bundler's own server. */
  readonly files: RequestHandler;
};

/** The web server: files first, then pages; every route gets the open database from its load context. */
export function createApp({ build, context, files }: Site): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(guardEveryAnswer, compression(), files);
  app.all('*', createRequestHandler({ build, getLoadContext: () => context }));
  app.use(answerError);
  return app;
}

/** Files whose names carry their hash never change; the others are asked for again after an hour. */
export function builtFiles(root: string): RequestHandler {
  const client = join(root, 'build', 'client');
  const files = express.Router();
  files.use(
    '/assets',
    express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  files.use('/assets', (_request, response) => void response.sendStatus(404));
  files.use(express.static(client, { maxAge: '1h', index: false }));
  return files;
}

const guardEveryAnswer: RequestHandler = (request, response, next) => {
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

/** Express tells four parameters of an error handler from three of any other. */
const answerError: ErrorRequestHandler = (error, _request, response, next) => {
  const status = typeof error?.status === 'number' ? error.status : 500;
  if (status >= 500) console.error(error);
  if (response.headersSent) next(error);
  else response.sendStatus(status);
};
