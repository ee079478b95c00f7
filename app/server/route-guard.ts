import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { leastRoleFor, type Permission } from '#app/domain/permission.ts';
import { visitorMay } from '#app/domain/visitor.ts';
import { ROUTE_ACCESS } from '#app/guards/route-access.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * Lets a loader (`read`) or an action (`write`) of a route run for whoever may use it, and for nobody where the table
 * does not say who that is.
 *
 * @throws {Response} that leads to signing in, or says whom the page is for.
 */
export function requireAccess(route: string, use: 'read' | 'write', { request, context }: Args): void {
  const access = Object.hasOwn(ROUTE_ACCESS, route) ? ROUTE_ACCESS[route]?.[use] : undefined;
  if (access === undefined) throw new Error(`nobody has said who may ${use} ${route}`);
  // Programs show a token, which the API itself looks at.
  if (access === 'anyone' || access === 'token') return;
  const { visitor, unrecognised } = context;
  if (unrecognised !== null) throw unrecognised;
  if (visitor.kind === 'nobody') throw redirect(signInPath(request));
  if (access === 'signed in' || visitorMay(visitor, access)) return;
  throw new Response(
    `${use === 'read' ? 'This page' : 'This'} is for ${whoMay(access)}; ` +
      `you are signed in as ${visitor.name}, ${visitor.role}.`,
    { status: 403 },
  );
}

/** Signing in leads back to where somebody wanted to go. */
function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const wanted = pathname + search;
  return wanted === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: wanted })}`;
}

function whoMay(permission: Permission): string {
  const least = leastRoleFor(permission);
  return least === 'administrator' ? 'administrators' : `${least}s and above`;
}
