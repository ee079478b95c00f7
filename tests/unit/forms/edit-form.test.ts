import { describe, expect, test } from 'vitest';
import { conflictNames } from '#app/domain/edit-names.ts';
import { formEntries, readEdit } from '#app/forms/edit-form.ts';

const formOf = (...entries: readonly (readonly [string, string])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

describe('a form that edits a record', () => {
  test('says which version it was made from and what that one said', () => {
    const edit = readEdit(formOf(['revision', '3'], ['edit:base', '[["title","Old"]]'], ['title', 'New']));
    expect(edit).toMatchObject({ revision: 3, base: [['title', 'Old']] });
    expect(formEntries(edit.form)).toEqual([['title', 'New']]);
  });

  test('has the chosen version of every field once the choice was made', () => {
    const [title, species] = [conflictNames('title'), conflictNames('species')];
    const edit = readEdit(
      formOf(
        ['revision', '4'],
        ['status', 'planned'],
        [title.mine, '[["title","Mine"]]'],
        [title.theirs, '[["title","Theirs"]]'],
        [title.choice, 'mine'],
        [species.mine, '[]'],
        [species.theirs, '[["code","sharks"],["share","0.5"],["code","rays"],["share","0.5"]]'],
        [species.choice, 'theirs'],
      ),
    );
    expect(formEntries(edit.form)).toEqual([
      ['status', 'planned'],
      ['title', 'Mine'],
      ['code', 'sharks'],
      ['share', '0.5'],
      ['code', 'rays'],
      ['share', '0.5'],
    ]);
  });

  test.each(['', '0', '-1', '1.5', 'x', '9'.repeat(30)])('knows no version %j', (revision) => {
    expect(readEdit(formOf(['revision', revision])).revision).toBeNull();
  });

  test.each(['', '{', '{}', '[1]', '[["a"]]', '[["a",1]]', 'null'])('finds no entries in %j', (base) => {
    expect(readEdit(formOf(['edit:base', base])).base).toEqual([]);
  });
});
