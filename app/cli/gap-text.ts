import type { GapAnswer } from '#app/domain/gap-answer.ts';
import { type Column, layOut, shortened, withThousands } from './table.ts';

const LONGEST_LABEL = 40;

type Line = Pick<
  GapAnswer['rows'][number],
  | 'key'
  | 'label'
  | 'requirement'
  | 'received'
  | 'committed'
  | 'pledged'
  | 'gap'
  | 'gapIfPledgesHold'
  | 'surplus'
  | 'weightedPipeline'
  | 'unbudgeted'
>;

const AMOUNTS = [
  ['Requirement', 'requirement'],
  ['Received', 'received'],
  ['Committed', 'committed'],
  ['Pledged', 'pledged'],
  ['Gap', 'gap'],
  ['Gap if pledges hold', 'gapIfPledgesHold'],
  ['Surplus', 'surplus'],
  ['Weighted pipeline', 'weightedPipeline'],
] as const;

/** The funding gap as a table for a terminal; an asterisk marks rows that lack an unknown requirement. */
export function gapText(gap: GapAnswer): string {
  const columns: Column<Line>[] = [
    {
      heading: gap.by,
      align: 'left',
      cell: ({ key, unbudgeted }) => (unbudgeted.length > 0 ? `${key} *` : key),
    },
    {
      heading: '',
      align: 'left',
      cell: ({ label, key }) => (label === key ? '' : shortened(label, LONGEST_LABEL)),
    },
    ...AMOUNTS.map(([heading, name]) => ({
      heading,
      align: 'right' as const,
      cell: (line: Line) => amountText(line[name]),
    })),
  ];
  const total = { ...gap.total, key: 'Total', label: '' };
  return [
    `${gap.programme}: funding gap by ${gap.by} on ${gap.asOf}, in ${gap.currency}`,
    '',
    layOut(columns, [...gap.rows, total]),
    '',
    ...unbudgetedLines(gap.total.unbudgeted),
    flexibleText(gap),
  ].join('\n');
}

function flexibleText({ total }: GapAnswer): string {
  type Flexible = { label: string } & NonNullable<GapAnswer['total']['ifPledgesHold']>;
  const columns: Column<Flexible>[] = [
    { heading: 'Flexible funding', align: 'left', cell: ({ label }) => label },
    ...(
      [
        ['Flexible', 'flexible'],
        ['Deployable', 'deployable'],
        ['Stranded', 'stranded'],
        ['Attainable gap', 'attainableGap'],
      ] as const
    ).map(([heading, name]) => ({
      heading,
      align: 'right' as const,
      cell: (line: Flexible) => amountText(line[name]),
    })),
  ];
  return [
    layOut(columns, [
      { ...total, label: 'Received or committed' },
      ...(total.ifPledgesHold ? [{ ...total.ifPledgesHold, label: 'If pledges hold' }] : []),
    ]),
    '',
    `Stale pipeline (decision overdue, counted nowhere): ${amountText(total.stalePipeline)}`,
  ].join('\n');
}

/** What a total lacks; unknown is not zero. */
export function unbudgetedLines(codes: readonly string[]): string[] {
  return codes.length === 0 ? [] : [`* requirement unknown, not in any figure: ${codes.join(', ')}`, ''];
}

function amountText(amount: string | null): string {
  return amount === null ? '–' : withThousands(amount);
}
