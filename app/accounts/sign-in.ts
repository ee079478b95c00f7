import type { Person } from '#app/data/people.server.ts';
import { startSession } from '#app/data/sessions.server.ts';
import type { AccountContext } from './account-context.ts';
import { deviceName } from './device-name.ts';
import { sessionCookie } from './session-cookie.ts';

/**
 * Signs somebody in who has proved who they are: the one way to do so. The session that the request came with ends.
 *
 * @returns The Set-Cookie header of the answer.
 */
export async function signInAs(
  { db, visitor }: AccountContext,
  request: Request,
  person: Person,
): Promise<string> {
  if (person.isDisabled) throw new Error(`person ${person.id} may not sign in`);
  const token = await startSession(db, {
    personId: person.id,
    device: deviceName(request.headers.get('user-agent')),
    now: new Date(),
    replaces: visitor.kind === 'person' ? visitor.session : null,
  });
  return sessionCookie(request, token);
}
