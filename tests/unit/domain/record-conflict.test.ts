import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConflictField, compareVersions, type Entries } from '#app/domain/record-conflict.ts';

const FIELDS: readonly ConflictField[] = [
  { key: 'title', label: 'Title', names: ['title'] },
  { key: 'status', label: 'Status', names: ['status'], show: (value) => value.toUpperCase() },
  { key: 'species', label: 'Species', names: ['speciesCode', 'speciesShare'] },
];
const BASE: Entries = [
  ['title', 'Sharks'],
  ['status', 'planned'],
  ['speciesCode', 'sharks'],
  ['speciesShare', '1'],
];
const withTitle = (title: string): Entries => [['title', title], ...BASE.slice(1)];

describe('comparing two versions that were made from the same one', () => {
  test('finds nothing where both say the same, whatever it was before', () => {
    expect(compareVersions(FIELDS, BASE, withTitle('Rays'), withTitle('Rays'))).toEqual([]);
  });

  test('says that both changed a field', () => {
    expect(compareVersions(FIELDS, BASE, withTitle('Rays'), withTitle('Skates'))).toMatchObject([
      { label: 'Title', base: 'Sharks', theirs: 'Rays', mine: 'Skates', clash: true, suggested: null },
    ]);
  });

  test('begins with the one change there is', () => {
    expect(compareVersions(FIELDS, BASE, withTitle('Rays'), BASE)).toMatchObject([
      { clash: false, suggested: 'theirs' },
    ]);
    expect(compareVersions(FIELDS, BASE, BASE, withTitle('Rays'))).toMatchObject([
      { clash: false, suggested: 'mine' },
    ]);
  });

  test('takes a list for one field, shown row by row', () => {
    const theirs: Entries = [
      ...BASE.slice(0, 2),
      ['speciesCode', 'sharks'],
      ['speciesShare', '0.75'],
      ['speciesCode', 'saiga'],
      ['speciesShare', '0.25'],
    ];
    expect(compareVersions(FIELDS, BASE, theirs, BASE)).toMatchObject([
      { key: 'species', base: 'sharks 1', theirs: 'sharks 0.75, saiga 0.25', mine: 'sharks 1' },
    ]);
  });

  test('shows choices in the words that people know', () => {
    const mine: Entries = [BASE[0] as Entries[number], ['status', 'funded'], ...BASE.slice(2)];
    expect(compareVersions(FIELDS, BASE, BASE, mine)).toMatchObject([{ base: 'PLANNED', mine: 'FUNDED' }]);
  });

  test('looks neither at line ends nor at rows left empty', () => {
    const mine: Entries = [...withTitle('Two\r\nlines'), ['speciesCode', ''], ['speciesShare', '']];
    expect(compareVersions(FIELDS, BASE, withTitle('Two\nlines'), mine)).toEqual([]);
  });

  test('calls a clash exactly what both changed and changed differently', () => {
    const text = fc.constantFrom('a', 'b', 'c', '');
    fc.assert(
      fc.property(text, text, text, (base, theirs, mine) => {
        const [row] = compareVersions(FIELDS, withTitle(base), withTitle(theirs), withTitle(mine));
        expect(row !== undefined).toBe(theirs !== mine);
        if (row) expect(row.clash).toBe(base !== theirs && base !== mine);
      }),
    );
  });
});
