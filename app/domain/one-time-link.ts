/** An invitation is for who has no password yet; a reset is for who has. */
export type LinkPurpose = 'invitation' | 'reset';
