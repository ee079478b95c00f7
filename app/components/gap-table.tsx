import type { ReactNode } from 'react';
import type { BreakdownScope, RowFigure } from '#app/domain/breakdown.ts';
import type { Figures } from '#app/domain/figures.ts';
import type { GapDimension, GapRow } from '#app/domain/gap-rows.ts';
import { Figure } from './figure.tsx';
import { RowLink } from './row-link.tsx';

type Column = { readonly figure: RowFigure; readonly heading: ReactNode; readonly value: keyof Figures };

/** In the order of the sum: requirement − received − committed = gap; gap − pledged = gap if pledges hold. */
const COLUMNS: readonly Column[] = [
  { figure: 'requirement', heading: 'Requirement', value: 'requirementMinor' },
  { figure: 'received', heading: 'Received', value: 'receivedMinor' },
  { figure: 'committed', heading: 'Committed', value: 'committedMinor' },
  { figure: 'gap', heading: 'Gap', value: 'gapMinor' },
  { figure: 'pledged', heading: 'Pledged', value: 'pledgedMinor' },
  { figure: 'gapIfPledgesHold', heading: 'Gap if pledges hold', value: 'gapIfPledgesHoldMinor' },
  { figure: 'surplus', heading: 'Surplus', value: 'surplusMinor' },
  { figure: 'weightedPipeline', heading: 'Weighted pipeline', value: 'weightedPipelineMinor' },
];

/** A gap table: one row per theme, species programme, activity or year, each a link to what is behind it. */
export function GapTable({
  by,
  rows,
  total,
  totalScope,
  caption,
}: {
  by: GapDimension;
  rows: readonly GapRow[];
  /** Left out where the rows are only a selection that no single figure stands for. */
  total?: Figures | undefined;
  totalScope?: BreakdownScope | undefined;
  caption: string;
}) {
  const columns = by === 'year' ? COLUMNS.filter(({ figure }) => hasYear(figure)) : COLUMNS;
  return (
    <section className="table-box" aria-label={caption}>
      <table className="ledger">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{HEADINGS[by]}</th>
            {columns.map(({ figure, heading }) => (
              <th key={figure} scope="col" className={amountClass(figure)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <RowLink by={by} row={row} />
                <Unbudgeted by={by} row={row} />
              </th>
              {columns.map((column) => (
                <td key={column.figure} className={amountClass(column.figure)}>
                  <Cell by={by} row={row} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              {columns.map(({ figure, value }) => (
                <td key={figure} className={amountClass(figure)}>
                  <Figure figure={figure} scope={totalScope} minor={total[value]} />
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

const HEADINGS: Readonly<Record<GapDimension, string>> = {
  theme: 'Theme',
  species: 'Species programme',
  activity: 'Activity',
  year: 'Year',
};

function hasYear(figure: RowFigure): boolean {
  return figure !== 'surplus' && figure !== 'weightedPipeline';
}

function amountClass(figure: RowFigure): string {
  return figure === 'gap' ? 'is-amount is-gap' : 'is-amount';
}

function Cell({ by, row, column }: { by: GapDimension; row: GapRow; column: Column }) {
  const needsBudget = column.figure === 'requirement' || column.figure.startsWith('gap');
  if (by === 'activity' && row.unbudgeted.length > 0 && needsBudget) {
    return <span className="unknown">unknown</span>;
  }
  return <Figure figure={column.figure} scope={{ by, key: row.key }} minor={row[column.value] ?? 0n} />;
}

function Unbudgeted({ by, row }: { by: GapDimension; row: GapRow }) {
  // A missing requirement may fall in any year, and of an activity the cells themselves say it.
  if (by === 'year' || by === 'activity' || row.unbudgeted.length === 0) return null;
  return <small className="lacks">without {row.unbudgeted.join(', ')}: unbudgeted</small>;
}
