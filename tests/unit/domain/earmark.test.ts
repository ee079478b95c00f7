import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowsActivity, allowsYear, type Earmark, earmarkLevel, UNEARMARKED } from '#app/domain/earmark.ts';

const sharkSurvey = { code: 'B8', theme: 'B', species: [{ code: 'sharks' }] };
const sharedSurvey = { code: 'B9', theme: 'B', species: [{ code: 'sharks' }, { code: 'marine-turtles' }] };
const website = { code: 'D1', theme: 'D', species: [] };

function earmark(given: Partial<Earmark>): Earmark {
  return { ...UNEARMARKED, ...given };
}

describe('the level of an earmark', () => {
  it.each([
    { sentence: 'naming nothing is unearmarked', given: {}, level: 'unearmarked' },
    { sentence: 'naming a theme is soft', given: { themes: ['B'] }, level: 'softly-earmarked' },
    {
      sentence: 'naming a species programme is soft',
      given: { species: ['sharks'] },
      level: 'softly-earmarked',
    },
    {
      sentence: 'naming several activities is earmarked',
      given: { activities: ['B8', 'B9'] },
      level: 'earmarked',
    },
    { sentence: 'naming one activity is tight', given: { activities: ['B8'] }, level: 'tightly-earmarked' },
    {
      sentence: 'one activity stays tight with a theme, a species programme and a year',
      given: { activities: ['B8'], themes: ['B'], species: ['sharks'], years: [2012] },
      level: 'tightly-earmarked',
    },
    {
      sentence: 'several activities stay earmarked with a theme',
      given: { activities: ['B8', 'B9'], themes: ['B'] },
      level: 'earmarked',
    },
  ])('$sentence', ({ given, level }) => {
    expect(earmarkLevel(earmark(given))).toBe(level);
  });
});

describe('what an earmark allows', () => {
  it.each([
    { sentence: 'nothing named allows everything', given: {}, activity: website, allowed: true },
    {
      sentence: 'its theme allows an activity',
      given: { themes: ['B'] },
      activity: sharkSurvey,
      allowed: true,
    },
    { sentence: 'another theme does not', given: { themes: ['D'] }, activity: sharkSurvey, allowed: false },
    {
      sentence: 'any of several themes will do',
      given: { themes: ['A', 'B'] },
      activity: sharkSurvey,
      allowed: true,
    },
    {
      sentence: 'its code allows an activity',
      given: { activities: ['B8'] },
      activity: sharkSurvey,
      allowed: true,
    },
    {
      sentence: 'another code does not',
      given: { activities: ['B9'] },
      activity: sharkSurvey,
      allowed: false,
    },
    {
      sentence: 'a code that merely starts alike does not',
      given: { activities: ['B80'] },
      activity: sharkSurvey,
      allowed: false,
    },
    {
      sentence: 'one of its species programmes allows an activity',
      given: { species: ['marine-turtles'] },
      activity: sharedSurvey,
      allowed: true,
    },
    {
      sentence: 'a species programme does not allow a cross-cutting activity',
      given: { species: ['sharks'] },
      activity: website,
      allowed: false,
    },
    {
      sentence: 'every dimension that is named must match: theme does, species does not',
      given: { themes: ['B'], species: ['saiga-antelope'] },
      activity: sharkSurvey,
      allowed: false,
    },
    {
      sentence: 'every dimension that is named must match: species does, theme does not',
      given: { themes: ['D'], species: ['sharks'] },
      activity: sharkSurvey,
      allowed: false,
    },
    {
      sentence: 'all dimensions together match',
      given: { activities: ['B8', 'B9'], themes: ['B'], species: ['sharks'] },
      activity: sharkSurvey,
      allowed: true,
    },
    {
      sentence: 'years say nothing about the activity itself',
      given: { years: [1999] },
      activity: sharkSurvey,
      allowed: true,
    },
  ])('$sentence', ({ given, activity, allowed }) => {
    expect(allowsActivity(earmark(given), activity)).toBe(allowed);
  });

  it.each([
    { sentence: 'no years named allow any year', years: [], year: 2012, allowed: true },
    { sentence: 'no years named allow money without a year', years: [], year: null, allowed: true },
    { sentence: 'a named year is allowed', years: [2012, 2013], year: 2013, allowed: true },
    { sentence: 'another year is not', years: [2012, 2013], year: 2014, allowed: false },
    {
      sentence: 'an earmark with years needs allocations with years',
      years: [2012],
      year: null,
      allowed: false,
    },
  ])('$sentence', ({ years, year, allowed }) => {
    expect(allowsYear(earmark({ years }), year)).toBe(allowed);
  });

  it('never grows when a dimension is narrowed', () => {
    const codes = (...from: string[]) => fc.subarray(from);
    const anyEarmark = fc.record({
      activities: codes('B8', 'B9', 'D1'),
      species: codes('sharks', 'marine-turtles'),
      themes: codes('B', 'D'),
      years: fc.constant([] as number[]),
    });
    fc.assert(
      fc.property(
        anyEarmark,
        anyEarmark,
        fc.constantFrom(sharkSurvey, sharedSurvey, website),
        (a, b, activity) => {
          const narrowed = { ...a, species: b.species.filter((code) => a.species.includes(code)) };
          fc.pre(narrowed.species.length > 0);
          if (allowsActivity(narrowed, activity)) expect(allowsActivity(a, activity)).toBe(true);
        },
      ),
    );
  });

  it('is the meeting of the four dimensions, each asked alone', () => {
    const anyEarmark = fc.record({
      activities: fc.subarray(['B8', 'B9', 'D1']),
      species: fc.subarray(['sharks', 'marine-turtles']),
      themes: fc.subarray(['B', 'D']),
      years: fc.subarray([2012, 2013]),
    });
    fc.assert(
      fc.property(anyEarmark, fc.constantFrom(sharkSurvey, sharedSurvey, website), (whole, activity) => {
        const alone = [
          earmark({ activities: whole.activities }),
          earmark({ species: whole.species }),
          earmark({ themes: whole.themes }),
        ];
        expect(allowsActivity(whole, activity)).toBe(alone.every((one) => allowsActivity(one, activity)));
      }),
    );
  });
});
