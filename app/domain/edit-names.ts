/** Hidden fields of every form that edits a record; a name of the record's own has no colon. */
export const EDIT_FIELDS = { revision: 'revision', base: 'edit:base' } as const;

/** How the names begin of the fields with which people choose between two versions. */
export const EDIT_CHOICE = 'edit:choice:';

/** Names of the fields of one row of the form that asks which version to keep. */
export function conflictNames(key: string): { choice: string; mine: string; theirs: string } {
  return { choice: `${EDIT_CHOICE}${key}`, mine: `edit:mine:${key}`, theirs: `edit:theirs:${key}` };
}
