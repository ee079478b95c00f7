import type { ReactNode } from 'react';
import type { Attention } from '#app/domain/attention.ts';
import { DateText } from './date-text.tsx';
import { BreakdownLink, Figure } from './figure.tsx';
import { ScopedLink, useFigureScope } from './figure-scope.tsx';
import { Money } from './money.tsx';

/** What somebody should look at, each line with a way to where it can be seen. */
export function AttentionList({
  attention: { overdue, stale, stranded, surpluses },
  donorNames,
  most = Number.POSITIVE_INFINITY,
}: {
  attention: Attention;
  donorNames: ReadonlyMap<string, string>;
  /** How many of each kind are listed; the rest is on the page that lists all. */
  most?: number;
}) {
  const { currency } = useFigureScope();
  const nameOf = (donor: string) => donorNames.get(donor) ?? donor;
  const count = overdue.length + stale.length + stranded.length + surpluses.length;
  return (
    <section className="section" id="attention" aria-labelledby="attention-title">
      <h2 id="attention-title">Needs attention</h2>
      {count === 0 && <p className="quiet">Nothing is overdue, stale, stranded or more than is needed.</p>}
      <Group id="overdue" title="Overdue instalments" count={overdue.length} most={most}>
        {overdue.slice(0, most).map(({ pledge, donor, due, currency, missingMinor, activities }) => (
          <li key={`${pledge} ${due}`}>
            <span>
              {nameOf(donor)}
              <small>
                <span className="reference">{pledge}</span> for{' '}
                <ActivityLinks codes={activities} anchor={`pledge-${pledge}`} />, due <DateText date={due} />
              </small>
            </span>
            <Money minor={missingMinor} currency={currency} named />
          </li>
        ))}
      </Group>
      <Group id="stale" title="Stale prospects" count={stale.length} most={most}>
        {stale.slice(0, most).map(({ prospect, donor, decisionBy, activities }) => (
          <li key={prospect}>
            <span>
              {nameOf(donor)}
              <small>
                <span className="reference">{prospect}</span> for{' '}
                <ActivityLinks codes={activities} anchor={`prospect-${prospect}`} />, decision was due{' '}
                <DateText date={decisionBy} />
              </small>
            </span>
          </li>
        ))}
      </Group>
      <Group id="stranded" title="Stranded pledges" count={stranded.length} most={most}>
        {stranded.slice(0, most).map(({ pledge, donor, amountMinor }) => (
          <li key={pledge}>
            <span>
              {nameOf(donor)}
              <small>
                <span className="reference">{pledge}</span>: no open gap can take this part (
                <BreakdownLink reference={{ figure: 'stranded', scope: { by: 'total' } }}>why</BreakdownLink>)
              </small>
            </span>
            <Money minor={amountMinor} currency={currency} named />
          </li>
        ))}
      </Group>
      <Group id="surplus" title="Surpluses" count={surpluses.length} most={most}>
        {surpluses.slice(0, most).map(({ activity, title, surplusMinor }) => (
          <li key={activity}>
            <span>
              <ScopedLink to={`/activities/${encodeURIComponent(activity)}`} className="row-link">
                <span className="code">{activity}</span> {title}
              </ScopedLink>
              <small>has more than it needs</small>
            </span>
            <Figure figure="surplus" scope={{ by: 'activity', key: activity }} minor={surplusMinor} named />
          </li>
        ))}
      </Group>
    </section>
  );
}

function Group({
  id,
  title,
  count,
  most,
  children,
}: {
  id: string;
  title: string;
  count: number;
  most: number;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <div className="attention-group" id={id}>
      <h3>
        {title} <span className="quiet">{count}</span>
      </h3>
      <ul className="attention-list">{children}</ul>
      {count > most && (
        <p className="quiet">
          <ScopedLink to="/attention" anchor={id}>
            All {count} {title.toLowerCase()}
          </ScopedLink>
        </p>
      )}
    </div>
  );
}

function ActivityLinks({ codes, anchor }: { codes: readonly string[]; anchor: string }) {
  if (codes.length === 0) return 'no activity yet';
  return codes.map((code, index) => (
    <span key={code}>
      {index > 0 && ', '}
      <ScopedLink to={`/activities/${encodeURIComponent(code)}`} anchor={anchor}>
        {code}
      </ScopedLink>
    </span>
  ));
}
