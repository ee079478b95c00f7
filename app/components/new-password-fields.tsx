import { type Refused, TextField } from './form-fields.tsx';

/** A new password, typed twice. */
export function NewPasswordFields({ label, refused }: { label: string; refused: Refused }) {
  return (
    <>
      <TextField
        name="password"
        label={label}
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. Four or five words that do not belong together are easy to remember."
        required
        refused={refused}
      />
      <TextField
        name="passwordAgain"
        label="The same password again"
        type="password"
        autoComplete="new-password"
        required
        refused={refused}
      />
    </>
  );
}
