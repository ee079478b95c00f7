import type { Database } from '#app/data/database.server.ts';
import type { Visitor } from '#app/domain/visitor.ts';

/** What signing in and out needs of the server: part of what it hands to every loader and action. */
export type AccountContext = {
  readonly db: Database;
  readonly sessionSecret: string;
  readonly visitor: Visitor;
  /** The visitor's IP address. */
  readonly address: string;
};
