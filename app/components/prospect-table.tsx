import type { ActivityProspect } from '#app/domain/activity-money.ts';
import { Badge } from './badge.tsx';
import { DateText } from './date-text.tsx';
import { useFigureScope } from './figure-scope.tsx';
import { Money } from './money.tsx';
import { TableBox } from './table-box.tsx';

/** The open prospects with an ask for an activity, and how likely each is. */
export function ProspectTable({
  prospects,
  donorNames,
}: {
  prospects: readonly ActivityProspect[];
  donorNames: ReadonlyMap<string, string>;
}) {
  const { currency } = useFigureScope();
  return (
    <TableBox name="Prospects" hasLinks={false}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Prospect</th>
            <th scope="col">Stage</th>
            <th scope="col">Decision by</th>
            <th scope="col" className="is-amount">
              Asked for here
            </th>
            <th scope="col" className="is-amount">
              In {currency}
            </th>
            <th scope="col" className="is-amount">
              Probability
            </th>
          </tr>
        </thead>
        <tbody>
          {prospects.map(({ prospect, isStale, isOwnProbability, ...each }) => (
            <tr key={prospect.code} id={`prospect-${prospect.code}`}>
              <th scope="row">
                <span className="row-name">{donorNames.get(prospect.donor) ?? prospect.donor}</span>
                <small>{prospect.code}</small>
              </th>
              <td className="stage">{prospect.stage}</td>
              <td>
                {prospect.decisionBy ? (
                  <DateText date={prospect.decisionBy} />
                ) : (
                  <span className="quiet">open</span>
                )}
                {isStale && (
                  <>
                    {' '}
                    <Badge tone="notice">Stale: counts nowhere until updated</Badge>
                  </>
                )}
              </td>
              <td className="is-amount">
                <Money minor={each.askMinor} currency={prospect.currency} named />
              </td>
              <td className="is-amount">
                <Money minor={each.stakeMinor} currency={currency} />
              </td>
              <td className="is-amount">
                {each.probability}
                <small>{isOwnProbability ? 'its own' : 'of its stage'}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
