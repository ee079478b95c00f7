import type { ActivityPledge, PledgeState } from '#app/domain/activity-money.ts';
import { Badge, EARMARK_NAMES } from './badge.tsx';
import { DateText } from './date-text.tsx';
import { useFigureScope } from './figure-scope.tsx';
import { Money } from './money.tsx';
import { TableBox } from './table-box.tsx';

type Names = ReadonlyMap<string, string>;

/** The pledges that touch an activity: what was promised, for what, and what has come of it. */
export function PledgeTable({
  pledges,
  donorNames,
  speciesNames,
}: {
  pledges: readonly ActivityPledge[];
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
          {pledges.map((each) => (
            <PledgeRow
              key={each.pledge.code}
              each={each}
              donorNames={donorNames}
              speciesNames={speciesNames}
            />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function PledgeRow({
  each,
  donorNames,
  speciesNames,
}: {
  each: ActivityPledge;
  donorNames: Names;
  speciesNames: Names;
}) {
  const { currency } = useFigureScope();
  const { pledge, allocations } = each;
  return (
    <tr id={`pledge-${pledge.code}`}>
      <th scope="row">
        <span className="row-name">{donorNames.get(pledge.donor) ?? pledge.donor}</span>
        <small>
          {pledge.code} · <StateText each={each} />
        </small>
        <Overdue each={each} />
      </th>
      <td>
        {EARMARK_NAMES[each.earmarkLevel]}
        <EarmarkText pledge={pledge} speciesNames={speciesNames} />
      </td>
      <td className="is-amount">
        <Money minor={pledge.amountMinor} currency={pledge.currency} named />
      </td>
      <td className="is-amount">
        {allocations.length === 0 && <span className="quiet">nothing</span>}
        {allocations.map(({ year, amountMinor }) => (
          <div key={year}>
            {year !== null && <span className="quiet">{year}: </span>}
            <Money minor={amountMinor} currency={pledge.currency} named />
          </div>
        ))}
      </td>
      <td className="is-amount">
        <Money minor={each.receivedMinor} currency={currency} />
      </td>
      <td className="is-amount">
        <Money minor={each.outstandingMinor} currency={currency} />
        {each.outstandingMinor > 0n && <small>{each.outstandingLayer}</small>}
      </td>
    </tr>
  );
}

const STATE_WORDS: Readonly<Record<PledgeState, string>> = {
  announced: 'announced',
  committed: 'signed',
  cancelled: 'cancelled',
};

function StateText({ each: { pledge, state } }: { each: ActivityPledge }) {
  const on = { announced: pledge.date, committed: pledge.committedOn, cancelled: pledge.cancelledOn }[state];
  return (
    <>
      {STATE_WORDS[state]} {on && <DateText date={on} />}
    </>
  );
}

function Overdue({ each: { overdue, pledge } }: { each: ActivityPledge }) {
  return overdue.map(({ due, missingMinor }) => (
    <Badge key={due} tone="alarm">
      Overdue since <DateText date={due} />: <Money minor={missingMinor} currency={pledge.currency} named />
    </Badge>
  ));
}

/** What an earmark names, in words. */
export function EarmarkText({
  pledge: { earmark },
  speciesNames,
}: {
  pledge: Pick<ActivityPledge['pledge'], 'earmark'>;
  speciesNames: Names;
}) {
  const { activities, themes, species, years } = earmark;
  const words = [
    activities.length > 0 &&
      `${activities.length === 1 ? 'activity' : 'activities'} ${activities.join(', ')}`,
    themes.length > 0 && `${themes.length === 1 ? 'theme' : 'themes'} ${themes.join(', ')}`,
    species.length > 0 && species.map((code) => speciesNames.get(code) ?? code).join(', '),
    years.length > 0 && `${years.length === 1 ? 'year' : 'years'} ${years.join(', ')}`,
  ].filter(Boolean);
  return words.length > 0 && <small>{words.join('; ')}</small>;
}
