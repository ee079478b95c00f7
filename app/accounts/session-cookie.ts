import { LONGEST_SESSION_SECONDS } from '#app/data/sessions.server.ts';
import { forgetCookie, readCookie, writeCookie } from './cookie.ts';

/** What a browser shows of the session it is in. */
export function readSessionToken(request: Request): string | null {
  return readCookie(request, 'session');
}

export function sessionCookie(request: Request, token: string): string {
  return writeCookie(request, 'session', token, LONGEST_SESSION_SECONDS);
}

export function forgottenSessionCookie(request: Request): string {
  return forgetCookie(request, 'session');
}
