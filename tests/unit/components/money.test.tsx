import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Money, moneyText } from '#app/components/money.tsx';

describe('an amount on a page', () => {
  it.each([
    [0n, 'USD', '0.00'],
    [5n, 'USD', '0.05'],
    [123_456_780n, 'USD', '1,234,567.80'],
    [-5_451_339n, 'USD', '−54,513.39'],
    [1_234_567n, 'JPY', '1,234,567'],
    [1_234_567n, 'KWD', '1,234.567'],
  ])('%s minor units of %s is written %s', (minor, currency, text) => {
    expect(moneyText(minor, currency)).toBe(text);
  });

  it('keeps every digit of an amount that no floating-point number holds', () => {
    expect(moneyText(90_071_992_547_409_931_234_567n, 'USD')).toBe('900,719,925,474,099,312,345.67');
  });

  it('reads as one text with its currency', () => {
    const html = renderToStaticMarkup(<Money minor={123_456n} currency="EUR" named />);
    expect(html.replace(/<[^>]*>/g, '')).toBe('EUR 1,234.56');
  });
});
