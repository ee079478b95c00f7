import { Link, useSearchParams } from '@remix-run/react';
import type { AuditGroup, AuditLine } from '#app/domain/audit.ts';
import type { FieldChange } from '#app/domain/record-diff.ts';
import { ACTION_NAMES, historyHref, KIND_NOUNS, recordHref } from './audit-words.ts';
import { FieldChanges } from './field-changes.tsx';
import { InstantText } from './instant-text.tsx';

/** The entry that is open: what it says of each field. */
export type OpenEntry = { readonly id: number; readonly changes: readonly FieldChange[] };

/** Entries of the audit trail, newest first; one of them may be open. */
export function AuditList({
  lines,
  open,
}: {
  lines: readonly (AuditLine | AuditGroup)[];
  open: OpenEntry | null;
}) {
  return (
    <ol className="audit-list">
      {lines.map((line) =>
        'counts' in line ? (
          <Group key={line.id} group={line} />
        ) : (
          <Entry key={line.id} line={line} open={open?.id === line.id ? open : null} />
        ),
      )}
    </ol>
  );
}

function Entry({ line, open }: { line: AuditLine; open: OpenEntry | null }) {
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (open) next.delete('entry');
  else next.set('entry', String(line.id));
  const words = `${KIND_NOUNS[line.kind]} ${line.key}`;
  return (
    <li id={`entry-${line.id}`} className={open ? 'is-open' : undefined}>
      <Link
        to={{ search: next.toString(), hash: `entry-${line.id}` }}
        preventScrollReset
        aria-expanded={open !== null}
        className="row-link"
      >
        {ACTION_NAMES[line.action]}: {words}
      </Link>
      <Who line={line} />
      {line.reason && <p className="audit-reason">{line.reason}</p>}
      {open && (
        <div className="audit-entry">
          <FieldChanges changes={open.changes} name={`What became of ${words}`} />
          <RecordLinks line={line} />
        </div>
      )}
    </li>
  );
}

function RecordLinks({ line: { kind, key, action } }: { line: AuditLine }) {
  const href = action === 'deleted' ? null : recordHref(kind, key);
  return (
    <p className="inline-list">
      {href && <Link to={href}>Open the record</Link>}
      <Link to={historyHref(kind, key)}>All its changes</Link>
    </p>
  );
}

function Group({ group }: { group: AuditGroup }) {
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  next.delete('before');
  next.delete('entry');
  next.set('change', group.change);
  const counted = (['added', 'changed', 'deleted'] as const).flatMap((action) =>
    group.counts[action] === 0 ? [] : `${group.counts[action].toLocaleString('en-GB')} ${action}`,
  );
  return (
    <li>
      <Link to={{ search: next.toString() }} className="row-link">
        Saved together: {counted.join(', ')}
      </Link>
      <Who line={group} />
    </li>
  );
}

/** Who did it, and when. */
export function Who({ line }: { line: Pick<AuditLine, 'actorKind' | 'actorName' | 'at'> }) {
  return (
    <span className="quiet audit-who">
      {line.actorName}
      {line.actorKind === 'token' && ' (API token)'} · <InstantText at={line.at.toISOString()} />
    </span>
  );
}
