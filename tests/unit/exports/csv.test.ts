import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvCell, csvRow } from '#app/exports/csv.ts';

/** Reads CSV back as RFC 4180 says it is to be read. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('a row of a CSV file', () => {
  test('keeps plain cells as they are and ends its line', () => {
    expect(csvRow(['a', 'b c', 12, null, ''])).toBe('a,b c,12,,\r\n');
  });

  test('puts commas, quotes and line ends into quotes', () => {
    expect(csvRow(['a,b', 'say "no"', 'two\nlines', 'two\r\nlines'])).toBe(
      '"a,b","say ""no""","two\nlines","two\r\nlines"\r\n',
    );
  });

  test.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("http://example.org")',
    '-',
    '+',
    '--1',
    '-1e5',
    '+1',
    "=cmd|' /C calc'!A0",
  ])('leaves no spreadsheet a formula to run in %j', (text) => {
    expect(readCsv(csvRow([text]))).toEqual([[`'${text}`]]);
  });

  test.each(['-1', '-1234.50', '0', '12', '1=1', 'a@b', 'x-1', ' =1'])('leaves %j as it is', (text) => {
    expect(readCsv(csvRow([text]))).toEqual([[text]]);
  });

  test('is read back as what was written, but for the apostrophes', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null));
    const hostile = fc.stringMatching(/^[=+\-@\t\r",\n'a0]{0,6}$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(cell, hostile), { minLength: 1 }), (cells: CsvCell[]) => {
        const [row = [], ...others] = readCsv(csvRow(cells));
        expect(others).toEqual([]);
        expect(row).toHaveLength(cells.length);
        for (const [index, text] of row.entries()) {
          const given = cells[index] === null ? '' : String(cells[index]);
          expect([given, `'${given}`]).toContain(text);
          expect(text).toMatch(/^(?![=+\-@\t\r])|^-?\d+(\.\d+)?$/);
        }
      }),
    );
  });
});
