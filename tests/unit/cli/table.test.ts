import { describe, expect, test } from 'vitest';
import { layOut, shortened, withThousands } from '#app/cli/table.ts';

describe('withThousands', () => {
  test.each([
    ['0', '0'],
    ['999.99', '999.99'],
    ['1000', '1,000'],
    ['1234567.50', '1,234,567.50'],
    ['123456.7891', '123,456.7891'],
    ['12345678901234567.890', '12,345,678,901,234,567.890'],
  ])('writes %s as %s', (amount, text) => {
    expect(withThousands(amount)).toBe(text);
  });
});

describe('shortened', () => {
  test('leaves a text that fits as it is', () => {
    expect(shortened('Sharks', 6)).toBe('Sharks');
  });

  test('cuts a longer one, with an ellipsis that counts', () => {
    expect(shortened('African elephant', 8)).toBe('African…');
  });
});

describe('layOut', () => {
  test('makes columns as wide as their widest cell, numbers to the right', () => {
    const columns = [
      { heading: 'Code', align: 'left' as const, cell: ([code]: string[]) => code ?? '' },
      { heading: 'Gap', align: 'right' as const, cell: ([, gap]: string[]) => gap ?? '' },
    ];
    expect(
      layOut(columns, [
        ['B8', '1,200.00'],
        ['sharks', '0.00'],
      ]),
    ).toBe(['Code         Gap', '------  --------', 'B8      1,200.00', 'sharks      0.00'].join('\n'));
  });

  test('shows the headings of a table without rows', () => {
    expect(layOut([{ heading: 'Code', align: 'left', cell: () => '' }], [])).toBe('Code\n----');
  });
});
