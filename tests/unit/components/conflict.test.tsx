import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Conflict } from '#app/components/conflict.tsx';
import { compareVersions, type Entries } from '#app/domain/record-conflict.ts';

const FIELDS = [
  { key: 'title', label: 'Title', names: ['title'] },
  { key: 'status', label: 'Status', names: ['status'] },
];
const BASE: Entries = [
  ['title', 'Sharks'],
  ['status', 'planned'],
  ['lead', 'joint'],
];
const THEIRS: Entries = [['title', 'Rays'], ...BASE.slice(1)];
const MINE: Entries = [
  ['title', 'Skates <&> "more"'],
  ['status', 'funded'],
  ['lead', 'joint'],
];

const html = renderToStaticMarkup(
  <Conflict
    by="Anna Keller"
    at="2013-06-30T12:00:00.000Z"
    revision={5}
    theirs={THEIRS}
    mine={MINE}
    rows={compareVersions(FIELDS, BASE, THEIRS, MINE)}
  />,
);

test('a conflict names who saved the newer version and when', () => {
  expect(html).toContain('Anna Keller saved it on <time class="date" dateTime="2013-06-30T12:00:00.000Z">');
});

test('a conflict shows what it was before and both versions of it', () => {
  for (const text of ['Sharks', 'Rays', 'Skates &lt;&amp;&gt;']) expect(html).toContain(text);
  expect(html).toContain('You both changed it');
  expect(html).toContain('Only you changed it');
});

test('a conflict is answered from the newer version and sends what is no row along', () => {
  expect(html).toContain('name="revision" value="5"');
  expect(html).toContain('name="lead" value="joint"');
  expect(html).not.toContain('name="title"');
});

test('a conflict begins with the one change there is and leaves a clash open', () => {
  expect(html.match(/checked=""/g)).toHaveLength(1);
  expect(html).toMatch(/name="edit:choice:status" required="" checked="" value="mine"/);
});
