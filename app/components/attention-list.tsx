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
}: {
  attention: Attention;
  donorNames: ReadonlyMap<string, string>;
}) {
  const { currency } = useFigureScope();
  const nameOf = (donor: string) => donorNames.get(donor) ?? donor;
  const count = overdue.length + stale.length + stranded.length + surpluses.length;
  return (
    <section className="section" aria-labelledby="attention-title">
      <h2 id="attention-title">Needs attention</h2>
      {count === 0 && <p className="quiet">Nothing is overdue, stale, stranded or more than is needed.</p>}
      <Group title="Overdue instalments" count={overdue.length}>
        {overdue.map(({ pledge, donor, due, currency, missingMinor, activities }) => (
          <li key={`${pledge} ${due}`}>
            <span>
              {nameOf(donor)} <small>{pledge}</small>{' '}
              <ActivityLinks codes={activities} anchor={`pledge-${pledge}`} />
            </span>
            <span className="since">
              due <DateText date={due} />
            </span>
            <Money minor={missingMinor} currency={currency} named />
          </li>
        ))}
      </Group>
      <Group title="Stale prospects" count={stale.length}>
        {stale.map(({ prospect, donor, decisionBy, activities }) => (
          <li key={prospect}>
            <span>
              {nameOf(donor)} <small>{prospect}</small>{' '}
              <ActivityLinks codes={activities} anchor={`prospect-${prospect}`} />
            </span>
            <span className="since">
              decision was due <DateText date={decisionBy} />
            </span>
          </li>
        ))}
      </Group>
      <Group title="Stranded pledges" count={stranded.length}>
        {stranded.map(({ pledge, donor, amountMinor }) => (
          <li key={pledge}>
            <span>
              {nameOf(donor)} <small>{pledge}</small>
            </span>
            <span className="since">
              <BreakdownLink reference={{ figure: 'stranded', scope: { by: 'total' } }}>
                no open gap can take it
              </BreakdownLink>
            </span>
            <Money minor={amountMinor} currency={currency} named />
          </li>
        ))}
      </Group>
      <Group title="Surpluses" count={surpluses.length}>
        {surpluses.map(({ activity, title, surplusMinor }) => (
          <li key={activity}>
            <ScopedLink to={`/activities/${encodeURIComponent(activity)}`} className="row-link">
              <span className="code">{activity}</span> {title}
            </ScopedLink>
            <span className="since">more than it needs</span>
            <Figure figure="surplus" scope={{ by: 'activity', key: activity }} minor={surplusMinor} named />
          </li>
        ))}
      </Group>
    </section>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <div className="attention-group">
      <h3>
        {title} <span className="quiet">{count}</span>
      </h3>
      <ul className="attention-list">{children}</ul>
    </div>
  );
}

function ActivityLinks({ codes, anchor }: { codes: readonly string[]; anchor: string }) {
  return codes.map((code) => (
    <span key={code}>
      <ScopedLink to={`/activities/${encodeURIComponent(code)}`} anchor={anchor} className="code">
        {code}
      </ScopedLink>{' '}
    </span>
  ));
}
