import { useId } from 'react';
import type { Role } from '#app/domain/role.ts';
import type { FormRefusal } from '#app/forms/form-reading.ts';
import { CopyButton } from './copy-button.tsx';
import { ChoiceField, FormAnswer, TextField } from './form-fields.tsx';
import { ROLE_NAMES } from './person-words.tsx';

const MAY: Readonly<Record<Role, string>> = {
  viewer: 'figures without announced money or prospects',
  officer: 'all figures but the forecast',
  manager: 'all figures and the forecast',
  administrator: 'everything that the API offers, now and later',
};

/** A token that has just been made: what is here is shown this once. */
export function MadeToken({ name, token }: { name: string; token: string }) {
  const id = useId();
  return (
    <section className="notice is-good" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>The token “{name}” is made</h2>
      <p>
        <strong>Copy it now: it is not shown again.</strong> Only a fingerprint of it is kept. Whoever has it
        can do what its role may, so keep it as you would a password. If it gets lost, revoke it and make
        another.
      </p>
      <div className="secret">
        <code>{token}</code>
        <CopyButton text={token} />
      </div>
      <p className="quiet">
        Programs send it as a header: <code>Authorization: Bearer TOKEN</code>
      </p>
    </section>
  );
}

/** The form for a new token. */
export function NewToken({
  roles,
  today,
  inOneYear,
  refused,
}: {
  /** Those that its maker may hand on. */
  roles: readonly Role[];
  today: string;
  inOneYear: string;
  refused: FormRefusal | null;
}) {
  return (
    <section className="section" aria-labelledby="new-token">
      <h2 id="new-token">Make a token</h2>
      <form method="post" action="/tokens" className="form" noValidate>
        <FormAnswer problems={refused?.problems} />
        <TextField
          name="name"
          label="Name"
          hint="Which program uses it, such as “Dashboard on the intranet”"
          autoComplete="off"
          required
          maxLength={100}
          refused={refused}
        />
        <ChoiceField
          name="role"
          label="Role"
          choices={roles.map((role) => ({ value: role, name: ROLE_NAMES[role], hint: MAY[role] }))}
          defaultValue="viewer"
          refused={refused}
        />
        <ChoiceField
          name="ends"
          label="Ends"
          choices={[
            { value: 'on', name: 'After its last day', hint: 'then the program needs a new one' },
            { value: 'never', name: 'Never', hint: 'until somebody remembers to revoke it' },
          ]}
          defaultValue="on"
          refused={refused}
        />
        <TextField
          name="expiresOn"
          label="Last day"
          type="date"
          min={today}
          defaultValue={inOneYear}
          refused={refused}
        />
        <button type="submit" className="is-primary">
          Make the token
        </button>
      </form>
    </section>
  );
}
