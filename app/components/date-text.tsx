import type { IsoDate } from '#app/domain/dates.ts';

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A calendar date as people write it, `3 Apr 2013`; the same in every time zone. */
export function DateText({ date }: { date: IsoDate }) {
  return (
    <time className="date" dateTime={date}>
      {FORMAT.format(new Date(`${date}T00:00:00Z`))}
    </time>
  );
}
