/** How far somebody is with getting in, as whoever looks after people sees it. */
export type PersonState = 'active' | 'invited' | 'invitation ended' | 'disabled' | 'demonstration';

/** What a person's state is decided by. */
export type PersonStanding = {
  readonly isDemonstration: boolean;
  readonly isDisabled: boolean;
  /** Whether a password or the single sign-on lets them in. */
  readonly canSignIn: boolean;
  /** Whether a link that was handed over to them is still good. */
  readonly hasOpenLink: boolean;
};

/** The state that a person's standing amounts to. */
export function personState({
  isDemonstration,
  isDisabled,
  canSignIn,
  hasOpenLink,
}: PersonStanding): PersonState {
  if (isDemonstration) return 'demonstration';
  if (isDisabled) return 'disabled';
  if (canSignIn) return 'active';
  return hasOpenLink ? 'invited' : 'invitation ended';
}
