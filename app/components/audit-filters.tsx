import { AUDIT_ACTIONS, AUDIT_KINDS, type AuditQuery } from '#app/domain/audit.ts';
import { ACTION_NAMES, KIND_NAMES } from './audit-words.ts';
import { UrlForm } from './url-form.tsx';

/** A new choice starts at the newest entry, with none open. */
const NAMES = ['q', 'from', 'to', 'who', 'kind', 'action', 'before', 'entry', 'change'];

/** Search and filters of the audit trail, all of it in the URL. */
export function AuditFilters({ query }: { query: AuditQuery }) {
  return (
    <UrlForm names={NAMES} label="Find changes" className="filters">
      <div className="search">
        <input
          type="search"
          name="q"
          aria-label="Search"
          defaultValue={query.text}
          placeholder="Search code, values, reason"
        />
      </div>
      <input type="search" name="who" aria-label="Who" defaultValue={query.who} placeholder="Who" />
      <Choice name="kind" label="Kind" value={query.kind} choices={AUDIT_KINDS} names={KIND_NAMES} />
      <Choice
        name="action"
        label="Change"
        value={query.action}
        choices={AUDIT_ACTIONS}
        names={ACTION_NAMES}
      />
      <label className="filter-date">
        From <input type="date" name="from" defaultValue={query.from ?? ''} />
      </label>
      <label className="filter-date">
        To <input type="date" name="to" defaultValue={query.to ?? ''} />
      </label>
      <button type="submit" className="without-scripts">
        Find
      </button>
    </UrlForm>
  );
}

function Choice<T extends string>({
  name,
  label,
  value,
  choices,
  names,
}: {
  name: string;
  label: string;
  value: T | null;
  choices: readonly T[];
  names: Readonly<Record<T, string>>;
}) {
  return (
    <select
      key={value}
      name={name}
      aria-label={label}
      defaultValue={value ?? ''}
      className={value === null ? undefined : 'is-set'}
    >
      <option value="">{label}: any</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {names[choice]}
        </option>
      ))}
    </select>
  );
}
