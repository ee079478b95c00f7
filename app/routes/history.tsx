import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { Who } from '#app/components/audit-list.tsx';
import { ACTION_NAMES, KIND_NOUNS, recordHref } from '#app/components/audit-words.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { FieldChanges } from '#app/components/field-changes.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { listRecordHistory } from '#app/data/audit-reading.server.ts';
import type { AuditKind } from '#app/domain/audit.ts';
import { fieldChanges } from '#app/domain/record-diff.ts';
import { visitorMay } from '#app/domain/visitor.ts';
import { readAuditKind, readEntryNumber } from '#app/forms/audit-query.ts';

/** What only those who read the whole audit trail may see. */
const FOR_ADMINISTRATORS: readonly AuditKind[] = ['people', 'apiTokens', 'settings'];

export const handle = { isAboutFigures: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `History of ${data.key} · Tributary` : 'Tributary' },
];

export async function loader({ request, context: { db, visitor } }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const kind = readAuditKind(search);
  const key = search.get('key') ?? '';
  if (kind === null || key === '' || key.includes('\0')) {
    throw new Response('This address names no record.', { status: 404 });
  }
  if (FOR_ADMINISTRATORS.includes(kind) && !visitorMay(visitor, 'read the audit trail')) {
    throw new Response('Only administrators see this history.', { status: 403 });
  }
  const { entries, below } = await listRecordHistory(
    db,
    { kind, key },
    { below: readEntryNumber(search, 'before') },
  );
  return {
    kind,
    key,
    below,
    entries: entries.map(({ before, after, ...line }) => ({ line, changes: fieldChanges(before, after) })),
  };
}

export default function History() {
  const { kind, key, entries, below } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const older = new URLSearchParams(search);
  if (below !== null) older.set('before', String(below));
  const href = entries[0]?.line.action === 'deleted' ? null : recordHref(kind, key);
  return (
    <>
      <PageHeading title={`History of ${KIND_NOUNS[kind].toLowerCase()} ${key}`}>
        {href && (
          <p>
            <Link to={href}>Open the record</Link>
          </p>
        )}
      </PageHeading>
      {entries.length === 0 && (
        <EmptyState title="No change was written down.">
          <p>The record is older than the audit trail, or there is none of this name.</p>
        </EmptyState>
      )}
      <ol className="audit-list">
        {entries.map(({ line, changes }) => (
          <li key={line.id} className="is-open">
            <h2>{ACTION_NAMES[line.action]}</h2>
            <Who line={line} />
            {line.reason && <p className="audit-reason">{line.reason}</p>}
            <div className="audit-entry">
              <FieldChanges changes={changes} name={`What was ${line.action}`} />
            </div>
          </li>
        ))}
      </ol>
      {below !== null && (
        <nav className="pages" aria-label="Pages">
          <Link to={{ search: older.toString() }} rel="next">
            Older
          </Link>
        </nav>
      )}
    </>
  );
}
