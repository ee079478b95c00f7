import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { begunSignOnCookie } from '#app/accounts/single-sign-on-attempt.ts';
import { SingleSignOnRefused } from '#app/components/single-sign-on-refused.tsx';
import { ownPath } from '#app/forms/own-path.ts';
import { refusedSignOn, requireIdentityProvider, returnAddress } from '#app/guards/single-sign-on.server.ts';

export const handle = { isEntrance: true };

export const meta: MetaFunction = () => [{ title: 'Not signed in · Tributary' }];

/**
 * Sends a browser to the provider. A link leads here, not a form: `form-action 'self'` would hold up the redirects that
 * follow, the provider's own to others included.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const provider = requireIdentityProvider(context);
  const next = ownPath(new URL(request.url).searchParams.get('next'));
  const site = request.headers.get('sec-fetch-site');
  // Another site may lead people to where they sign in, and not through it.
  if (site === 'cross-site' || site === 'same-site') {
    throw redirect(`/sign-in?${new URLSearchParams({ next })}`);
  }
  const begun = await provider.begin(returnAddress(context));
  if (begun.kind === 'refused') return refusedSignOn(begun, provider, context, { next });
  const attempt = { ...begun.attempt, next };
  throw redirect(begun.address, {
    headers: { 'Set-Cookie': begunSignOnCookie(request, context.sessionSecret, attempt, new Date()) },
  });
}

export default function ProviderPage() {
  return <SingleSignOnRefused {...useLoaderData<typeof loader>()} />;
}
