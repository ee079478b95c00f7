import type { ReactNode } from 'react';
import type { FieldChange } from '#app/domain/record-diff.ts';
import { TableBox } from './table-box.tsx';

/** What became of a record, field by field. */
export function FieldChanges({ changes, name }: { changes: readonly FieldChange[]; name: string }) {
  if (changes.length === 0) return <p className="quiet">No field says anything else than before.</p>;
  return (
    <TableBox name={name} hasLinks={false}>
      <table className="field-changes">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.path}>
              <th scope="row">{change.label}</th>
              {change.kind === 'value' ? (
                <>
                  <td>{change.before === null ? <Nothing /> : <Text>{change.before}</Text>}</td>
                  <td>{change.after === null ? <Nothing /> : <Text>{change.after}</Text>}</td>
                </>
              ) : (
                <>
                  <td>
                    <Items items={change.removed} word="Removed" />
                  </td>
                  <td>
                    <Items items={change.added} word="Added" />
                    {change.isReordered && <span className="quiet">The same, in another order</span>}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Nothing() {
  return <span className="quiet">–</span>;
}

function Text({ children }: { children: ReactNode }) {
  return <span className="field-value">{children}</span>;
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
