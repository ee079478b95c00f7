import type { Logger } from 'pino';
import type { Database } from '#app/data/database.server.ts';
import type { Refusal } from './refusal.ts';

/** What a process has once: an open database, the secret of its cookies and its log. */
export type ServerContext = {
  readonly db: Database;
  readonly sessionSecret: string;
  readonly log: Logger;
};

/** What the server hands to every loader and action. */
export type LoadContext = ServerContext & {
  /** Names this request in the log, and to the person whom something did not work for. */
  readonly requestId: string;
  /** What a script has to show to run in the page that answers this request. */
  readonly nonce: string;
  /** Why no loader and no action may run. */
  readonly refusal: Refusal | null;
};

declare module '@remix-run/node' {
  interface AppLoadContext extends LoadContext {}
}
