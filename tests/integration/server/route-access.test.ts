import { beforeAll, describe, expect, test } from 'vitest';
import { API_OPERATIONS } from '#app/api/operations.ts';
import { createApiToken } from '#app/data/api-tokens.server.ts';
import { openDatabase } from '#app/data/database.server.ts';
import { PERMISSIONS, type Permission, roleMay } from '#app/domain/permission.ts';
import { ROLES, type Role } from '#app/domain/role.ts';
import { type Access, ROUTE_ACCESS } from '#app/guards/route-access.ts';
import type { BuiltRoute } from '../../support/list-routes.ts';
import { runProgram, temporaryFolder } from '../../support/project.ts';
import { type RunningServer, startServer } from '../../support/server.ts';
import { personCookie } from '../../support/signed-in.ts';

const VISITORS = ['nobody', ...ROLES] as const;
type VisitorKind = (typeof VISITORS)[number];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What stands in an address for a part that varies: something of the seeds. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'routes/$': '/no-such-page',
  'routes/accept.$token': '/accept/no-such-link',
  'routes/activities.$code': '/activities/B8',
  'routes/api.v1.$': '/api/v1/no-such-thing',
  'routes/people.$id': '/people/1',
  'routes/programmes.$code': '/programmes/JWP-2012-2014',
  'routes/species.$code': '/species/sharks',
  'routes/themes.$code': '/themes/B',
  'routes/years.$year': '/years/2013',
};

/** What an address needs to be about something. */
const SEARCHES: Readonly<Record<string, string>> = {
  'routes/breakdown': '?figure=gap&by=total',
  'routes/history': '?kind=activities&key=JWP-2012-2014%2FB8',
};

/** What an address answers to somebody who may use it, where that is no page. */
const OTHER_ANSWERS: Readonly<Record<string, string>> = {
  'routes/backups.download': '302 /backups',
};

/** Uses of the routes that the table says nothing about. */
function withoutEntry(
  routes: readonly BuiltRoute[],
  table: Readonly<Record<string, { readonly read?: Access; readonly write?: Access }>>,
): string[] {
  return routes.flatMap(({ id, hasLoader, hasPage, hasAction }) => [
    ...((hasLoader || hasPage) && !table[id]?.read ? [`read ${id}`] : []),
    ...(hasAction && !table[id]?.write ? [`write ${id}`] : []),
  ]);
}

function may(visitor: VisitorKind, access: Access): boolean {
  if (access === 'anyone' || access === 'token') return true;
  if (visitor === 'nobody') return false;
  return access === 'signed in' || roleMay(visitor, access);
}

function addressOf({ id, path }: BuiltRoute): string {
  const address = EXAMPLES[id] ?? path;
  if (/[:*]/.test(address)) throw new Error(`EXAMPLES has no address for ${id}`);
  return address + (SEARCHES[id] ?? '');
}

describe('the table of who may do what', () => {
  const cookies: Partial<Record<VisitorKind, string>> = {};
  const tokens: Partial<Record<Role, string>> = {};
  let routes: BuiltRoute[];
  let server: RunningServer;

  beforeAll(async () => {
    const databaseUrl = `file:${temporaryFolder()}/tributary.db`;
    server = await startServer({ env: { DATABASE_URL: databaseUrl } });
    const listed = await runProgram(['node', '--import', 'tsx', 'tests/support/list-routes.ts']);
    routes = JSON.parse(listed.stdout);
    const db = await openDatabase(databaseUrl);
    for (const role of ROLES) {
      cookies[role] = await personCookie(databaseUrl, role);
      tokens[role] = await createApiToken(db, { role, name: null, expiresOn: null });
    }
    await db.close();
    return () => server.stop();
  });

  function ask(path: string, visitor: VisitorKind, init: RequestInit = {}): Promise<Response> {
    const cookie = cookies[visitor];
    const headers = cookie === undefined ? {} : { cookie };
    return fetch(server.url + path, {
      redirect: 'manual',
      ...init,
      headers: { ...headers, ...init.headers },
    });
  }

  test('has an entry for every route of the build, and none besides', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(withoutEntry(routes, ROUTE_ACCESS)).toEqual([]);
    const ids = new Set(routes.map(({ id }) => id));
    expect(Object.keys(ROUTE_ACCESS).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('is found wanting when a route without an entry is planted', () => {
    const page = { path: '/planted', hasPage: true, hasLoader: false, hasAction: false };
    const planted = [
      ...routes,
      { ...page, id: 'routes/planted' },
      { ...page, id: 'routes/_index', hasAction: true },
    ];
    expect(withoutEntry(planted, ROUTE_ACCESS)).toEqual(['read routes/planted', 'write routes/_index']);
  });

  test('asks for nothing that no role may do', () => {
    for (const { read, write } of Object.values(ROUTE_ACCESS)) {
      for (const access of [read, write]) {
        if (access === undefined || ['anyone', 'signed in', 'token'].includes(access)) continue;
        expect(PERMISSIONS).toContain(access);
      }
    }
  });

  test.each(VISITORS)('decides which pages and data are there for: %s', async (visitor) => {
    const expected: Record<string, unknown> = {};
    const found: Record<string, unknown> = {};
    for (const route of routes) {
      const access = ROUTE_ACCESS[route.id]?.read ?? 'anyone';
      if (route.id === 'root' || access === 'anyone' || access === 'token') continue;
      const address = addressOf(route);
      const response = await ask(address, visitor);
      const leadsTo = response.headers.get('location');
      found[route.id] = leadsTo === null ? response.status : `${response.status} ${leadsTo}`;
      if (may(visitor, access)) {
        expected[route.id] = OTHER_ANSWERS[route.id] ?? 200;
      } else if (visitor === 'nobody') {
        expected[route.id] = `302 ${signInFor(address)}`;
      } else {
        expected[route.id] = 403;
        const [path = '', search = ''] = address.split('?');
        const of = new URLSearchParams(search);
        of.set('_routes', route.id);
        const data = await ask(`${path === '/' ? '/_root' : path}.data?${of}`, visitor);
        expect(await data.text(), `the data of ${route.id}`).toContain('you are signed in as');
      }
    }
    expect(found).toEqual(expected);
  });

  test.each(VISITORS)('decides what is refused to change to: %s', async (visitor) => {
    for (const route of routes) {
      const access = ROUTE_ACCESS[route.id]?.write ?? ROUTE_ACCESS[route.id]?.read ?? 'anyone';
      if (access === 'token' || may(visitor, access)) continue;
      for (const method of METHODS.filter((each) => each !== 'GET')) {
        const { status, headers } = await ask(addressOf(route), visitor, { method });
        const isRefused = visitor === 'nobody' ? [302, 405] : [403, 405];
        expect(isRefused, `${method} ${route.id}: ${status}`).toContain(status);
        if (status === 302) expect(headers.get('location')).toMatch(/^\/sign-in/);
      }
    }
  });

  test('has an entry for every operation of the API, which decides what a token may do', async () => {
    const offered: Record<string, string[]> = {};
    for (const route of routes.filter(({ path }) => path.startsWith('/api/'))) {
      for (const method of METHODS) {
        const operation = `${method} ${route.path}`;
        const withToken = (role: Role) => {
          const search = '?by=theme';
          return ask(addressOf(route) + search, 'nobody', {
            method,
            headers: { authorization: `Bearer ${tokens[role]}` },
          });
        };
        const { status } = await withToken('administrator');
        if (status === 404 || status === 405) continue;
        const allowed: Role[] = [];
        for (const role of ROLES) {
          const answer = await withToken(role);
          if (answer.status !== 403) allowed.push(role);
          expect(answer.status, operation).not.toBe(401);
        }
        offered[operation] = allowed;
        for (const visitor of VISITORS) {
          expect((await ask(addressOf(route), visitor, { method })).status, operation).toBe(401);
        }
      }
    }
    const table: Readonly<Record<string, Permission>> = API_OPERATIONS;
    expect(offered).toEqual(
      Object.fromEntries(
        Object.entries(table).map(([operation, permission]) => [
          operation,
          ROLES.filter((role) => roleMay(role, permission)),
        ]),
      ),
    );
  });
});

function signInFor(address: string): string {
  return address === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: address })}`;
}
