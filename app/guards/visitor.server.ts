import { redirect } from '@remix-run/node';
import type { Visitor } from '#app/domain/visitor.ts';

/** Who is signed in; a route that only they may use has somebody. */
export function requirePerson({
  visitor,
}: {
  readonly visitor: Visitor;
}): Extract<Visitor, { kind: 'person' }> {
  if (visitor.kind === 'person') return visitor;
  throw redirect('/sign-in');
}
