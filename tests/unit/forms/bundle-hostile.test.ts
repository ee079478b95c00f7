import { describe, expect, test, vi } from 'vitest';
import { readBundle } from '#app/forms/bundle.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { changedBundle } from '../../support/bundles.ts';

// Many or large bundles take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const HEAD = '"format":"portfolio-bundle","version":1,"baseCurrency":"USD"';
const MEGABYTE = 1024 * 1024;

const problemsOf = (source: string | Uint8Array) => {
  const read = readBundle(source);
  return read.ok ? [] : read.problems;
};

describe('a bundle that is no text', () => {
  test('is refused with the line where UTF-8 ends', () => {
    const bytes = new TextEncoder().encode(`{${HEAD},\n"donors":[\n{"name":"Z`);
    expect(problemsOf(Uint8Array.of(...bytes, 0xfc, 0x72))).toEqual([
      { path: '', message: 'not UTF-8 text: line 3 has other bytes' },
    ]);
  });

  test('is refused when a character is cut in two at the end', () => {
    expect(problemsOf(new TextEncoder().encode('{"a":"ü').subarray(0, 7))[0]?.message).toContain('not UTF-8');
  });

  test('is refused in UTF-16', () => {
    expect(problemsOf(new Uint8Array(Buffer.from(`\ufeff{${HEAD}}`, 'utf16le')))[0]?.message).toContain(
      'not UTF-8',
    );
  });

  test('is read with a byte order mark, from text and from bytes', () => {
    const text = `\ufeff{${HEAD}}`;
    expect(readBundle(text)).toMatchObject({ ok: true });
    expect(readBundle(new TextEncoder().encode(text))).toEqual(readBundle(text));
  });

  test.each([
    ['nothing', '', 'the text ends'],
    ['a null byte', '\0', 'expected a value'],
    ['an archive', 'PK\u0003\u0004', 'expected a value'],
    ['a web page', '<!doctype html>', 'expected a value, found "<"'],
    ['a list', '[]', 'must be an object, not a list'],
    ['a text', '"portfolio-bundle"', 'must be an object, not text'],
    ['null', 'null', 'must be an object, not null'],
  ])('is refused when it is %s', (_, text, words) => {
    expect(problemsOf(text)).toEqual([{ path: '', message: expect.stringContaining(words) }]);
  });
});

test('a bundle cut off anywhere is refused', () => {
  const text = changedBundle({});
  for (let end = 0; end < text.length; end += 7) expect(problemsOf(text.slice(0, end))).toHaveLength(1);
});

test('a bundle larger than the limit is refused unread', () => {
  expect(readBundle('{}', { bytes: 1 })).toEqual({
    ok: false,
    problems: [{ path: '', message: 'larger than 1 bytes, which is the limit' }],
  });
  expect(readBundle(new Uint8Array(11), { bytes: 10 })).toMatchObject({ ok: false });
});

describe('depth, width and length have an end', () => {
  test.each([
    ['lists', '[', ''],
    ['objects', '{"a":', ''],
    ['closed lists', '[', ']'],
  ])('200,000 nested %s', (_, open, close) => {
    const text = `{${HEAD},"donors":${open.repeat(200_000)}${close.repeat(200_000)}`;
    expect(problemsOf(text)).toEqual([
      {
        path: expect.stringMatching(/^donors/),
        message: expect.stringContaining('nested deeper than 64 levels'),
      },
    ]);
  });

  test('a text of 50 MB is refused without keeping many copies of it', () => {
    const text = `{${HEAD},"donors":[{"code":"a","name":"${'x'.repeat(50 * MEGABYTE)}","type":"other"}]}`;
    const before = process.memoryUsage();
    expect(problemsOf(text)).toEqual([{ path: 'donors[0].name', message: 'is longer than 2000 characters' }]);
    const after = process.memoryUsage();
    expect(after.heapUsed - before.heapUsed).toBeLessThan(150 * MEGABYTE);
  });

  test('a number of a million digits', () => {
    const programme = `{"code":"a","title":"a","endYear":2012,"startYear":${'1'.repeat(1_000_000)}}`;
    expect(problemsOf(`{${HEAD},"programmes":[${programme}]}`)).toEqual([
      { path: 'programmes[0].startYear', message: 'must be a whole number from 1900 to 2200' },
    ]);
  });

  test('an amount of a million digits', () => {
    const problems = problemsOf(changedBundle({ 'pledges[0].amount': '1'.repeat(1_000_000) }));
    expect(problems).toEqual([{ path: 'pledges[0].amount', message: 'is longer than 40 characters' }]);
  });

  test('an object of 100,000 keys', () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join(',');
    expect(problemsOf(`{${HEAD},${keys}}`).at(-1)?.message).toContain('more than 1000 keys');
  });

  test('200,000 records that are none', () => {
    const problems = problemsOf(`{${HEAD},"pledges":[${'0,'.repeat(200_000)}0]}`);
    expect(problems).toHaveLength(1_002);
    expect(problems.at(-1)).toEqual({ path: '', message: 'too many problems: the rest was not read' });
  });

  test('100,000 allocations of one pledge', () => {
    const allocations = `{"activity":"a","amount":"0"},`.repeat(100_000);
    expect(problemsOf(`{${HEAD},"pledges":[{"allocations":[${allocations}0]}]}`)).toEqual([
      {
        path: expect.stringContaining('pledges[0].allocations'),
        message: expect.stringContaining('more than 50000 elements'),
      },
    ]);
  });

  test('an earmark and allocations of 20,000 activities each, all unknown', () => {
    const codes = Array.from({ length: 20_000 }, (_, index) => `A${index}`);
    const result = prepareImport(
      changedBundle({
        'pledges[0].earmark': { activities: codes },
        'pledges[0].allocations': codes.map((activity) => ({ activity, amount: '0' })),
      }),
      null,
    );
    expect(result.ok ? [] : result.problems.at(-1)).toEqual({ path: '', message: 'and 39000 more problems' });
  });
});

test('messages never repeat a long value', () => {
  const long = 'y'.repeat(100_000);
  const problems = problemsOf(
    changedBundle({
      baseCurrency: long,
      'pledges[0].date': long,
      'pledges[0].amount': long,
      [`donors[0].${long}`]: 1,
    }),
  );
  expect(problems).toHaveLength(4);
  for (const { path, message } of problems) expect(path.length + message.length).toBeLessThan(200);
});
