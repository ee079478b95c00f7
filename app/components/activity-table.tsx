import { Link, useSearchParams } from '@remix-run/react';
import type { ActivityQuery, ActivitySort, ListedActivity } from '#app/domain/activity-list.ts';
import type { RowFigure } from '#app/domain/breakdown.ts';
import type { ShownRow } from '#app/domain/shown-figures.ts';
import { FundingBadge, StatusBadge } from './badge.tsx';
import { CoverageBar } from './coverage-bar.tsx';
import { Figure } from './figure.tsx';
import { ScopedLink, useFigureScope } from './figure-scope.tsx';
import { timeframeWords } from './timeframe-text.tsx';

type AmountColumn = { readonly figure: RowFigure & ActivitySort; readonly heading: string };

const AMOUNTS: readonly AmountColumn[] = [
  { figure: 'requirement', heading: 'Requirement' },
  { figure: 'received', heading: 'Received' },
  { figure: 'committed', heading: 'Committed' },
  { figure: 'gap', heading: 'Gap' },
  { figure: 'pledged', heading: 'Pledged' },
  { figure: 'gapIfPledgesHold', heading: 'Gap if pledges hold' },
];

/** The list of activities; headings put it in order. On a phone each row is a card. */
export function ActivityTable({
  listed,
  query,
  speciesNames,
}: {
  listed: readonly ListedActivity[];
  query: ActivityQuery;
  speciesNames: ReadonlyMap<string, string>;
}) {
  const columns = AMOUNTS.filter(({ figure }) => listed.some(({ row }) => row[`${figure}Minor`] !== null));
  return (
    <table className="ledger activities">
      <thead>
        <tr>
          <Heading sort="code" query={query}>
            Activity
          </Heading>
          <Heading sort="status" query={query}>
            Status
          </Heading>
          <Heading sort="priority" query={query}>
            Priority
          </Heading>
          <th scope="col" className="thin-bar">
            Coverage
          </th>
          {columns.map(({ figure, heading }) => (
            <Heading key={figure} sort={figure} query={query} isAmount>
              {heading}
            </Heading>
          ))}
        </tr>
      </thead>
      <tbody>
        {listed.map((each) => (
          <ActivityRow key={each.activity.code} listed={each} columns={columns} speciesNames={speciesNames} />
        ))}
      </tbody>
    </table>
  );
}

function ActivityRow({
  listed: { activity, row },
  columns,
  speciesNames,
}: {
  listed: ListedActivity;
  columns: readonly AmountColumn[];
  speciesNames: ReadonlyMap<string, string>;
}) {
  const { code, title, species, timeframe, funding, status, priority } = activity;
  const concerns = species.map(({ code }) => speciesNames.get(code) ?? code).join(', ');
  return (
    <tr>
      <th scope="row">
        <ScopedLink to={`/activities/${encodeURIComponent(code)}`} className="row-link">
          <span className="code">{code}</span> {title}
        </ScopedLink>
        <small>
          {concerns || 'Cross-cutting'} · {timeframeWords(timeframe)}
        </small>
      </th>
      <td className="states">
        <StatusBadge status={status} /> {funding !== 'core' && <FundingBadge funding={funding} />}
      </td>
      <td className="priority">{priority}</td>
      <Amounts row={row} columns={columns} />
    </tr>
  );
}

function Amounts({ row, columns }: { row: ShownRow; columns: readonly AmountColumn[] }) {
  const { currency } = useFigureScope();
  const isUnknown = row.unbudgeted.length > 0;
  if (!isUnknown && columns.every(({ figure }) => row[`${figure}Minor`] === 0n)) {
    return (
      <td colSpan={columns.length + 1} className="is-amount quiet nothing">
        nothing is asked of donors
      </td>
    );
  }
  return (
    <>
      <td className="thin-bar">{!isUnknown && <CoverageBar figures={row} currency={currency} />}</td>
      {columns.map(({ figure, heading }) => (
        <td key={figure} className={amountClass(figure)} data-heading={heading}>
          {isUnknown && needsBudget(figure) ? (
            <span className="unknown">unknown</span>
          ) : (
            <Figure
              figure={figure}
              scope={{ by: 'activity', key: row.key }}
              minor={row[`${figure}Minor`] ?? 0n}
            />
          )}
        </td>
      ))}
    </>
  );
}

function amountClass(figure: RowFigure): string {
  return figure === 'gap' ? 'is-amount is-gap' : 'is-amount';
}

function needsBudget(figure: RowFigure): boolean {
  return figure === 'requirement' || figure === 'gap' || figure === 'gapIfPledgesHold';
}

/** Amounts come largest first, words and codes from their start; a second click turns the order round. */
function Heading({
  sort,
  query,
  isAmount = false,
  children,
}: {
  sort: ActivitySort;
  query: ActivityQuery;
  isAmount?: boolean;
  children: string;
}) {
  const [search] = useSearchParams();
  const isSorted = query.sort === sort;
  const isNextDescending = isSorted ? !query.isDescending : isAmount;
  const next = new URLSearchParams(search);
  next.set('sort', isNextDescending ? `-${sort}` : sort);
  if (sort === 'code' && !isNextDescending) next.delete('sort');
  const order = query.isDescending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={isAmount ? amountClass(sort as RowFigure) : undefined}
      aria-sort={isSorted ? order : undefined}
    >
      <Link to={{ search: next.toString() }} preventScrollReset className="sort">
        {children}
      </Link>
    </th>
  );
}
