import { describe, expect, it } from 'vitest';
import { programmeSeed, seedActivity } from './seed-file.ts';

const YEAR_2012 = ['2012', 2012, 2012] as const;

describe('the seed programme: timeframes in years', () => {
  it.each([
    ['A1', ...YEAR_2012],
    ['A2', ...YEAR_2012],
    ['A3', ...YEAR_2012],
    ['A4', ...YEAR_2012],
    ['A5', '2012-13', 2012, 2013],
    ['B1', '2012-2014', 2012, 2014],
    ['B6', ...YEAR_2012],
    ['B7', '2012-2013', 2012, 2013],
    ['B8', '2013', 2013, 2013],
    ['B9', ...YEAR_2012],
    ['B10', '2014', 2014, 2014],
    ['B13', '2013', 2013, 2013],
    ['B14', ...YEAR_2012],
    ['B15', ...YEAR_2012],
    ['B17', ...YEAR_2012],
    ['B18', '2012 – 14', 2012, 2014],
    ['B19', '2012-13', 2012, 2013],
  ])('%s is printed as "%s" and means %i to %i', (code, printed, startYear, endYear) => {
    expect(seedActivity(code).timeframe).toMatchObject({ kind: 'years', printed, startYear, endYear });
  });

  it('has no others, but for the calendar in D4, which prints none and runs through the programme', () => {
    const calendar = seedActivity('D4').timeframe;
    expect(calendar).toMatchObject({ kind: 'years', startYear: 2012, endYear: 2014 });
    expect(calendar.printed).toBeUndefined();
    expect(programmeSeed.activities.filter(({ timeframe }) => timeframe.kind === 'years')).toHaveLength(18);
  });
});

describe('the seed programme: other timeframes', () => {
  it('has the on-going ones as printed', () => {
    const ongoing = programmeSeed.activities.filter(({ timeframe }) => timeframe.kind === 'ongoing');
    expect(ongoing.map(({ code }) => code)).toEqual(
      ['B2', 'B3', 'B4', 'B11', 'B12', 'B16', 'C2', 'C3', 'D1', 'D2', 'D3'], // the calendar D4 is not one
    );
    expect(new Set(ongoing.map(({ timeframe }) => timeframe.printed))).toEqual(new Set(['On-going']));
  });

  it('knows that C1 is annual and comes up as required, too', () => {
    expect(seedActivity('C1').timeframe).toMatchObject({
      kind: 'annual',
      printed: 'Annual and as-required',
    });
  });

  it('knows that B5 is conditional and on what', () => {
    const { kind, printed, note } = seedActivity('B5').timeframe;
    expect(kind).toBe('conditional');
    expect(printed).toBe('Will depend on decisions adopted at CMS CoP10');
    expect(note).toMatch(/CMS CoP10 decisions .* Central African elephants/);
  });

  it('keeps the 2014/2015 of B10 in words, as its cell says 2014', () => {
    const { title, timeframe } = seedActivity('B10');
    expect(title).toContain('2014/2015');
    expect(timeframe.note).toContain('2014/2015');
  });
});
