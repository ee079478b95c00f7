import type { Permission } from '#app/domain/permission.ts';

/** Who may use a route: everybody, whoever is signed in, those whose role allows something, or programs with a token. */
export type Access = Permission | 'anyone' | 'signed in' | 'token';

/** Reading is its loader, writing its action. */
export type RouteAccess = { readonly read: Access; readonly write?: Access };

/** Who may use which route. The server refuses to run a loader or an action of a route that is not in here. */
export const ROUTE_ACCESS: Readonly<Record<string, RouteAccess>> = {
  root: { read: 'anyone' },
  'routes/$': { read: 'anyone' },
  'routes/healthz': { read: 'anyone' },

  'routes/_index': { read: 'see figures' },
  'routes/activities._index': { read: 'see activities' },
  'routes/activities.$code': { read: 'see activities' },
  'routes/attention': { read: 'see what waits' },
  'routes/audit._index': { read: 'read the audit trail' },
  'routes/audit[.]csv': { read: 'read the audit trail' },
  'routes/history': { read: 'see the history of a record' },
  'routes/breakdown': { read: 'see figures' },
  'routes/programmes._index': { read: 'see figures' },
  'routes/programmes.$code': { read: 'see figures' },
  'routes/backups._index': { read: 'make backups' },
  'routes/backups.download': { read: 'make backups', write: 'make backups' },
  'routes/species._index': { read: 'see figures' },
  'routes/species.$code': { read: 'see figures' },
  'routes/themes._index': { read: 'see figures' },
  'routes/themes.$code': { read: 'see figures' },
  'routes/years.$year': { read: 'see figures' },
  'routes/tokens': { read: 'look after tokens', write: 'look after tokens' },

  'routes/api.v1.$': { read: 'token', write: 'token' },
  'routes/api.v1.forecast': { read: 'token', write: 'token' },
  'routes/api.v1.gap': { read: 'token', write: 'token' },

  // Accounts
  'routes/accept.$token': { read: 'anyone', write: 'anyone' },
  'routes/account._index': { read: 'signed in', write: 'signed in' },
  'routes/account.second-factor': { read: 'signed in', write: 'signed in' },
  'routes/people._index': { read: 'look after people' },
  'routes/people.$id': { read: 'look after people', write: 'look after people' },
  'routes/people.invite': { read: 'look after people', write: 'look after people' },
  'routes/setup': { read: 'anyone', write: 'anyone' },
  'routes/sign-in': { read: 'anyone', write: 'anyone' },
  'routes/sign-in_.code': { read: 'anyone', write: 'anyone' },
  'routes/sign-in_.provider': { read: 'anyone' },
  'routes/sign-in_.return': { read: 'anyone' },
  'routes/sign-out': { read: 'anyone', write: 'anyone' },
};
