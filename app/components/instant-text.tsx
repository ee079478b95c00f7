const FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** A moment as people write it, `3 Apr 2013, 02:30 UTC`; the same wherever they are. */
export function InstantText({ at }: { at: string }) {
  return (
    <time className="date" dateTime={at}>
      {FORMAT.format(new Date(at))} UTC
    </time>
  );
}
