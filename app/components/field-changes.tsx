import type { FieldChange } from '#app/domain/record-diff.ts';
import { TableBox } from './table-box.tsx';

/** What became of a record, field by field; what was added has nothing before it, what was deleted nothing after. */
export function FieldChanges({ changes, name }: { changes: readonly FieldChange[]; name: string }) {
  if (changes.length === 0) return <p className="quiet">No field says anything else than before.</p>;
  const hasAfter = changes.some((change) =>
    change.kind === 'list' ? !isRemoval(change) : change.after !== null,
  );
  const hasBefore = changes.some((change) =>
    change.kind === 'list' ? change.removed.length > 0 : change.before !== null,
  );
  return (
    <TableBox name={name} hasLinks={false}>
      <table className="field-changes">
        <thead>
          <tr>
            <th scope="col">Field</th>
            {hasBefore && <th scope="col">Before</th>}
            {hasAfter && <th scope="col">After</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.path}>
              <th scope="row">{change.label}</th>
              {hasBefore && (
                <td>{change.kind === 'value' ? valueText(change.before) : <Removed {...change} />}</td>
              )}
              {hasAfter && (
                <td>{change.kind === 'value' ? valueText(change.after) : <Added {...change} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

type ListChange = Extract<FieldChange, { kind: 'list' }>;

function isRemoval({ added, isReordered }: ListChange): boolean {
  return added.length === 0 && !isReordered;
}

function valueText(text: string | null) {
  return text === null ? <span className="quiet">–</span> : <span className="field-value">{text}</span>;
}

function Removed({ removed }: ListChange) {
  return <Items items={removed} word="Removed" />;
}

function Added({ added, isReordered }: ListChange) {
  if (isReordered) return <span className="quiet">The same, in another order</span>;
  return <Items items={added} word="Added" />;
}

function Items({ items, word }: { items: readonly string[]; word: 'Removed' | 'Added' }) {
  const Mark = word === 'Added' ? 'ins' : 'del';
  return (
    <ul className="field-items">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same item may be there twice
        <li key={index}>
          <span className="visually-hidden">{word}: </span>
          <Mark>{item}</Mark>
        </li>
      ))}
    </ul>
  );
}
