import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { formatPath } from '#app/forms/json-path.ts';
import { JSON_LIMITS, readJson } from '#app/forms/json-text.ts';

// Many or large bundles take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const messagesOf = (text: string, limits = JSON_LIMITS) =>
  readJson(text, limits).problems.map(({ path, message }) => `${path} | ${message}`);

describe('JSON is read', () => {
  test('as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, indent) => {
        // A key "__proto__" is refused here; the hostile tests look at it.
        fc.pre(!json.includes('__proto__'));
        const text = JSON.stringify(JSON.parse(json), null, indent);
        fc.pre(!/\de/.test(text));
        expect(readJson(text)).toEqual({ value: JSON.parse(text), problems: [] });
      }),
    );
  });

  test('or refused as JSON.parse refuses it, wherever a character is lost or doubled', () => {
    const example = '{"a":[1,-2.5,true,false,null,"x\\n\\u00e9\\"y"],"b":{"c":{}},"d":[] }';
    fc.assert(
      fc.property(
        fc.nat(example.length),
        fc.constantFrom('', '"', '{', ']', ',', ':', '\\', '0', '-', '.', 'u', '\n'),
        (at, put) => {
          const text = example.slice(0, at) + put + example.slice(at + 1);
          const read = readJson(text);
          let value: unknown;
          try {
            value = JSON.parse(text);
          } catch {
            expect(read.problems).not.toEqual([]);
            return;
          }
          if (read.problems.length === 0) expect(read.value).toEqual(value);
          else expect(read.problems[0]?.message).toMatch(/twice|scientific/);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('with a byte order mark before it', () => {
    expect(readJson('\ufeff{}')).toEqual({ value: {}, problems: [] });
  });
});

describe('JSON is refused with the place', () => {
  test.each([
    ['', ' | line 1, column 1: the text ends where a value should be'],
    ['{"a": 1', 'a | line 1, column 8: the text ends where "," or "}" should be'],
    ['{\n  "a": [1, 2,\n  ]\n}', 'a[1] | line 3, column 3: a comma with nothing after it'],
    ['{"a": 1,}', 'a | line 1, column 9: a comma with nothing after it'],
    ['{"a" 1}', 'a | line 1, column 6: expected ":", found "1"'],
    ["{'a': 1}", ' | line 1, column 2: expected a key in double quotes, found "\'"'],
    ['[1 2]', '[0] | line 1, column 4: expected "," or "]", found "2"'],
    ['{} {}', ' | line 1, column 4: something follows the end of the JSON value'],
    ['{"a": NaN}', 'a | line 1, column 7: expected a value, found "N"'],
    ['{"a": Infinity}', 'a | line 1, column 7: expected a value, found "I"'],
    ['{"a": 012}', 'a | line 1, column 7: a number cannot begin with 0'],
    ['{"a": +1}', 'a | line 1, column 7: expected a value, found "+"'],
    ['{"a": .5}', 'a | line 1, column 7: expected a value, found "."'],
    ['{"a": 5.}', 'a | line 1, column 9: expected a digit, found "}"'],
    ['{"a": "b', 'a | line 1, column 9: the text ends within a string'],
    ['{"a": "b\nc"}', 'a | line 1, column 9: a control character in a string must be escaped'],
    ['{"a": "\\x41"}', 'a | line 1, column 8: not an escape that JSON has'],
    ['{"a": "\\u12g4"}', 'a | line 1, column 8: not a \\u escape'],
    ['{"a": 1 /* one */}', 'a | line 1, column 9: expected "," or "}", found "/"'],
    ['{"a": tru}', 'a | line 1, column 7: expected a value, found "t"'],
    ['[{"a": [0, {"b": 🦈}]}]', '[0].a[1].b | line 1, column 18: expected a value, found "🦈"'],
  ])('%j', (text, problem) => {
    expect(messagesOf(text)).toEqual([problem]);
  });
});

describe('what JSON.parse would let pass is refused', () => {
  test('a key given twice', () => {
    expect(messagesOf('{"a": {"b": 1, "b": 1, "c": 2}, "d": 1, "d": 2}')).toEqual([
      'a.b | the key is given twice in one object',
      'd | the key is given twice in one object',
    ]);
  });

  test('a key given twice, once escaped', () => {
    expect(messagesOf('{"a": 1, "\\u0061": 1}')).toEqual(['a | the key is given twice in one object']);
  });

  test('scientific notation of a number', () => {
    expect(messagesOf('{"a": [1e3, 2E-1, 1.0e+2]}')).toEqual(
      [0, 1, 2].map((index) => `a[${index}] | scientific notation is not accepted`),
    );
  });

  test('a key that would change the prototype', () => {
    const read = readJson('{"__proto__": {"polluted": true}, "constructor": {"prototype": 1}}');
    expect(read.problems).toEqual([{ path: '__proto__', message: 'unknown key' }]);
    expect(Object.getPrototypeOf(read.value)).toBe(Object.prototype);
    expect(Object.keys(read.value as object)).toEqual(['constructor']);
  });
});

describe('a limit stops reading', () => {
  const limits = { depth: 4, values: 20, keysPerObject: 3, innerListLength: 3, problems: 2 };

  test.each([
    ['depth', '[[[[[]]]]]', 'nested deeper than 4 levels'],
    ['values', `[${'0,'.repeat(20)}0]`, 'more than 20 values'],
    ['keys', '{"a":1,"b":2,"c":3,"d":4}', 'more than 3 keys in one object'],
    ['a list within a list', '{"a":[[1,2,3,4]]}', 'more than 3 elements in a list within a list'],
    ['problems', '{"a":1,"a":1,"a":1}', 'too many problems to go on'],
  ])('%s', (_, text, message) => {
    expect(readJson(text, limits).value).toBeUndefined();
    expect(readJson(text, limits).problems.at(-1)?.message).toContain(message);
  });

  test('and up to it all is read', () => {
    const text = '{"a":[[1,2,3],[]],"b":[0,0,0,0,0,0],"c":{"d":{"e":[1]}}}';
    expect(readJson(text, limits).problems).toEqual([]);
  });
});

test('paths are written as people read them', () => {
  expect(formatPath([])).toBe('');
  expect(formatPath(['pledges', 3, 'allocations', 0, 'amount'])).toBe('pledges[3].allocations[0].amount');
  expect(formatPath([0, 'odd key', '', 'a.b'])).toBe('[0]["odd key"][""]["a.b"]');
  expect(formatPath(['x'.repeat(100)])).toBe(`["${'x'.repeat(60)}…"]`);
});
