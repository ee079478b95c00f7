import { type Column, layOut } from '#app/cli/table.ts';
import type { GapPhases } from './gap-phases.ts';
import type { Measured } from './measure.ts';

/** What was measured, as tables for people. */
export function benchTables(measured: readonly Measured[]): string {
  const gaps = measured.flatMap((each) => each.gaps.map((gap) => ({ ...each, gap })));
  type Gap = (typeof gaps)[number];
  const phases = gaps.filter(({ gap }) => gap.phases !== null);
  const phase = (heading: string, key: keyof GapPhases) =>
    number<Gap>(heading, ({ gap }) => milliseconds(gap.phases?.[key] ?? Number.NaN));
  const sections = [
    'Import of a bundle into an empty database',
    layOut<Measured>(
      [
        ...WHERE,
        number('bundle MB', ({ bundleBytes }) => (bundleBytes / 1e6).toFixed(1)),
        number('made ms', ({ bundleMs }) => milliseconds(bundleMs)),
        number('check ms', ({ import: { checkMs } }) => milliseconds(checkMs)),
        number('save ms', ({ import: { saveMs } }) => milliseconds(saveMs)),
        number('max MB', ({ import: { peakMegabytes } }) => String(peakMegabytes)),
      ],
      measured,
    ),
    'Funding gap from the database to JSON, beside one plain SQL statement over the same rows',
    layOut<Gap>(
      [
        ...WHERE,
        { heading: 'by', align: 'left', cell: ({ gap }) => gap.by },
        number('cold ms', ({ gap }) => milliseconds(gap.coldMs)),
        number('warm ms', ({ gap }) => milliseconds(gap.warmMs)),
        number('best ms', ({ gap }) => milliseconds(gap.bestMs)),
        number('SQL cold', ({ gap }) => milliseconds(gap.plainColdMs)),
        number('SQL warm', ({ gap }) => milliseconds(gap.plainWarmMs)),
        number('SQL best', ({ gap }) => milliseconds(gap.plainBestMs)),
        number('warm ÷ SQL', ({ gap }) => (gap.warmMs / gap.plainWarmMs).toFixed(1)),
        number('best ÷ SQL', ({ gap }) => (gap.bestMs / gap.plainBestMs).toFixed(1)),
        number('rounds', ({ gap }) => String(gap.roundCount)),
        number('rows', ({ gap }) => String(gap.rowCount)),
        number('SQL rows', ({ gap }) => String(gap.plainRowCount)),
        number('JSON kB', ({ gap }) => (gap.jsonBytes / 1e3).toFixed(0)),
        number('max MB', ({ gap }) => String(gap.peakMegabytes)),
      ],
      gaps,
    ),
  ];
  if (phases.length > 0) {
    sections.push(
      'Where the time of a warm gap goes, in milliseconds',
      layOut<Gap>(
        [
          ...WHERE,
          { heading: 'by', align: 'left', cell: ({ gap }) => gap.by },
          phase('SQL and facts', 'factsMs'),
          phase('pledges', 'pledgesMs'),
          phase('coverage', 'coverageMs'),
          phase('flow', 'flowMs'),
          phase('rows and JSON', 'answerMs'),
        ],
        phases,
      ),
    );
  }
  return sections.join('\n\n');
}

const WHERE: readonly Column<Pick<Measured, 'size' | 'provider'>>[] = [
  { heading: 'size', align: 'left', cell: ({ size }) => size },
  { heading: 'database', align: 'left', cell: ({ provider }) => provider },
];

function number<Row>(heading: string, cell: (row: Row) => string): Column<Row> {
  return { heading, align: 'right', cell };
}

function milliseconds(ms: number): string {
  return ms.toFixed(ms < 100 ? 1 : 0);
}
