import { personEntries } from '#app/domain/person-conflict.ts';
import type { Entries } from '#app/domain/record-conflict.ts';
import type { Role } from '#app/domain/role.ts';
import type { FormRefusal } from '#app/forms/form-reading.ts';
import { EditFields } from './edit-fields.tsx';
import { ChoiceField, FormAnswer, TextField } from './form-fields.tsx';
import { ROLE_CHOICES } from './person-words.tsx';

export type EditedPerson = { readonly name: string; readonly role: Role; readonly revision: number };

/** A change that was refused, still made from the version that it was typed over. */
export type RefusedPerson = {
  readonly refused: FormRefusal;
  readonly revision: number;
  readonly base: Entries;
};

/** Changes how somebody is called and what they may do. */
export function PersonForm({ person, refusal }: { person: EditedPerson; refusal: RefusedPerson | null }) {
  const { revision, base } = refusal ?? { revision: person.revision, base: personEntries(person) };
  return (
    <form method="post" className="form" noValidate>
      <FormAnswer problems={refusal?.refused.problems} />
      <EditFields revision={revision} base={base} />
      <TextField
        name="name"
        label="Name"
        autoComplete="off"
        required
        defaultValue={person.name}
        refused={refusal?.refused}
      />
      <ChoiceField
        name="role"
        label="Role"
        choices={ROLE_CHOICES}
        defaultValue={person.role}
        refused={refusal?.refused}
      />
      <button type="submit" className="is-primary">
        Save
      </button>
    </form>
  );
}
