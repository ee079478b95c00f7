import type { ShownCell, ShownFigures } from '#app/domain/shown-figures.ts';
import { CoverageBar } from './coverage-bar.tsx';
import { Figure } from './figure.tsx';
import { useFigureScope } from './figure-scope.tsx';
import { TableBox } from './table-box.tsx';

const COLUMNS = [
  { figure: 'requirement', heading: 'Requirement', value: 'requirementMinor' },
  { figure: 'received', heading: 'Received', value: 'receivedMinor' },
  { figure: 'committed', heading: 'Committed', value: 'committedMinor' },
  { figure: 'gap', heading: 'Gap', value: 'gapMinor' },
  { figure: 'pledged', heading: 'Pledged', value: 'pledgedMinor' },
  { figure: 'gapIfPledgesHold', heading: 'Gap if pledges hold', value: 'gapIfPledgesHoldMinor' },
] as const;

/** How far an activity is covered, year by year and layer by layer. */
export function CoverageTable({
  activity,
  cells,
  total,
}: {
  activity: string;
  cells: readonly ShownCell[];
  total: ShownFigures;
}) {
  const { currency } = useFigureScope();
  const columns = COLUMNS.filter(({ value }) => total[value] !== null);
  return (
    <TableBox name="Coverage by year">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col" className="bar-column">
              Coverage
            </th>
            {columns.map(({ figure, heading }) => (
              <th key={figure} scope="col" className={amountClass(figure)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={cell.year}>
              <th scope="row">{cell.year}</th>
              <td className="bar-column">
                <CoverageBar figures={cell} currency={currency} />
              </td>
              {columns.map(({ figure, value }) => (
                <td key={figure} className={amountClass(figure)}>
                  <Figure
                    figure={figure}
                    scope={{ by: 'activity', key: activity, year: cell.year }}
                    minor={cell[value] ?? 0n}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              All years
            </th>
            {columns.map(({ figure, value }) => (
              <td key={figure} className={amountClass(figure)}>
                <Figure
                  figure={figure}
                  scope={{ by: 'activity', key: activity }}
                  minor={total[value] ?? 0n}
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}

function amountClass(figure: string): string {
  return figure === 'gap' ? 'is-amount is-gap' : 'is-amount';
}
