import { type AppLoadContext, data } from '@remix-run/node';
import type { IdentityProvider } from '#app/accounts/identity-provider.ts';
import type { RefusedSignOn, SingleSignOnRefusal } from '#app/domain/single-sign-on.ts';

const STATUS: Readonly<Record<SingleSignOnRefusal, number>> = {
  over: 400,
  'not ours': 400,
  cancelled: 403,
  'provider refuses': 502,
  'provider does not answer': 503,
  'no e-mail address': 403,
  'e-mail address not verified': 403,
  'not known here': 403,
  disabled: 403,
  'somebody else': 403,
};

/** Who signs people in for the product; there is no such page where nobody does. */
export function requireIdentityProvider({ identityProvider }: AppLoadContext): IdentityProvider {
  if (identityProvider) return identityProvider;
  throw new Response('Single sign-on is not set up here. Sign in with your password.', { status: 404 });
}

/** What a page says about a single sign-on that let nobody in; the log says why, without who it was. */
export function refusedSignOn(
  { refusal, detail }: RefusedSignOn,
  { name }: IdentityProvider,
  { log, requestId }: AppLoadContext,
  { next, headers = {} }: { next: string; headers?: Readonly<Record<string, string>> },
) {
  log.warn({ refusal, ...(detail !== null && { detail }) }, 'single sign-on refused');
  return data({ refusal, providerName: name, requestId, next }, { status: STATUS[refusal], headers });
}

/** Where the provider sends a browser back to: it has to know this very address. */
export function returnAddress({ publicUrl }: AppLoadContext): string {
  return `${publicUrl}/sign-in/return`;
}
