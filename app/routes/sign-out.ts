import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { forgottenSessionCookie } from '#app/accounts/session-cookie.ts';
import { endSession } from '#app/data/sessions.server.ts';

/** Nobody is signed out by following a link. */
export function loader(): never {
  throw redirect('/');
}

export async function action({ request, context: { db, visitor } }: ActionFunctionArgs) {
  if (visitor.kind === 'person') await endSession(db, visitor.session);
  return redirect('/sign-in', { headers: { 'set-cookie': forgottenSessionCookie(request) } });
}
