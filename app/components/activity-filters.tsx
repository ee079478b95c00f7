import { useEffect, useRef } from 'react';
import { ACTIVITY_FUNDINGS, ACTIVITY_STATUSES, PRIORITIES } from '#app/domain/activity.ts';
import type { ActivityQuery } from '#app/domain/activity-list.ts';
import { CROSS_CUTTING } from '#app/domain/species-split.ts';
import { FUNDING_NAMES, PRIORITY_NAMES, STATUS_NAMES } from './badge.tsx';
import { UrlForm } from './url-form.tsx';

/** A new choice starts at the first page again. */
const NAMES = ['q', 'theme', 'species', 'funding', 'status', 'priority', 'page'];

type Choice = { readonly value: string; readonly name: string };

/** Search and filters of the list of activities, all of it in the URL. */
export function ActivityFilters({
  query,
  themes,
  speciesProgrammes,
}: {
  query: ActivityQuery;
  themes: readonly { readonly code: string; readonly title: string }[];
  speciesProgrammes: readonly { readonly code: string; readonly name: string }[];
}) {
  return (
    <UrlForm names={NAMES} label="Find activities" className="filters">
      <SearchField value={query.q} />
      <Filter
        name="theme"
        label="Theme"
        value={query.theme}
        choices={themes.map(({ code, title }) => ({ value: code, name: `${code} ${title}` }))}
      />
      <Filter
        name="species"
        label="Species programme"
        value={query.species}
        choices={[
          ...speciesProgrammes.map(({ code, name }) => ({ value: code, name })),
          { value: CROSS_CUTTING, name: 'Cross-cutting' },
        ]}
      />
      <Filter
        name="funding"
        label="Funding"
        value={query.funding}
        choices={ACTIVITY_FUNDINGS.map((value) => ({ value, name: FUNDING_NAMES[value] }))}
      />
      <Filter
        name="status"
        label="Status"
        value={query.status}
        choices={ACTIVITY_STATUSES.map((value) => ({ value, name: STATUS_NAMES[value] }))}
      />
      <Filter
        name="priority"
        label="Priority"
        value={query.priority}
        choices={[
          ...PRIORITIES.map((value) => ({ value, name: PRIORITY_NAMES[value] })),
          { value: 'none', name: 'No priority' },
        ]}
      />
      <button type="submit" className="without-scripts">
        Find
      </button>
    </UrlForm>
  );
}

function SearchField({ value }: { value: string }) {
  const field = useRef<HTMLInputElement>(null);
  // After Back the field follows the URL, but never while somebody types in it.
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = value;
  }, [value]);
  return (
    <div className="search">
      <input
        ref={field}
        type="search"
        name="q"
        aria-label="Search"
        defaultValue={value}
        placeholder="Search code, title, lead, partner"
      />
    </div>
  );
}

function Filter({
  name,
  label,
  value,
  choices,
}: {
  name: string;
  label: string;
  value: string | null;
  choices: readonly Choice[];
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
        <option key={choice.value} value={choice.value}>
          {choice.name}
        </option>
      ))}
    </select>
  );
}
