import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { isIsoDate } from '#app/domain/dates.ts';
import { LARGEST_AMOUNT_MINOR } from '#app/domain/money.ts';
import { isDecimal } from '#app/domain/rational.ts';
import { readBundle } from '#app/forms/bundle.ts';
import { writeBundle } from '#app/forms/bundle-text.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import { exampleBundle } from '../../support/bundles.ts';

// Many or large bundles take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Place = { readonly parent: Record<string, unknown>; readonly key: string };

/** Every value of a bundle, by what holds it. */
function places(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...places(parent[key])]);
}

const PLACE_COUNT = places(exampleBundle()).length;

const wrongTexts = fc.constantFrom(
  ...[
    '',
    ' ',
    '-1',
    '-0',
    '1e3',
    '1E-3',
    '1,5',
    '0x1',
    'NaN',
    'Infinity',
    '01',
    '1.',
    '.5',
    '٣',
    '1_000',
    '0.00001',
  ],
  ...[
    '99999999999999999999',
    '2012-02-30',
    '2012-00-10',
    '0000-00-00',
    '2012-1-1',
    '__proto__',
    'constructor',
  ],
  ...['EURO', 'eur', '\0', '\ud800', 'JWP', 'B8', 'X1', 'draft', 'approved', 'years', 'ongoing'],
);
const wrongValues = fc.oneof(
  wrongTexts,
  fc.constantFrom(null, true, -1, 0, 1.5, 2012, 1e21, [], {}, [null], [[]], { code: 'x' }),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.jsonValue({ maxDepth: 2 }),
);

type Change = {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add' | 'double';
  readonly value: unknown;
};
const changes: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(PLACE_COUNT - 1),
  how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'double'),
  value: wrongValues,
});

function changed(list: readonly Change[]): string {
  const bundle = exampleBundle();
  for (const { at, how, value } of list) {
    const all = places(bundle);
    const { parent, key } = all[at % all.length] ?? { parent: bundle, key: 'format' };
    if (how === 'remove') delete parent[key];
    else if (how === 'add') parent[`${key}x`] = value;
    else if (how === 'double' && Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)]));
    else parent[key] = value;
  }
  return JSON.stringify(bundle);
}

/** Values of what was read that should not be there, whatever they lie in. */
function unsound(value: unknown, key = ''): string[] {
  if (typeof value === 'object' && value !== null) {
    // Elements of a list are known by its name.
    return Object.entries(value).flatMap(([name, inner]) =>
      unsound(inner, Array.isArray(value) ? key : name),
    );
  }
  return isSound(value, key) ? [] : [`${key}: ${String(value)}`];
}

function isSound(value: unknown, key: string): boolean {
  if (typeof value === 'bigint') return value >= 0n && value <= LARGEST_AMOUNT_MINOR;
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0;
  if (typeof value !== 'string') return value === null || typeof value === 'boolean';
  if (/^(from|date|due|.*On|decisionBy|rateDate)$/.test(key)) return isIsoDate(value);
  if (/^(unitsPerBase|quantity|pscRate|pscCap|probability)$/.test(key)) return isDecimal(value);
  if (/^(code|programme|activity|theme|donor)$/.test(key) && value !== value.trim()) return false;
  return !/\0|\p{Cs}|unreadable/u.test(value);
}

test('a changed bundle is read soundly or refused with places, and never makes the reader fail', () => {
  fc.assert(
    fc.property(fc.array(changes, { minLength: 1, maxLength: 4 }), (list) => {
      const text = changed(list);
      const prepared = prepareImport(text, null);
      if (prepared.ok) {
        expect(unsound(prepared.portfolio)).toEqual([]);
        expect(prepareImport(writeBundle(prepared.portfolio), prepared.portfolio)).toEqual(prepared);
        return;
      }
      expect(prepared.problems.length).toBeGreaterThan(0);
      const shown = prepared.problems.map(({ path, message }) => `${path}: ${message}`);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.join('\n')).not.toContain('unreadable');
      const read = readBundle(text);
      if (read.ok) expect(unsound(read.bundle)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a character changed anywhere never makes the reader fail', () => {
  const text = JSON.stringify(exampleBundle());
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ unit: 'binary', maxLength: 2 }), (at, put) => {
      const prepared = prepareImport(text.slice(0, at) + put + text.slice(at + 1), null);
      if (prepared.ok) expect(unsound(prepared.portfolio)).toEqual([]);
      else expect(prepared.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('bytes changed anywhere never make the reader fail', () => {
  const bytes = new TextEncoder().encode(JSON.stringify(exampleBundle()));
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
      const copy = bytes.slice();
      copy[at] = byte;
      const read = readBundle(copy);
      if (read.ok) expect(unsound(read.bundle)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
