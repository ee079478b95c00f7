import { ROLES, type Role } from '#app/domain/role.ts';
import { UsageError } from './command.ts';

/** @throws {UsageError} for what is no role. */
export function readRole(text: string | undefined): Role {
  const role = ROLES.find((each) => each === text);
  if (role !== undefined) return role;
  const stated = text === undefined ? 'is missing' : `"${text}" is unknown`;
  throw new UsageError(`--role ${stated}: choose one of ${ROLES.join(', ')}`);
}
