import { describe, expect, test } from 'vitest';
import { type FigureChoices, readFigureQuery, readGapQuery } from '#app/forms/figure-query.ts';

const CHOICES: FigureChoices = {
  programmes: ['JWP', 'NEXT'],
  baseCurrency: 'USD',
  currencies: ['EUR', 'USD'],
  today: '2013-06-30',
  lastDay: null,
};
const ONE_PROGRAMME = { ...CHOICES, programmes: ['JWP'] };
const read = (search: string, choices = CHOICES) => readFigureQuery(new URLSearchParams(search), choices);

describe('a figure is asked for', () => {
  test('with everything said', () => {
    expect(read('programme=NEXT&asOf=2012-02-29&currency=EUR&by=species')).toEqual({
      ok: true,
      query: { programme: 'NEXT', asOf: '2012-02-29', currency: 'EUR', by: 'species' },
    });
  });

  test.each(['', 'programme=&asOf=&currency=&by=', 'page=2'])('with nothing said: "%s"', (search) => {
    expect(read(search, ONE_PROGRAMME)).toEqual({
      ok: true,
      query: { programme: 'JWP', asOf: '2013-06-30', currency: 'USD', by: null },
    });
  });

  test('by the options of a command', () => {
    expect(readFigureQuery({ programme: 'JWP', asOf: undefined, currency: null }, CHOICES)).toMatchObject({
      ok: true,
      query: { programme: 'JWP' },
    });
  });
});

describe('a question is refused', () => {
  test.each([
    ['without a programme where there are two', '', 'programme', 'is missing: choose "JWP" or "NEXT"'],
    ['for an unknown programme', 'programme=OLD', 'programme', '"OLD" is unknown: choose "JWP" or "NEXT"'],
    [
      'for an unknown currency',
      'programme=JWP&currency=GBP',
      'currency',
      '"GBP" is unknown: choose "EUR" or "USD"',
    ],
    [
      'for a currency in small letters',
      'programme=JWP&currency=eur',
      'currency',
      '"eur" is unknown: choose "EUR" or "USD"',
    ],
    [
      'for an unknown breakdown',
      'programme=JWP&by=donor',
      'by',
      '"donor" is unknown: choose "theme", "species", "activity" or "year"',
    ],
    [
      'for a date that does not exist',
      'programme=JWP&asOf=2013-02-29',
      'asOf',
      '"2013-02-29" is not a date that exists, such as 2012-04-10',
    ],
    ['for two dates', 'programme=JWP&asOf=2013-02-28&asOf=2013-02-27', 'asOf', 'is given more than once'],
    [
      'for a key of every object',
      'programme=constructor',
      'programme',
      '"constructor" is unknown: choose "JWP" or "NEXT"',
    ],
  ])('%s', (_, search, path, message) => {
    expect(read(search)).toEqual({ ok: false, problems: [{ path, message }] });
  });

  test('where there is no programme at all', () => {
    expect(read('', { ...CHOICES, programmes: [] })).toEqual({
      ok: false,
      problems: [{ path: 'programme', message: 'is missing: the portfolio has none' }],
    });
  });

  test('with every problem at once', () => {
    const answer = read('asOf=today&currency=X&by=Y');
    expect(answer.ok ? [] : answer.problems.map(({ path }) => path)).toEqual([
      'programme',
      'asOf',
      'currency',
      'by',
    ]);
  });
});

describe('a gap is broken down', () => {
  const readGap = (search: string) => readGapQuery(new URLSearchParams(search), CHOICES);

  test('by what is said', () => {
    expect(readGap('programme=JWP&by=year')).toMatchObject({ ok: true, query: { by: 'year' } });
  });

  test('by nothing: refused with the choices', () => {
    expect(readGap('programme=JWP')).toEqual({
      ok: false,
      problems: [{ path: 'by', message: 'is missing: choose "theme", "species", "activity" or "year"' }],
    });
  });

  test('with all problems when more is wrong', () => {
    const answer = readGap('programme=OLD');
    expect(answer.ok ? [] : answer.problems.map(({ path }) => path)).toEqual(['programme', 'by']);
  });
});
