import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { problem } from '#app/api/problem.ts';
import { databaseTrouble } from '#app/data/database-trouble.server.ts';
import { requireAccess } from './route-guard.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;
/** @param trouble What is wrong around the database, where that is why. */
type Explain = (requestId: string, trouble: string | null) => Response;

/**
 * The same build, with loaders and actions that say no more than the request's id about what nobody has foreseen, and
 * write the rest to the log. None of them runs for a request that is refused, or for somebody whom it is not for.
 */
export function explainErrors(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, action, default: page } = route.module;
    const guarded = (run: unknown, use: 'read' | 'write') =>
      explain({ id, use, run: run as Run, words: page ? forPages : forPrograms });
    const module = {
      ...route.module,
      // A page without data of its own is not for everybody either.
      ...((loader ?? page) && { loader: guarded(loader ?? (() => null), 'read') }),
      ...(action && { action: guarded(action, 'write') }),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

type Run = (args: Args) => unknown;

type Guarded = {
  readonly id: string;
  readonly use: 'read' | 'write';
  readonly run: Run;
  readonly words: Explain;
};

function explain({ id, use, run, words }: Guarded): Run {
  return async (args) => {
    const { refusal, log, requestId } = args.context;
    if (refusal) throw new Response(refusal.words, { status: refusal.status });
    try {
      requireAccess(id, use, args);
      return await run(args);
    } catch (error) {
      if (isMeant(error) || args.request.signal.aborted) throw error;
      log.error({ err: error, route: id }, 'failed');
      throw words(requestId, databaseTrouble(error));
    }
  };
}

/** A redirect, or an answer in words: a loader throws it on purpose. */
function isMeant(error: unknown): boolean {
  if (error instanceof Response) return true;
  return (error as { type?: unknown } | null)?.type === 'DataWithResponseInit';
}

const LATER = { 'retry-after': '10' };

/** The error page knows what to say. */
const forPages: Explain = (requestId, trouble) =>
  trouble === null
    ? Response.json({ requestId }, { status: 500 })
    : new Response(`${trouble}.`, { status: 503, headers: LATER });

const forPrograms: Explain = (requestId, trouble) =>
  trouble === null
    ? problem(500, `The server failed to answer; its log says why, under the request ${requestId}.`)
    : problem(503, `${trouble}.`, LATER);
