import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MadeToken, NewToken } from '#app/components/new-token.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { TokenTable } from '#app/components/token-table.tsx';
import {
  createOnlyApiToken,
  type ListedApiToken,
  listApiTokens,
  revokeApiToken,
} from '#app/data/api-tokens.server.ts';
import { ROLES } from '#app/domain/role.ts';
import { readForm, refuseForm } from '#app/forms/form-reading.ts';
import { revocationSchema, tokenSchema } from '#app/forms/token-form.ts';
import { requirePerson } from '#app/guards/visitor.server.ts';

const TAKEN = 'A token that is good has this name already: choose another, or revoke that one first';

export const handle = { isAboutFigures: false };

export const meta: MetaFunction = () => [{ title: 'API tokens · Tributary' }];

/** The answer with a new token in it is for nobody's cache. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ context }: LoaderFunctionArgs) {
  const now = new Date();
  const tokens = (await listApiTokens(context.db, now)).map(shownToken);
  const { role } = requirePerson(context);
  return {
    good: tokens.filter(({ state }) => state === 'good'),
    over: tokens.filter(({ state }) => state !== 'good'),
    roles: ROLES.slice(0, ROLES.indexOf(role) + 1),
    today: dayOf(now),
    inOneYear: dayOf(new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), now.getUTCDate()))),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const now = new Date();
  if (form.has('revoke')) {
    const read = readForm(revocationSchema, form);
    if (!read.ok) throw new Response('There is no such token.', { status: 404 });
    await revokeApiToken(context.db, read.value.revoke, now);
    throw redirect('/tokens');
  }
  const read = readForm(tokenSchema(requirePerson(context).role, dayOf(now)), form);
  if (!read.ok) return data({ kind: 'refused' as const, ...read }, { status: 400 });
  const token = await createOnlyApiToken(context.db, read.value, now);
  if (token === null) {
    return data({ kind: 'refused' as const, ...refuseForm(form, { name: `${TAKEN}.` }) }, { status: 409 });
  }
  // Not by way of another address: a token is in no history, no log and no cookie.
  const made = { kind: 'made' as const, name: read.value.name, token };
  return data(made, { headers: { 'cache-control': 'no-store' } });
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

function shownToken({ createdAt, expiresAt, lastUsedAt, revokedAt, ...token }: ListedApiToken) {
  const text = (moment: Date | null) => moment?.toISOString() ?? null;
  return {
    ...token,
    createdAt: createdAt.toISOString(),
    expiresAt: text(expiresAt),
    lastUsedAt: text(lastUsedAt),
    revokedAt: text(revokedAt),
  };
}

export default function Tokens() {
  const { good, over, roles, today, inOneYear } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeading title="API tokens">
        <p className="quiet">Programs read figures from this portfolio with a token instead of a password.</p>
      </PageHeading>
      {answer?.kind === 'made' && <MadeToken name={answer.name} token={answer.token} />}
      <section className="section" aria-labelledby="good-tokens">
        <h2 id="good-tokens">In use</h2>
        {good.length > 0 ? (
          <TokenTable caption="Tokens in use" tokens={good} />
        ) : (
          <p className="quiet">No program has a token.</p>
        )}
        {over.length > 0 && (
          <details className="over">
            <summary>{over.length} expired or revoked</summary>
            <TokenTable caption="Expired and revoked tokens" tokens={over} />
          </details>
        )}
      </section>
      <NewToken
        key={answer?.kind === 'made' ? answer.token : 'new'}
        roles={roles}
        today={today}
        inOneYear={inOneYear}
        refused={answer?.kind === 'refused' ? answer : null}
      />
    </>
  );
}
