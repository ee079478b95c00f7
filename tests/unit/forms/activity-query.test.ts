import { describe, expect, it } from 'vitest';
import { readActivityQuery, readPage } from '#app/forms/activity-query.ts';

const read = (search: string) => readActivityQuery(new URLSearchParams(search));

describe('which activities a URL asks for', () => {
  it('is all of them by code where it says nothing', () => {
    expect(read('')).toEqual({
      q: '',
      theme: null,
      species: null,
      funding: null,
      status: null,
      priority: null,
      sort: 'code',
      isDescending: false,
    });
  });

  it('is read from search, filters and order', () => {
    expect(
      read('q=+saiga+&theme=B&species=sharks&funding=partial&status=on-hold&priority=none&sort=-gap'),
    ).toEqual({
      q: 'saiga',
      theme: 'B',
      species: 'sharks',
      funding: 'partial',
      status: 'on-hold',
      priority: 'none',
      sort: 'gap',
      isDescending: true,
    });
  });

  it('leaves out values that the list does not know', () => {
    expect(read('funding=stolen&status=&priority=urgent&sort=colour')).toEqual(read(''));
  });

  it('cuts an endless search short', () => {
    expect(read(`q=${'a'.repeat(5_000)}`).q).toHaveLength(200);
  });
});

describe('which page of a list a URL asks for', () => {
  it.each([
    ['', 3, 1],
    ['page=2', 3, 2],
    ['page=99', 3, 3],
    ['page=0', 3, 1],
    ['page=-1', 3, 1],
    ['page=two', 3, 1],
    ['page=2', 0, 1],
  ])('"%s" of %s is %s', (search, count, page) => {
    expect(readPage(new URLSearchParams(search), count)).toBe(page);
  });
});
