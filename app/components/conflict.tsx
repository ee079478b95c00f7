import type { ReactNode } from 'react';
import { conflictNames } from '#app/domain/edit-names.ts';
import type { ConflictRow, Entries } from '#app/domain/record-conflict.ts';
import { EditFields } from './edit-fields.tsx';
import { InstantText } from './instant-text.tsx';

/** An edit that would have gone over somebody else's. */
export type ConflictProps = {
  /** Where the form goes; the page itself if left out. */
  readonly action?: string;
  /** Who saved the newer version, and when (ISO). */
  readonly by: string;
  readonly at: string;
  /** The newer version: the answer is made from it. */
  readonly revision: number;
  /** What the newer version says, as the form's entries. */
  readonly theirs: Entries;
  readonly rows: readonly ConflictRow[];
  /** Everything that was typed; what is no row goes along as it is. */
  readonly mine: Entries;
  /** What else the form needs, such as hidden fields of its own. */
  readonly children?: ReactNode;
};

/**
 * Shows both versions of what two people changed at the same time, and asks which to keep, field by field. It sends
 * what the page's own form would have sent, made from the newer version; nothing that was typed is lost.
 */
export function Conflict({ action, by, at, revision, theirs, rows, mine, children }: ConflictProps) {
  const inRows = new Set(
    rows.flatMap((row) => [...row.myEntries, ...row.theirEntries].map(([name]) => name)),
  );
  const clashCount = rows.filter(({ clash }) => clash).length;
  return (
    <form method="post" action={action} className="conflict" aria-labelledby="conflict-title">
      <div className="notice is-alarm" role="alert">
        <h2 id="conflict-title">Somebody else has saved a newer version</h2>
        <p>
          {by} saved it on <InstantText at={at} />. Nothing of yours is saved yet, and nothing is lost:{' '}
          {clashCount > 0
            ? 'choose which version to keep where you both changed something.'
            : 'you changed different things, so both can be kept.'}
        </p>
      </div>
      <EditFields revision={revision} base={theirs} />
      {mine.map(([name, value], index) =>
        inRows.has(name) ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have nothing else to tell them apart
          <input key={index} type="hidden" name={name} value={value} />
        ),
      )}
      {children}
      {rows.map((row) => (
        <Choice key={row.key} row={row} by={by} />
      ))}
      <div className="form-actions">
        <button type="submit" className="is-primary">
          Save this
        </button>
      </div>
    </form>
  );
}

function Choice({ row, by }: { row: ConflictRow; by: string }) {
  const names = conflictNames(row.key);
  return (
    <fieldset className="conflict-row">
      <legend>
        {row.label} <small>{row.clash ? 'You both changed it' : changedBy(row, by)}</small>
      </legend>
      <input type="hidden" name={names.mine} value={JSON.stringify(row.myEntries)} />
      <input type="hidden" name={names.theirs} value={JSON.stringify(row.theirEntries)} />
      <p className="quiet conflict-base">
        Before: <Value text={row.base} />
      </p>
      <div className="conflict-versions">
        <Version row={row} version="mine" label="Keep mine" text={row.mine} />
        <Version row={row} version="theirs" label="Take theirs" text={row.theirs} />
      </div>
    </fieldset>
  );
}

function Version({
  row,
  version,
  label,
  text,
}: {
  row: ConflictRow;
  version: 'mine' | 'theirs';
  label: string;
  text: string;
}) {
  return (
    <label className="conflict-version">
      <input
        type="radio"
        name={conflictNames(row.key).choice}
        value={version}
        defaultChecked={row.suggested === version}
        required
      />
      <span>{label}</span>
      <Value text={text} />
    </label>
  );
}

function Value({ text }: { text: string }) {
  return text === '' ? <em className="quiet">empty</em> : <span className="conflict-value">{text}</span>;
}

function changedBy({ suggested }: ConflictRow, by: string): string {
  return suggested === 'mine' ? 'Only you changed it' : `Only ${by} changed it`;
}
