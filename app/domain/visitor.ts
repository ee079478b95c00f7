import { type Permission, roleMay } from './permission.ts';
import type { Role } from './role.ts';

/** Who asks for a page: somebody who is signed in, or nobody known. */
export type Visitor =
  | {
      readonly kind: 'person';
      readonly id: number;
      readonly name: string;
      readonly email: string;
      readonly role: Role;
      /** One of the people of the demonstration, who have no password and no account page. */
      readonly isDemonstration: boolean;
      /** The session that the request came with. */
      readonly session: number;
    }
  | { readonly kind: 'nobody' };

export const NOBODY: Visitor = { kind: 'nobody' };

/** Whether a visitor may do something; nobody may do nothing. */
export function visitorMay(visitor: Visitor, permission: Permission): boolean {
  return visitor.kind === 'person' && roleMay(visitor.role, permission);
}
