import type { Logger } from 'pino';
import type { IdentityProvider } from '#app/accounts/identity-provider.ts';
import type { BackupSettings } from '#app/data/backup/backup-schedule.server.ts';
import type { Database } from '#app/data/database.server.ts';
import type { DatabaseLocation } from '#app/data/database-url.server.ts';
import type { Visitor } from '#app/domain/visitor.ts';
import type { Refusal } from './refusal.ts';

/** What a process has once: an open database, the secret of its cookies and its log. */
export type ServerContext = {
  readonly db: Database;
  readonly sessionSecret: string;
  /** Single sign-on; null where it is not set up. */
  readonly identityProvider: IdentityProvider | null;
  readonly backups: { readonly location: DatabaseLocation; readonly nightly: BackupSettings | null };
  readonly log: Logger;
};

/** What the server hands to every loader and action. */
export type LoadContext = ServerContext & {
  /** Who asks; {@link ServerContext.db} names them in the audit trail. */
  readonly visitor: Visitor;
  /** Whether somebody at this very machine asks, with nothing in between. */
  readonly isLocal: boolean;
  /** The visitor's IP address. */
  readonly address: string;
  /** Where people find the product, without a slash at the end. */
  readonly publicUrl: string;
  /** Names this request in the log, and to the person whom something did not work for. */
  readonly requestId: string;
  /** What a script has to show to run in the page that answers this request. */
  readonly nonce: string;
  /** Why nobody knows who asks: what went wrong while that was looked up. */
  readonly unrecognised: unknown;
  /** Why no loader and no action may run. */
  readonly refusal: Refusal | null;
};

declare module '@remix-run/node' {
  interface AppLoadContext extends LoadContext {}
}
