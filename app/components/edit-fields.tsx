import { EDIT_FIELDS } from '#app/domain/edit-names.ts';
import type { Entries } from '#app/domain/record-conflict.ts';

/** What a form that edits a record carries along: which version it was made from, and what that one said. */
export function EditFields({ revision, base }: { revision: number; base: Entries }) {
  return (
    <>
      <input type="hidden" name={EDIT_FIELDS.revision} value={revision} />
      <input type="hidden" name={EDIT_FIELDS.base} value={JSON.stringify(base)} />
    </>
  );
}
