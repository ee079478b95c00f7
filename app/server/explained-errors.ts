import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * The same build, with loaders and actions that say no more than the request's id about what nobody has foreseen, and
 * write the rest to the log. None of them runs for a request that is refused.
 */
export function explainErrors(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      ...(loader && { loader: explained(id, loader as (args: Args) => unknown) }),
      ...(action && { action: explained(id, action as (args: Args) => unknown) }),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function explained(route: string, run: (args: Args) => unknown) {
  return async (args: Args) => {
    const { refusal, log, requestId } = args.context;
    if (refusal) throw new Response(refusal.words, { status: refusal.status });
    try {
      return await run(args);
    } catch (error) {
      if (isMeant(error) || args.request.signal.aborted) throw error;
      log.error({ err: error, route }, 'failed');
      throw Response.json({ requestId }, { status: 500 });
    }
  };
}

/** A redirect, or an answer in words: a loader throws it on purpose. */
function isMeant(error: unknown): boolean {
  if (error instanceof Response) return true;
  return (error as { type?: unknown } | null)?.type === 'DataWithResponseInit';
}
