import { type ApiToken, findApiToken } from '#app/data/api-tokens.server.ts';
import { actingAs, type Database } from '#app/data/database.server.ts';
import { type Sight, sightOf } from '#app/domain/confidential.ts';
import { leastRoleFor, type Permission, roleMay } from '#app/domain/permission.ts';
import type { Answered } from '#app/figures/answer.server.ts';
import { NOT_KEPT, problem } from './problem.ts';

type Call = {
  readonly request: Request;
  readonly context: { readonly db: Database };
};

/** Answers with what a token may see; the audit trail names the token for what is changed through the database. */
type Answer<T> = (db: Database, parameters: URLSearchParams, sight: Sight) => Promise<Answered<T>>;

/** Answers a GET request of the API with JSON, for a token whose role allows it. */
export async function answerCall<T>(
  { request, context: { db } }: Call,
  permission: Permission,
  answer: Answer<T>,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod();
  const token = await findShownToken(request, db);
  if (token instanceof Response) return token;
  if (!roleMay(token.role, permission)) return refuseRole(token, permission);
  const acting = actingAs(db, { kind: 'token', id: token.id, name: token.name ?? `Token ${token.id}` });
  const answered = await answer(acting, new URL(request.url).searchParams, sightOf(token.role));
  if (answered.ok) return Response.json(answered.answer, { headers: NOT_KEPT });
  return problem(400, answered.problems.map(({ path, message }) => `${path} ${message}`).join('; '));
}

/** What the API says to any method but GET, where nothing else is offered. */
export function refuseMethod(): Response {
  return problem(405, 'Only GET is offered here.', { allow: 'GET, HEAD' });
}

async function findShownToken(request: Request, db: Database): Promise<ApiToken | Response> {
  const shown = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (shown === undefined) {
    return problem(401, 'Send an API token as "Authorization: Bearer TOKEN".', {
      'www-authenticate': 'Bearer',
    });
  }
  const token = await findApiToken(db, shown, new Date());
  if (token !== null) return token;
  const challenge = 'Bearer error="invalid_token"';
  return problem(401, 'The token is unknown, expired or revoked.', { 'www-authenticate': challenge });
}

function refuseRole({ role }: ApiToken, permission: Permission): Response {
  const least = leastRoleFor(permission);
  return problem(403, `This needs a token with the role ${least} or more; this one is ${role}.`, {
    'www-authenticate': 'Bearer error="insufficient_scope"',
  });
}
