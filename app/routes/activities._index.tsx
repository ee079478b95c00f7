import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ActivityFilters } from '#app/components/activity-filters.tsx';
import { ActivityTable } from '#app/components/activity-table.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ScopedLink } from '#app/components/figure-scope.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { Pages } from '#app/components/pages.tsx';
import { listActivities } from '#app/data/activities.server.ts';
import { selectActivities } from '#app/domain/activity-list.ts';
import { shownRows } from '#app/domain/shown-figures.ts';
import { readActivityQuery, readPage } from '#app/forms/activity-query.ts';
import { requireReport } from '#app/guards/figures.server.ts';

const PAGE_SIZE = 200;

export const meta: MetaFunction = () => [{ title: 'Activities · Tributary' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const report = await requireReport(context, request);
  const search = new URL(request.url).searchParams;
  const query = readActivityQuery(search);
  const { programme, themes, speciesProgrammes, currency } = report.facts;
  const activities = await listActivities(context.db, programme.code);
  const rows = new Map(shownRows(report, 'activity').map((row) => [row.key, row]));
  const listed = activities.flatMap((activity) => {
    const row = rows.get(activity.code);
    return row ? [{ activity, row }] : [];
  });
  const selected = selectActivities(listed, query);
  const pageCount = Math.ceil(selected.length / PAGE_SIZE);
  const page = readPage(search, pageCount);
  return {
    query,
    themes,
    speciesProgrammes,
    currency,
    count: listed.length,
    selectedCount: selected.length,
    page,
    pageCount,
    listed: selected.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
  };
}

export default function Activities() {
  const { query, themes, speciesProgrammes, currency, count, selectedCount, listed, page, pageCount } =
    useLoaderData<typeof loader>();
  const speciesNames = new Map(speciesProgrammes.map(({ code, name }) => [code, name]));
  const isSelection = selectedCount < count;
  return (
    <>
      <PageHeading title="Activities" />
      <section className="section" aria-label="List of activities">
        <ActivityFilters query={query} themes={themes} speciesProgrammes={speciesProgrammes} />
        <p className="quiet" role="status">
          {isSelection ? `${selectedCount} of ${count} activities` : `${count} activities`}, amounts in{' '}
          {currency}
          {isSelection && selectedCount > 0 && (
            <>
              {' · '}
              <ScopedLink to="/activities">Show all</ScopedLink>
            </>
          )}
        </p>
        {selectedCount > 0 ? (
          <ActivityTable listed={listed} query={query} speciesNames={speciesNames} />
        ) : (
          <NoActivity count={count} />
        )}
        <Pages page={page} pageCount={pageCount} />
      </section>
    </>
  );
}

function NoActivity({ count }: { count: number }) {
  if (count === 0) return <EmptyState title="This programme has no activities yet." />;
  return (
    <EmptyState title="No activity fits all of this.">
      <p>
        Take away a filter, search for fewer words, or{' '}
        <ScopedLink to="/activities">show all {count}</ScopedLink>.
      </p>
    </EmptyState>
  );
}
