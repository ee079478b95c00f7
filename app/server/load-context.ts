import type { Database } from '#app/data/database.server.ts';

/** What the server hands to every loader and action: one open database per process. */
export type LoadContext = {
  readonly db: Database;
  readonly sessionSecret: string;
};

declare module '@remix-run/node' {
  interface AppLoadContext extends LoadContext {}
}
