/** Why a single sign-on lets nobody in. */
export type SingleSignOnRefusal =
  /** It took too long, was used already, or was started in another browser. */
  | 'over'
  /** The answer is not one to what was asked here. */
  | 'not ours'
  | 'cancelled'
  /** The provider says that it does not serve this product, or not like this. */
  | 'provider refuses'
  | 'provider does not answer'
  | 'no e-mail address'
  | 'e-mail address not verified'
  | 'not known here'
  | 'disabled'
  /** The person is known, as somebody else at the provider. */
  | 'somebody else';

/** Whom a provider names: the subject is good within its issuer. */
export type Subject = { readonly issuer: string; readonly subject: string };

export type RefusedSignOn = {
  readonly kind: 'refused';
  readonly refusal: SingleSignOnRefusal;
  /** For the log: never a code, a token, or anything that a browser brought along. */
  readonly detail: string | null;
};
