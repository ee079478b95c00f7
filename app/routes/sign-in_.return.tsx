import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { signInAs } from '#app/accounts/sign-in.ts';
import { admit } from '#app/accounts/single-sign-on.ts';
import { forgottenSignOnCookie, readBegunSignOn } from '#app/accounts/single-sign-on-attempt.ts';
import { SingleSignOnRefused } from '#app/components/single-sign-on-refused.tsx';
import { refusedSignOn, requireIdentityProvider, returnAddress } from '#app/guards/single-sign-on.server.ts';

export const handle = { isEntrance: true };

export const meta: MetaFunction = () => [{ title: 'Not signed in · Tributary' }];

const NOT_BEGUN = { kind: 'refused', refusal: 'over', detail: 'not begun by this browser' } as const;

/** Where the provider sends a browser back to. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const provider = requireIdentityProvider(context);
  const begun = readBegunSignOn(request, context.sessionSecret, new Date());
  const forgotten = forgottenSignOnCookie(request);
  const about = { next: begun?.next ?? '/', headers: { 'Set-Cookie': forgotten } };
  // The way back in the history of a browser, for example.
  if (!begun && context.visitor.kind === 'person') throw redirect('/');
  if (!begun) return refusedSignOn(NOT_BEGUN, provider, context, about);
  const answer = new URL(new URL(request.url).search, returnAddress(context));
  const identity = await provider.identify(answer, begun);
  if (identity.kind === 'refused') return refusedSignOn(identity, provider, context, about);
  const admission = await admit(context.db, identity);
  if (admission.kind === 'refused') return refusedSignOn(admission, provider, context, about);
  const signedIn = await signInAs(context, request, admission.person);
  throw redirect(begun.next, {
    headers: [
      ['Set-Cookie', forgotten],
      ['Set-Cookie', signedIn],
    ],
  });
}

export default function ReturnPage() {
  return <SingleSignOnRefused {...useLoaderData<typeof loader>()} />;
}
