import { findApiToken } from '#app/data/api-tokens.server.ts';
import type { Database } from '#app/data/database.server.ts';
import { ROLES, type Role } from '#app/domain/role.ts';
import type { Answered } from '#app/figures/answer.server.ts';
import { NOT_KEPT, problem } from './problem.ts';

type Call = {
  readonly request: Request;
  readonly context: { readonly db: Database };
};

/** Answers a GET request of the API with JSON, for a token with at least a role. */
export async function answerCall<T>(
  { request, context: { db } }: Call,
  leastRole: Role,
  answer: (db: Database, parameters: URLSearchParams) => Promise<Answered<T>>,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod();
  const refusal = await guard(request, db, leastRole);
  if (refusal) return refusal;
  const answered = await answer(db, new URL(request.url).searchParams);
  if (answered.ok) return Response.json(answered.answer, { headers: NOT_KEPT });
  return problem(400, answered.problems.map(({ path, message }) => `${path} ${message}`).join('; '));
}

/** What the API says to any method but GET, where nothing else is offered. */
export function refuseMethod(): Response {
  return problem(405, 'Only GET is offered here.', { allow: 'GET, HEAD' });
}

async function guard(request: Request, db: Database, leastRole: Role): Promise<Response | null> {
  const shown = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (shown === undefined) {
    return problem(401, 'Send an API token as "Authorization: Bearer TOKEN".', {
      'www-authenticate': 'Bearer',
    });
  }
  const token = await findApiToken(db, shown, new Date());
  if (token === null) {
    const challenge = 'Bearer error="invalid_token"';
    return problem(401, 'The token is unknown, expired or revoked.', { 'www-authenticate': challenge });
  }
  if (ROLES.indexOf(token.role) >= ROLES.indexOf(leastRole)) return null;
  const challenge = 'Bearer error="insufficient_scope"';
  return problem(403, `This needs a token with the role ${leastRole} or more; this one is ${token.role}.`, {
    'www-authenticate': challenge,
  });
}
