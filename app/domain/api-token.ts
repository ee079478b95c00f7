export type ApiTokenState = 'good' | 'expired' | 'revoked';

/** Whether an API token lets its holder in; a token that is both is revoked. */
export function apiTokenState(
  token: { readonly expiresAt: Date | null; readonly revokedAt: Date | null },
  now: Date,
): ApiTokenState {
  if (token.revokedAt !== null) return 'revoked';
  return token.expiresAt !== null && token.expiresAt < now ? 'expired' : 'good';
}
