import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { AuditFilters } from '#app/components/audit-filters.tsx';
import { AuditList } from '#app/components/audit-list.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { findAuditEntry, listAuditLines } from '#app/data/audit-reading.server.ts';
import { fieldChanges } from '#app/domain/record-diff.ts';
import { AUDIT_FIELDS, readAuditQuery, readEntryNumber } from '#app/forms/audit-query.ts';

export const handle = { isAboutFigures: false };

export const meta: MetaFunction = () => [{ title: 'Audit trail · Tributary' }];

export async function loader({ request, context: { db } }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const query = readAuditQuery(search);
  const page = await listAuditLines(db, query, { below: readEntryNumber(search, 'before') });
  const opened = readEntryNumber(search, 'entry');
  const isShown = page.lines.some((line) => !('counts' in line) && line.id === opened);
  const entry = opened !== null && isShown ? await findAuditEntry(db, opened) : null;
  return {
    query,
    ...page,
    open: entry && { id: entry.id, changes: fieldChanges(entry.before, entry.after) },
  };
}

export default function AuditTrail() {
  const { query, lines, below, open } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const isFiltered = AUDIT_FIELDS.some((name) => search.get(name)) || query.change !== null;
  return (
    <>
      <PageHeading title="Audit trail">
        <p className="quiet">
          Who changed what, and when. Nobody can alter it. <DownloadLink />
        </p>
      </PageHeading>
      <section className="section" aria-label="Changes">
        <AuditFilters query={query} />
        {isFiltered && (
          <p className="quiet">
            {query.change !== null && 'All that was saved together. '}
            <Link to="/audit">Show all changes</Link>
          </p>
        )}
        {lines.length > 0 ? <AuditList lines={lines} open={open} /> : <NoChange isFiltered={isFiltered} />}
        <FurtherPages below={below} />
      </section>
    </>
  );
}

function DownloadLink() {
  const [search] = useSearchParams();
  const filters = new URLSearchParams(search);
  filters.delete('before');
  filters.delete('entry');
  const query = filters.toString();
  return (
    <a href={query ? `/audit.csv?${query}` : '/audit.csv'} download>
      Download as CSV
    </a>
  );
}

function NoChange({ isFiltered }: { isFiltered: boolean }) {
  if (!isFiltered) return <EmptyState title="Nothing was changed yet." />;
  return (
    <EmptyState title="No change fits all of this.">
      <p>Take away a filter, or search for fewer words.</p>
    </EmptyState>
  );
}

function FurtherPages({ below }: { below: number | null }) {
  const [search] = useSearchParams();
  const older = new URLSearchParams(search);
  const newest = new URLSearchParams(search);
  for (const each of [older, newest]) each.delete('entry');
  newest.delete('before');
  if (below === null && !search.has('before')) return null;
  if (below !== null) older.set('before', String(below));
  return (
    <nav className="pages" aria-label="Pages">
      {search.has('before') && <Link to={{ search: newest.toString() }}>Newest</Link>}
      {below !== null && (
        <Link to={{ search: older.toString() }} rel="next">
          Older
        </Link>
      )}
    </nav>
  );
}
