import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodes, comparePlain } from '#app/domain/order.ts';

const anyCode = fc.stringMatching(/^[AB]?[.-]?(0?\d{1,2})?[ab]?\d?$/);

function sign(order: number): number {
  return Math.sign(order);
}

describe('natural order of codes', () => {
  it.each([
    { sentence: 'B2 comes before B10', codes: ['B10', 'B2'], sorted: ['B2', 'B10'] },
    { sentence: 'letters come first', codes: ['C1', 'A5', 'B19'], sorted: ['A5', 'B19', 'C1'] },
    { sentence: 'items follow their activity', codes: ['B1a', 'B1', 'B1b'], sorted: ['B1', 'B1a', 'B1b'] },
    { sentence: 'items compare by number too', codes: ['B1.10', 'B1.9'], sorted: ['B1.9', 'B1.10'] },
    { sentence: 'bare numbers compare as numbers', codes: ['10', '9', '100'], sorted: ['9', '10', '100'] },
    { sentence: 'numbers come before letters', codes: ['A', '1'], sorted: ['1', 'A'] },
    { sentence: 'equal numbers fall back on the text', codes: ['B2', 'B02'], sorted: ['B02', 'B2'] },
    { sentence: 'capitals come before small letters', codes: ['b1', 'B2'], sorted: ['B2', 'b1'] },
    { sentence: 'nothing comes first', codes: ['A', ''], sorted: ['', 'A'] },
    {
      sentence: 'numbers beyond what a floating point holds still compare',
      codes: ['X9007199254740993', 'X9007199254740992'],
      sorted: ['X9007199254740992', 'X9007199254740993'],
    },
  ])('$sentence', ({ codes, sorted }) => {
    expect([...codes].sort(compareCodes)).toEqual(sorted);
    expect([...codes].reverse().sort(compareCodes)).toEqual(sorted);
  });

  it('puts the 31 activities of the work programme in the order of the document', () => {
    const inOrder = [
      ...Array.from({ length: 5 }, (_, index) => `A${index + 1}`),
      ...Array.from({ length: 19 }, (_, index) => `B${index + 1}`),
      ...Array.from({ length: 3 }, (_, index) => `C${index + 1}`),
      ...Array.from({ length: 4 }, (_, index) => `D${index + 1}`),
    ];
    expect([...inOrder].sort().sort(compareCodes)).toEqual(inOrder);
    expect([...inOrder].reverse().sort(compareCodes)).toEqual(inOrder);
  });

  it('is a total order: equal only to itself, opposite from the two sides, transitive', () => {
    fc.assert(
      fc.property(anyCode, anyCode, anyCode, (a, b, c) => {
        expect(compareCodes(a, b) === 0).toBe(a === b);
        expect(sign(compareCodes(a, b)) + sign(compareCodes(b, a))).toBe(0);
        if (compareCodes(a, b) < 0 && compareCodes(b, c) < 0) expect(compareCodes(a, c)).toBeLessThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with plain order once every number is written with the same number of digits', () => {
    const code = fc.tuple(fc.constantFrom('A', 'B', 'AB'), fc.integer({ min: 0, max: 999 }));
    fc.assert(
      fc.property(code, code, ([left, m], [right, n]) => {
        const padded = (letters: string, number: number) => `${letters}${String(number).padStart(3, '0')}`;
        expect(sign(compareCodes(`${left}${m}`, `${right}${n}`))).toBe(
          left === right ? sign(m - n) : sign(comparePlain(padded(left, m), padded(right, n))),
        );
      }),
    );
  });
});

describe('plain order', () => {
  it.each([
    { a: 'sharks', b: 'saiga-antelope', order: 1 },
    { a: 'argali', b: 'saker-falcon', order: -1 },
    { a: 'sharks', b: 'sharks', order: 0 },
    { a: 'b10', b: 'b2', order: -1 },
    { a: 'Z', b: 'a', order: -1 },
    { a: 'a', b: 'a-b', order: -1 },
    { a: 'é', b: 'z', order: 1 },
  ])('compares "$a" with "$b" by code unit', ({ a, b, order }) => {
    expect(comparePlain(a, b)).toBe(order);
  });

  it('is the order that an array of texts sorts itself in', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        expect([...texts].sort(comparePlain)).toEqual([...texts].sort());
      }),
    );
  });
});
