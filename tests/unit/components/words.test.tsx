import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DateText } from '#app/components/date-text.tsx';
import { shareText } from '#app/components/share-text.tsx';
import { TimeframeText, timeframeWords } from '#app/components/timeframe-text.tsx';

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

describe('a timeframe in words', () => {
  it.each([
    [{ kind: 'years', startYear: 2012, endYear: 2014 }, '2012–2014'],
    [{ kind: 'years', startYear: 2013, endYear: 2013 }, '2013'],
    [{ kind: 'ongoing' }, 'ongoing'],
    [{ kind: 'annual' }, 'every year, and as required'],
    [{ kind: 'conditional' }, 'depends on a decision'],
    [{ kind: 'unspecified' }, 'not stated'],
  ] as const)('%j is %s', (given, words) => {
    expect(timeframeWords({ ...given, printed: null, note: null })).toBe(words);
  });

  it('is not stated where there is none', () => {
    expect(timeframeWords(null)).toBe('not stated');
  });

  it('keeps the words of the document apart from how they are understood', () => {
    const html = renderToStaticMarkup(
      <TimeframeText
        timeframe={{ kind: 'years', startYear: 2012, endYear: 2013, printed: '2012-13', note: 'Why.' }}
      />,
    );
    expect(html).toContain('<q>2012-13</q>, understood as 2012–2013');
    expect(textOf(html)).toContain('Why.');
  });
});

describe('a species share', () => {
  it.each([
    [1_000_000n, '100 %'],
    [500_000n, '50 %'],
    [333_333n, '33.3333 %'],
    [125_000n, '12.5 %'],
    [1n, '0.0001 %'],
  ])('of %s millionths is %s', (millionths, text) => {
    expect(shareText(millionths)).toBe(text);
  });
});

describe('a date', () => {
  it('is the day itself, whatever the time zone', () => {
    const html = renderToStaticMarkup(<DateText date="2012-01-01" />);
    expect(html).toContain('dateTime="2012-01-01"');
    expect(textOf(html)).toBe('1 Jan 2012');
  });
});
