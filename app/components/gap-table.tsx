import type { ReactNode } from 'react';
import type { BreakdownScope, RowFigure } from '#app/domain/breakdown.ts';
import type { GapDimension } from '#app/domain/gap-rows.ts';
import type { ShownFigures, ShownRow } from '#app/domain/shown-figures.ts';
import { Figure } from './figure.tsx';
import { RowLink } from './row-link.tsx';
import { TableBox } from './table-box.tsx';

type Column = { readonly figure: RowFigure; readonly heading: ReactNode; readonly value: keyof ShownFigures };

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
  sharedIn,
  year,
  caption,
}: {
  by: GapDimension;
  rows: readonly ShownRow[];
  total: ShownFigures;
  totalScope?: BreakdownScope | undefined;
  sharedIn?: { readonly scope: BreakdownScope; readonly activities: readonly string[] } | undefined;
  /** Where the rows are activities in one year. */
  year?: number | undefined;
  caption: string;
}) {
  const scopeOf = (key: string) =>
    sharedIn?.activities.includes(key) ? sharedIn.scope : rowScope(by, key, year);
  const isYearly = by === 'year' || year !== undefined;
  const columns = COLUMNS.filter(
    ({ figure, value }) => total[value] !== null && (!isYearly || hasYear(figure)),
  );
  return (
    <TableBox name={caption}>
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
                  <Cell by={by} row={row} column={column} scope={scopeOf(row.key)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            {columns.map(({ figure, value }) => (
              <td key={figure} className={amountClass(figure)}>
                <Figure figure={figure} scope={totalScope} minor={total[value] ?? 0n} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}

/** So many codes a row can name without growing. */
const SHORT_LIST = 6;

const HEADINGS: Readonly<Record<GapDimension, string>> = {
  theme: 'Theme',
  species: 'Species programme',
  activity: 'Activity',
  year: 'Year',
};

function rowScope(by: GapDimension, key: string, year: number | undefined): BreakdownScope {
  return by === 'activity' && year !== undefined ? { by, key, year } : { by, key };
}

function hasYear(figure: RowFigure): boolean {
  return figure !== 'surplus' && figure !== 'weightedPipeline';
}

function amountClass(figure: RowFigure): string {
  return figure === 'gap' ? 'is-amount is-gap' : 'is-amount';
}

function Cell({
  by,
  row,
  column,
  scope,
}: {
  by: GapDimension;
  row: ShownRow;
  column: Column;
  scope: BreakdownScope;
}) {
  const needsBudget = column.figure === 'requirement' || column.figure.startsWith('gap');
  if (by === 'activity' && row.unbudgeted.length > 0 && needsBudget) {
    return <span className="unknown">unknown</span>;
  }
  return <Figure figure={column.figure} scope={scope} minor={row[column.value] ?? 0n} />;
}

function Unbudgeted({ by, row }: { by: GapDimension; row: ShownRow }) {
  // A missing requirement may fall in any year, and of an activity the cells themselves say it.
  if (by === 'year' || by === 'activity' || row.unbudgeted.length === 0) return null;
  const codes = row.unbudgeted.join(', ');
  if (row.unbudgeted.length <= SHORT_LIST)
    return <small className="lacks">without {codes}: unbudgeted</small>;
  return (
    <details className="lacks">
      <summary>without {row.unbudgeted.length} unbudgeted activities</summary>
      {codes}
    </details>
  );
}
