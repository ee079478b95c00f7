import { type Refused, TextField } from './form-fields.tsx';

const CODE = {
  name: 'code',
  autoCapitalize: 'none',
  spellCheck: false,
  maxLength: 100,
  required: true,
} as const;

/** A code of an authenticator app; phones offer a keypad of digits. */
export function AppCodeField({ refused, autoFocus = true }: { refused: Refused; autoFocus?: boolean }) {
  return (
    <TextField
      {...CODE}
      label="Code"
      hint="The six digits that your authenticator app shows."
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus={autoFocus}
      refused={refused}
    />
  );
}

/** A recovery code, which has letters, too. */
export function RecoveryCodeField({ refused }: { refused: Refused }) {
  return (
    <TextField
      {...CODE}
      label="Recovery code"
      hint="One of those that you wrote down; each is good once."
      autoComplete="off"
      autoFocus
      refused={refused}
    />
  );
}

/** Either, where somebody is signed in already. */
export function AnyCodeField({ refused }: { refused: Refused }) {
  return (
    <TextField
      {...CODE}
      label="Code"
      hint="The six digits that the app shows, or a recovery code."
      autoComplete="one-time-code"
      refused={refused}
    />
  );
}
