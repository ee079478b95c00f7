import { ScopedLink } from './figure-scope.tsx';

type Listed = readonly { readonly code: string; readonly title: string }[];

const SHORT_LIST = 10;

/** Says which requirements are unknown, so that no total is read as if it had them. */
export function UnbudgetedNotice({ activities }: { activities: Listed }) {
  if (activities.length === 0) return null;
  const one = activities.length === 1;
  return (
    <section className="unbudgeted" id="unbudgeted" aria-labelledby="unbudgeted-title">
      <h2 id="unbudgeted-title">
        {one ? '1 activity is' : `${activities.length} activities are`} unbudgeted
      </h2>
      <p>
        {one ? 'It needs' : 'They need'} external funding but {one ? 'has' : 'have'} no approved budget. What{' '}
        {one ? 'it costs' : 'they cost'} is <strong>unknown, not zero</strong>: the requirement and the gap
        above leave {one ? 'it' : 'them'} out.
      </p>
      <ActivityLinks activities={activities.slice(0, SHORT_LIST)} />
      {activities.length > SHORT_LIST && (
        <details className="more">
          <summary>{activities.length - SHORT_LIST} more</summary>
          <ActivityLinks activities={activities.slice(SHORT_LIST)} />
        </details>
      )}
    </section>
  );
}

function ActivityLinks({ activities }: { activities: Listed }) {
  return (
    <ul className="unbudgeted-list">
      {activities.map(({ code, title }) => (
        <li key={code}>
          <ScopedLink to={`/activities/${encodeURIComponent(code)}`} className="row-link">
            <span className="code">{code}</span> {title}
          </ScopedLink>
        </li>
      ))}
    </ul>
  );
}
