import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';

/**
 * Says which route an address belongs to, as `/activities/:code`. The log has this and not the address itself, which
 * may hold a name or the secret of a one-time link.
 */
export function routeNames({ routes }: ServerBuild): (path: string) => string {
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? `${pathOf(route.parentId)}/${route.path ?? ''}`.replaceAll(/\/+/g, '/') : '';
  };
  const patterns = Object.keys(routes).map((id) => ({ path: pathOf(id).replace(/(?<=.)\/$/, '') }));
  return (path) => {
    // Remix's own, for links that are about to be followed.
    if (path === '/__manifest') return path;
    const page = path.replace(/\.data$/, '').replace(/^\/_root$/, '/');
    return matchRoutes(patterns, page)?.[0]?.route.path ?? 'none';
  };
}
