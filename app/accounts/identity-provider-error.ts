import * as openid from 'openid-client';
import type { SingleSignOnRefusal } from '#app/domain/single-sign-on.ts';

/** A provider that does not name anybody, or that cannot be believed. */
export class IdentityProviderError extends Error {
  override readonly name = 'IdentityProviderError';
  readonly refusal: SingleSignOnRefusal;

  /** @param message For the log: never a code, a token, or anything that a browser brought along. */
  constructor(refusal: SingleSignOnRefusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

const TROUBLE = ['server_error', 'temporarily_unavailable'];
const SILENT = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
];

/**
 * Says what went wrong with a provider, without what its answer held.
 *
 * @param otherwise What it is when it is nothing in particular.
 */
export function explainFailure(error: unknown, otherwise: SingleSignOnRefusal = 'not ours'): never {
  if (error instanceof openid.AuthorizationResponseError) {
    throw new IdentityProviderError(refusalOf(error.error), `the browser brought ${nameOf(error.error)}`);
  }
  if (error instanceof openid.ResponseBodyError) {
    const refusal = error.error === 'invalid_grant' ? 'over' : refusalOf(error.error);
    throw new IdentityProviderError(refusal, `the provider answered ${nameOf(error.error)}`);
  }
  if (error instanceof openid.WWWAuthenticateChallengeError) {
    throw new IdentityProviderError('provider refuses', `the provider answered ${error.status}`);
  }
  if (error instanceof openid.ClientError) {
    const refusal = SILENT.includes(error.code ?? '') ? 'provider does not answer' : otherwise;
    throw new IdentityProviderError(refusal, [error.message, ...reasonsOf(error)].join(': '));
  }
  // What fetch throws when there is no connection.
  if (error instanceof TypeError && error.cause !== undefined) {
    throw new IdentityProviderError(
      'provider does not answer',
      [error.message, ...reasonsOf(error)].join(': '),
    );
  }
  throw error;
}

function refusalOf(code: string): SingleSignOnRefusal {
  if (code === 'access_denied') return 'cancelled';
  return TROUBLE.includes(code) ? 'provider does not answer' : 'provider refuses';
}

/** A code of the standard; anything else is not for the log. */
function nameOf(code: string): string {
  return /^[a-z_]{1,40}$/.test(code) ? code : 'an error without a name';
}

/** A cause that is no error is what was received. */
function reasonsOf({ cause }: Error): string[] {
  if (!(cause instanceof Error)) return [];
  const { code } = cause as { code?: unknown };
  const words = cause.message || (typeof code === 'string' ? code : '');
  return [words, ...reasonsOf(cause)].filter((reason) => reason !== '');
}
