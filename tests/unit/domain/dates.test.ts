import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIsoDate } from '#app/domain/dates.ts';

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lastDay(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0);
}

function dateText(year: number, month: number, day: number): string {
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

describe('dates', () => {
  it.each(['2012-01-01', '2012-12-31', '2012-02-29', '2000-02-29', '2014-02-28', '1999-11-30', '9999-12-31'])(
    '%s exists',
    (text) => {
      expect(isIsoDate(text)).toBe(true);
    },
  );

  it.each([
    { text: '2013-02-29', why: '2013 is no leap year' },
    { text: '1900-02-29', why: '1900 was no leap year' },
    { text: '2012-02-30', why: 'no February has 30 days' },
    { text: '2012-04-31', why: 'April has 30 days' },
    { text: '2012-13-01', why: 'there is no thirteenth month' },
    { text: '2012-00-10', why: 'months start at one' },
    { text: '2012-01-00', why: 'days start at one' },
    { text: '2012-1-1', why: 'months and days have two digits' },
    { text: '12-01-01', why: 'years have four digits' },
    { text: '02012-01-01', why: 'years have four digits' },
    { text: '2012/01/01', why: 'the separator is a hyphen' },
    { text: '20120101', why: 'the separators are there' },
    { text: '01.02.2012', why: 'the year comes first' },
    { text: '2012-01-01T00:00:00Z', why: 'a date has no time' },
    { text: '2012-W01-1', why: 'it is not a week date' },
    { text: '2012-01', why: 'the day is missing' },
    { text: ' 2012-01-01', why: 'no space stands before it' },
    { text: '2012-01-01\n', why: 'no line end stands after it' },
    { text: '-2012-01-01', why: 'years have no sign' },
    { text: '２０１２-01-01', why: 'full-width digits are not digits' },
    { text: '', why: 'nothing is no date' },
    { text: 'today', why: 'words are no date' },
  ])('"$text" does not, as $why', ({ text }) => {
    expect(isIsoDate(text)).toBe(false);
  });

  it('takes exactly the days that the calendar has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (year, month, day) => {
          const exists = month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
          expect(isIsoDate(dateText(year, month, day))).toBe(exists);
        },
      ),
    );
  });
});
