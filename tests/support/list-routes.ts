// Prints every route of the pages as they are built, as JSON:
//   node --import tsx tests/support/list-routes.ts
import type { ServerBuild } from '@remix-run/node';
import { builtPages } from '#app/server/pages.ts';

/** A route as the build has it. */
export type BuiltRoute = {
  readonly id: string;
  /** Its address from the root on, such as `/activities/:code`. */
  readonly path: string;
  readonly hasPage: boolean;
  readonly hasLoader: boolean;
  readonly hasAction: boolean;
};

const { build } = await builtPages(process.cwd(), new AbortController().signal);
process.stdout.write(JSON.stringify(routesOf(build as ServerBuild)));

function routesOf({ routes }: ServerBuild): BuiltRoute[] {
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? `${pathOf(route.parentId)}/${route.path ?? ''}` : '';
  };
  return Object.values(routes).map(({ id, module }) => ({
    id,
    path: pathOf(id)
      .replaceAll(/\/+/g, '/')
      .replace(/(?<=.)\/$/, ''),
    hasPage: module.default !== undefined,
    hasLoader: module.loader !== undefined,
    hasAction: module.action !== undefined,
  }));
}
