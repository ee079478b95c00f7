/** What people call fields whose name does not say it. */
const LABELS: Readonly<Record<string, string>> = {
  from: 'Valid from',
  unitsPerBase: 'Units per base currency',
  pscRate: 'Programme support cost',
  pscCap: 'Highest programme support cost',
  taxa: 'Species',
  species: 'Species programmes',
  due: 'Due on',
  date: 'Dated',
  'interests.themes': 'Interested in themes',
  'interests.species': 'Interested in species programmes',
  'earmark.activities': 'Earmarked for activities',
  'earmark.species': 'Earmarked for species programmes',
  'earmark.themes': 'Earmarked for themes',
  'earmark.years': 'Earmarked for years',
  'timeframe.kind': 'Timeframe',
  'timeframe.startYear': 'Timeframe from',
  'timeframe.endYear': 'Timeframe to',
  'timeframe.printed': 'Timeframe as printed',
  'timeframe.note': 'Note on the timeframe',
};

/** What people call a field: `committedOn` is `Committed on`. @param path `timeframe.startYear` for one within another. */
export function fieldLabel(path: string): string {
  const known = LABELS[path];
  if (known !== undefined) return known;
  const words = path
    .replaceAll('.', ' ')
    .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
