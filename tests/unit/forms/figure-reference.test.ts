import { describe, expect, it } from 'vitest';
import { readFigureReference } from '#app/forms/figure-reference.ts';

const read = (search: string) => readFigureReference(new URLSearchParams(search));

describe('which figure a URL asks about', () => {
  it.each([
    ['figure=gap', { figure: 'gap', scope: { by: 'total' } }],
    ['figure=stranded&by=total', { figure: 'stranded', scope: { by: 'total' } }],
    ['figure=received&by=theme&key=B', { figure: 'received', scope: { by: 'theme', key: 'B' } }],
    ['figure=gap&by=year&key=2013', { figure: 'gap', scope: { by: 'year', key: '2013' } }],
    ['figure=gap&by=activity&key=B8', { figure: 'gap', scope: { by: 'activity', key: 'B8' } }],
    [
      'figure=gap&by=activity&key=B8&year=2013',
      { figure: 'gap', scope: { by: 'activity', key: 'B8', year: 2013 } },
    ],
  ])('%s', (search, reference) => {
    expect(read(search)).toEqual(reference);
  });

  it.each(['', 'figure=wealth', 'figure=gap&by=donor&key=x', 'figure=gap&by=theme'])(
    'is none where it does not say: "%s"',
    (search) => {
      expect(read(search)).toBeNull();
    },
  );
});
