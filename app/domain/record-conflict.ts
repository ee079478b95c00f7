/** What a form says: names and values, in their order, one name as often as there are values. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** Something that people think of as one thing and change as one: a title, or all shares of the species. */
export type ConflictField = {
  readonly key: string;
  readonly label: string;
  /** The names of its entries; several stand side by side, `['speciesCode', 'speciesShare']`. */
  readonly names: readonly string[];
  /** A value in words, where the form's own are not. */
  readonly show?: (value: string) => string;
};

/** A field that two people left different, in words, and as the entries that a form would send. */
export type ConflictRow = {
  readonly key: string;
  readonly label: string;
  /** What it was when both began. */
  readonly base: string;
  readonly theirs: string;
  readonly mine: string;
  /** True where both changed it. */
  readonly clash: boolean;
  /** Which version to begin with: the one that was changed, neither where both were. */
  readonly suggested: 'mine' | 'theirs' | null;
  readonly theirEntries: Entries;
  readonly myEntries: Entries;
};

/**
 * Compares two versions that were made from the same one, field by field.
 *
 * @param base   What both were made from.
 * @param theirs What somebody else has saved.
 * @param mine   What was typed.
 * @returns The fields in which theirs and mine differ, in the order of `fields`.
 */
export function compareVersions(
  fields: readonly ConflictField[],
  base: Entries,
  theirs: Entries,
  mine: Entries,
): ConflictRow[] {
  return fields.flatMap((field) => {
    const [was, theirEntries, myEntries] = [base, theirs, mine].map((all) => entriesOf(field, all)) as [
      Entries,
      Entries,
      Entries,
    ];
    if (areSame(theirEntries, myEntries)) return [];
    const clash = !areSame(was, theirEntries) && !areSame(was, myEntries);
    return {
      key: field.key,
      label: field.label,
      base: inWords(field, was),
      theirs: inWords(field, theirEntries),
      mine: inWords(field, myEntries),
      clash,
      suggested: clash ? null : areSame(was, theirEntries) ? 'mine' : 'theirs',
      theirEntries,
      myEntries,
    };
  });
}

function entriesOf({ names }: ConflictField, entries: Entries): Entries {
  // A text area's line ends depend on who sends it.
  return entries.flatMap(([name, value]) =>
    names.includes(name) ? [[name, value.replaceAll('\r\n', '\n')] as const] : [],
  );
}

/** Entries without a value say the same as none. */
function areSame(a: Entries, b: Entries): boolean {
  const told = (entries: Entries) => JSON.stringify(entries.filter(([, value]) => value.trim() !== ''));
  return told(a) === told(b);
}

function inWords({ names, show = (value) => value }: ConflictField, entries: Entries): string {
  const columns = names.map((name) => entries.flatMap(([each, value]) => (each === name ? [value] : [])));
  const longest = Math.max(0, ...columns.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, index) =>
    columns
      .map((column) => show(column[index] ?? ''))
      .filter(Boolean)
      .join(' '),
  );
  return rows.filter(Boolean).join(', ');
}
