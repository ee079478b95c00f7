import type { DecidedPledge } from '#app/domain/confidential.ts';
import { EARMARK_NAMES } from './badge.tsx';
import { DateText } from './date-text.tsx';
import { useFigureScope } from './figure-scope.tsx';
import { Money } from './money.tsx';
import { EarmarkText } from './pledge-table.tsx';
import { TableBox } from './table-box.tsx';

type Names = ReadonlyMap<string, string>;

/** The pledges that touch an activity, for those who see what is signed or has arrived. */
export function DecidedPledgeTable({
  pledges,
  donorNames,
  speciesNames,
}: {
  pledges: readonly DecidedPledge[];
  donorNames: Names;
  speciesNames: Names;
}) {
  const { currency } = useFigureScope();
  return (
    <TableBox name="Pledges" hasLinks={false}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Pledge</th>
            <th scope="col">Earmark</th>
            <th scope="col" className="is-amount">
              Amount
            </th>
            <th scope="col" className="is-amount">
              Allocated here
            </th>
            <th scope="col" className="is-amount">
              Received here, {currency}
            </th>
            <th scope="col" className="is-amount">
              Outstanding here, {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {pledges.map((pledge) => (
            <tr key={pledge.code} id={`pledge-${pledge.code}`}>
              <PledgeCells pledge={pledge} donorNames={donorNames} speciesNames={speciesNames} />
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function PledgeCells({
  pledge: { code, receivedMinor, agreement },
  donorNames,
  speciesNames,
}: {
  pledge: DecidedPledge;
  donorNames: Names;
  speciesNames: Names;
}) {
  const { currency } = useFigureScope();
  const received = (
    <td className="is-amount">
      <Money minor={receivedMinor} currency={currency} />
    </td>
  );
  if (!agreement) {
    return (
      <>
        <th scope="row">
          <span className="row-name">{code}</span>
          <small>paid before an agreement was signed</small>
        </th>
        <td colSpan={3} className="quiet">
          Only what has arrived is shown.
        </td>
        {received}
        <td />
      </>
    );
  }
  return (
    <>
      <th scope="row">
        <span className="row-name">{donorNames.get(agreement.donor) ?? agreement.donor}</span>
        <small>
          {code} ·{' '}
          {agreement.cancelledOn ? (
            <>
              cancelled <DateText date={agreement.cancelledOn} />
            </>
          ) : (
            <>
              signed <DateText date={agreement.committedOn} />
            </>
          )}
        </small>
      </th>
      <td>
        {EARMARK_NAMES[agreement.earmarkLevel]}
        <EarmarkText pledge={agreement} speciesNames={speciesNames} />
      </td>
      <td className="is-amount">
        <Money minor={agreement.amountMinor} currency={agreement.currency} named />
      </td>
      <td className="is-amount">
        {agreement.allocations.length === 0 && <span className="quiet">nothing</span>}
        {agreement.allocations.map(({ year, amountMinor }) => (
          <div key={year}>
            {year !== null && <span className="quiet">{year}: </span>}
            <Money minor={amountMinor} currency={agreement.currency} named />
          </div>
        ))}
      </td>
      {received}
      <td className="is-amount">
        <Money minor={agreement.outstandingMinor} currency={currency} />
      </td>
    </>
  );
}
