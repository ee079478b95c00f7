import type { Timeframe, TimeframeKind } from '#app/domain/timeframe.ts';

const KIND_WORDS: Readonly<Record<Exclude<TimeframeKind, 'years'>, string>> = {
  ongoing: 'ongoing',
  annual: 'every year, and as required',
  conditional: 'depends on a decision',
  unspecified: 'not stated',
};

/** How a timeframe is understood. */
export function timeframeWords(timeframe: Timeframe | null): string {
  if (timeframe === null) return KIND_WORDS.unspecified;
  if (timeframe.kind !== 'years') return KIND_WORDS[timeframe.kind];
  const { startYear, endYear } = timeframe;
  return startYear === endYear ? `${startYear}` : `${startYear}–${endYear}`;
}

/** A timeframe as the document prints it and as it is understood. */
export function TimeframeText({ timeframe }: { timeframe: Timeframe | null }) {
  const printed = timeframe?.printed;
  return (
    <>
      {printed && <q>{printed}</q>}
      {printed && ', understood as '}
      {timeframeWords(timeframe)}
      {timeframe?.note && <small className="note">{timeframe.note}</small>}
    </>
  );
}
