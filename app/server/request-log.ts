import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Level, Logger } from 'pino';

/** What is known about a request while it is answered. */
export type LogEntry = {
  readonly requestId: string;
  readonly log: Logger;
  /** The pattern of its address; a file of the browser has none. */
  route: string | null;
  /** The person who is signed in, by number. */
  who: number | null;
};

/** Gives every request an id, which its answer carries, and writes one line about it when it has ended. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const requestId = randomBytes(6).toString('hex');
    const entry: LogEntry = { requestId, log: log.child({ requestId }), route: null, who: null };
    response.locals.entry = entry;
    response.set('x-request-id', requestId);
    response.once('close', () => {
      const { route, who } = entry;
      const { statusCode: status, writableFinished } = response;
      entry.log[levelOf(route, status)](
        {
          method: request.method,
          route: route ?? 'file',
          status,
          ...(who !== null && { who }),
          ms: Math.round((performance.now() - startedAt) * 10) / 10,
          ...(!writableFinished && { brokenOff: true }),
        },
        'request',
      );
    });
    next();
  };
}

export function logEntryOf(response: Response): LogEntry {
  return response.locals.entry;
}

/** Files, and the checks of whoever watches over the server, are only worth a line when they fail. */
function levelOf(route: string | null, status: number): Level {
  if (status >= 500) return 'error';
  return route === null || route === '/healthz' ? 'debug' : 'info';
}
