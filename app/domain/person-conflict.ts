import { type ConflictField, compareVersions, type Entries } from './record-conflict.ts';
import type { Role } from './role.ts';

type Edited = { readonly name: string; readonly role: Role };

const FIELDS: readonly ConflictField[] = [
  { key: 'name', label: 'Name', names: ['name'] },
  { key: 'role', label: 'Role', names: ['role'] },
];

/** A person as the entries of the form that changes them. */
export function personEntries({ name, role }: Edited): Entries {
  return [
    ['name', name],
    ['role', role],
  ];
}

/** What two people left different who changed somebody at the same time. */
export function personConflict(base: Entries, theirs: Edited, mine: Entries) {
  const entries = personEntries(theirs);
  return { theirs: entries, mine, rows: compareVersions(FIELDS, base, entries, mine) };
}
