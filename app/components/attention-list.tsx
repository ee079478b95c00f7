import type { ReactNode } from 'react';
import type { Attention, AttentionCounts } from '#app/domain/attention.ts';
import { DateText } from './date-text.tsx';
import { BreakdownLink, Figure } from './figure.tsx';
import { ScopedLink, useFigureScope } from './figure-scope.tsx';
import { Money } from './money.tsx';

/** What somebody should look at, each line with a way to where it can be seen. */
export function AttentionList({
  attention: { overdue, stale, stranded, surpluses },
  counts,
  donorNames,
  isSummary = false,
}: {
  attention: Attention;
  /** How many there are of each kind, also of those that are not listed here. */
  counts: AttentionCounts;
  donorNames: ReadonlyMap<string, string>;
  /** True where the page that lists more is another one. */
  isSummary?: boolean;
}) {
  const { currency } = useFigureScope();
  const nameOf = (donor: string) => donorNames.get(donor) ?? donor;
  const count = counts.overdue + counts.stale + counts.stranded + counts.surpluses;
  return (
    <section className="section" id="attention" aria-labelledby="attention-title">
      <h2 id="attention-title">Needs attention</h2>
      {count === 0 && <p className="quiet">Nothing is overdue, stale, stranded or more than is needed.</p>}
      <Group
        id="overdue"
        title="Overdue instalments"
        count={counts.overdue}
        listed={overdue.length}
        isSummary={isSummary}
      >
        {overdue.map(({ pledge, donor, due, currency, missingMinor, activities }) => (
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
      <Group
        id="stale"
        title="Stale prospects"
        count={counts.stale}
        listed={stale.length}
        isSummary={isSummary}
      >
        {stale.map(({ prospect, donor, decisionBy, activities }) => (
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
      <Group
        id="stranded"
        title="Stranded pledges"
        count={counts.stranded}
        listed={stranded.length}
        isSummary={isSummary}
      >
        {stranded.map(({ pledge, donor, amountMinor }) => (
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
      <Group
        id="surplus"
        title="Surpluses"
        count={counts.surpluses}
        listed={surpluses.length}
        isSummary={isSummary}
      >
        {surpluses.map(({ activity, title, surplusMinor }) => (
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
  listed,
  isSummary,
  children,
}: {
  id: string;
  title: string;
  count: number;
  listed: number;
  isSummary: boolean;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <div className="attention-group" id={id}>
      <h3>
        {title} <span className="quiet">{count}</span>
      </h3>
      <ul className="attention-list">{children}</ul>
      {count > listed && (
        <p className="quiet">
          The first {listed} of {count}.{' '}
          {isSummary && (
            <ScopedLink to="/attention" anchor={id}>
              More {title.toLowerCase()}
            </ScopedLink>
          )}
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
