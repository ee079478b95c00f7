import type { IdentityProviderSettings } from '#app/accounts/identity-provider.ts';
import { StartError } from './start-error.ts';

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
const LONGEST_NAME = 60;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET (no single sign-on without them), and OIDC_NAME (default
 * "single sign-on"). An empty value counts as absent.
 *
 * @throws {StartError} for a value that cannot be one, or when some are missing.
 */
export function readSingleSignOnSettings(
  env: Readonly<Record<string, string | undefined>>,
): IdentityProviderSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  const given = [...NEEDED, 'OIDC_NAME'].filter((name) => env[name]);
  if (given.length === 0) return null;
  if (!issuer || !clientId || !clientSecret) {
    const missing = NEEDED.filter((name) => !env[name]);
    throw new StartError(`${given[0]} is set, so ${missing.join(' and ')} must be set, too`);
  }
  return {
    issuer: readIssuer(issuer),
    clientId: readPlain('OIDC_CLIENT_ID', clientId),
    clientSecret: readPlain('OIDC_CLIENT_SECRET', clientSecret),
    name: readName(env.OIDC_NAME || 'single sign-on'),
  };
}

function readIssuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && !/[?#\s]/.test(text) && url.username === '' && url.password === '';
  if (!isPlain || !['https:', 'http:'].includes(url.protocol)) {
    throw new StartError(
      'OIDC_ISSUER must be an address such as https://login.example.org, and no more than that',
    );
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    throw new StartError('OIDC_ISSUER must be an https address: http is for a provider on this machine');
  }
  if (url.pathname.includes('/.well-known/')) {
    throw new StartError('OIDC_ISSUER must end before /.well-known/: the rest is added to it');
  }
  return text;
}

/** Never in the message: one of them is a secret. */
function readPlain(name: string, text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw new StartError(`${name} must be letters, digits and signs of ASCII, without spaces`);
}

function readName(text: string): string {
  if (text.length <= LONGEST_NAME && text.trim() === text && !/\p{C}/u.test(text)) return text;
  throw new StartError(`OIDC_NAME must be at most ${LONGEST_NAME} characters on one line, for a button`);
}
