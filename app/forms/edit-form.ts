import { conflictNames, EDIT_CHOICE, EDIT_FIELDS } from '#app/domain/edit-names.ts';
import type { Entries } from '#app/domain/record-conflict.ts';

/** What somebody sends who edits a record. */
export type Edit = {
  /** Which version the edit was made from; null where the form does not say so. */
  readonly revision: number | null;
  /** What that version said, as the form's entries. */
  readonly base: Entries;
  /** The form's own entries, as if it had been filled in that way: choices between versions are made. */
  readonly form: FormData;
};

/** Reads a form that edits a record, or the one that asks which version of each field to keep. */
export function readEdit(sent: FormData): Edit {
  const form = new FormData();
  for (const [name, value] of sent) {
    if (name.startsWith('edit:') || name === EDIT_FIELDS.revision) continue;
    form.append(name, value);
  }
  for (const [name, choice] of sent) {
    if (!name.startsWith(EDIT_CHOICE)) continue;
    const names = conflictNames(name.slice(EDIT_CHOICE.length));
    const chosen = sent.get(choice === 'mine' ? names.mine : names.theirs);
    for (const [each, value] of parseEntries(chosen)) form.append(each, value);
  }
  const revision = Number(sent.get(EDIT_FIELDS.revision) ?? Number.NaN);
  return {
    revision: Number.isSafeInteger(revision) && revision > 0 ? revision : null,
    base: parseEntries(sent.get(EDIT_FIELDS.base)),
    form,
  };
}

/** The entries of a form, files left out. */
export function formEntries(form: FormData): Entries {
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
}

function parseEntries(text: FormDataEntryValue | null): Entries {
  if (typeof text !== 'string') return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isEntry) : [];
  } catch {
    // Only a browser that was tampered with sends something else.
    return [];
  }
}

function isEntry(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
