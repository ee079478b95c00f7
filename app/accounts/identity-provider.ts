import * as openid from 'openid-client';
import type { RefusedSignOn, Subject } from '#app/domain/single-sign-on.ts';
import { explainFailure, IdentityProviderError } from './identity-provider-error.ts';

export type IdentityProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it, for the button: "Sign in with …". */
  readonly name: string;
};

/** What one sign-in began with; its answer has to fit. */
export type SignOnAttempt = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type EmailAddress = { readonly kind: 'e-mail'; readonly text: string; readonly isVerified: boolean };

export type Identity = Subject & {
  readonly kind: 'identity';
  /** The person's e-mail address, which some providers only say when they are asked again. */
  readonly findEmail: () => Promise<EmailAddress | RefusedSignOn>;
};

export type Begun = { readonly kind: 'begun'; readonly address: string; readonly attempt: SignOnAttempt };

/** Who signs people in instead of the product, by OpenID Connect. What goes wrong with it is not thrown but said. */
export type IdentityProvider = {
  readonly name: string;
  /** Where to send a browser, which comes back to `returnAddress`. */
  readonly begin: (returnAddress: string) => Promise<Begun | RefusedSignOn>;
  /** Whom the provider names, at the address that a browser came back to. */
  readonly identify: (answer: URL, attempt: SignOnAttempt) => Promise<Identity | RefusedSignOn>;
};

const TIME_LIMIT_SECONDS = 10;
/** Only what it takes to find the person. */
const SCOPE = 'openid email';

/** A provider that nobody has asked yet: it is looked up at the first sign-in, and again while that fails. */
export function openIdentityProvider(
  settings: IdentityProviderSettings,
  timeLimitSeconds = TIME_LIMIT_SECONDS,
): IdentityProvider {
  const lookUp = onceItWorks(() => discover(settings, timeLimitSeconds));
  return {
    name: settings.name,
    begin: (returnAddress) => orRefused(async () => begin(await lookUp(), returnAddress)),
    identify: (answer, attempt) => orRefused(async () => identify(await lookUp(), answer, attempt)),
  };
}

async function begin(configuration: openid.Configuration, returnAddress: string): Promise<Begun> {
  const attempt = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
  };
  const address = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress,
    scope: SCOPE,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  });
  return { kind: 'begun', address: address.href, attempt };
}

async function identify(
  configuration: openid.Configuration,
  answer: URL,
  { state, nonce, verifier }: SignOnAttempt,
): Promise<Identity> {
  const expected = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
  const tokens = await openid
    .authorizationCodeGrant(configuration, answer, { ...expected, idTokenExpected: true })
    .catch(explainFailure);
  const claims = tokens.claims();
  if (!claims) throw new IdentityProviderError('not ours', 'no ID token');
  const askAgain = () =>
    openid.fetchUserInfo(configuration, tokens.access_token, claims.sub).catch(explainFailure);
  const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
  return {
    kind: 'identity',
    issuer: claims.iss,
    subject: claims.sub,
    findEmail: () => orRefused(async () => emailIn(saysAll(claims) || !hasMore ? claims : await askAgain())),
  };
}

/** What a provider says about itself, which has to be the very one that was configured: no template for many. */
async function discover(
  { issuer, clientId, clientSecret }: IdentityProviderSettings,
  timeout: number,
): Promise<openid.Configuration> {
  const insecure = issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
  const configuration = await openid
    .discovery(new URL(issuer), clientId, clientSecret, authentication(clientSecret), {
      timeout,
      execute: [openid.enableNonRepudiationChecks, ...insecure],
    })
    .catch((error: unknown) => explainFailure(error, 'provider does not answer'));
  const said = configuration.serverMetadata().issuer;
  if (URL.canParse(said) && new URL(said).href === new URL(issuer).href) return configuration;
  throw new IdentityProviderError('provider does not answer', 'it calls itself by another name');
}

/** The secret goes into the body where it may: not every provider decodes it as a password in a header. */
function authentication(secret: string): openid.ClientAuth {
  const inBody = openid.ClientSecretPost(secret);
  const inHeader = openid.ClientSecretBasic(secret);
  return (server, client, body, headers) => {
    // The standard's default, where a provider does not say.
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    (methods.includes('client_secret_post') ? inBody : inHeader)(server, client, body, headers);
  };
}

type Claims = Readonly<Record<string, unknown>>;

function saysAll({ email, email_verified, xms_edov }: Claims): boolean {
  return typeof email === 'string' && (email_verified !== undefined || xms_edov !== undefined);
}

function emailIn(claims: Claims): EmailAddress {
  if (typeof claims.email === 'string' && claims.email.trim() !== '') {
    return { kind: 'e-mail', text: claims.email, isVerified: isVerified(claims) };
  }
  throw new IdentityProviderError('no e-mail address', 'the provider says no e-mail address');
}

/** Entra ID says instead of `email_verified` whether the domain's owner has been; nothing overrules a plain "no". */
function isVerified({ email_verified, xms_edov }: Claims): boolean {
  const said = email_verified === undefined ? xms_edov : email_verified;
  return said === true || said === 'true' || (email_verified === undefined && (said === 1 || said === '1'));
}

function onceItWorks<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

/** Said rather than thrown: the pages have a copy of the error's class of their own. */
async function orRefused<T>(work: () => Promise<T>): Promise<T | RefusedSignOn> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof IdentityProviderError)) throw error;
    return { kind: 'refused', refusal: error.refusal, detail: error.message };
  }
}
