import type { Breakdown, BreakdownPart, BreakdownTable } from '#app/domain/breakdown.ts';
import { BreakdownLink } from './figure.tsx';
import { Money } from './money.tsx';

/** What a figure is made of: its parts, their sum, and what the parts rest on in turn. */
export function BreakdownSheet({
  breakdown,
  Heading = 'h2',
}: {
  breakdown: Breakdown;
  Heading?: 'h2' | 'h3';
}) {
  return (
    <div className="breakdown">
      <PartsTable table={breakdown} />
      {breakdown.basis.length > 0 && <Heading>What this rests on</Heading>}
      {breakdown.basis.map((table) => (
        <PartsTable key={table.title} table={table} caption={table.title} />
      ))}
    </div>
  );
}

function PartsTable({ table, caption }: { table: BreakdownTable; caption?: string }) {
  const { parts, currency, totalMinor } = table;
  if (parts.length === 0) return <p className="quiet">Nothing is recorded that would add to this figure.</p>;
  return (
    <table className="parts">
      <caption className={caption ? undefined : 'visually-hidden'}>{caption ?? 'Parts'}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className="is-amount">
            {currency}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts never move, and two may look alike.
          <tr key={index}>
            <th scope="row">
              <PartLabel part={part} />
              {part.note && <small>{part.note}</small>}
            </th>
            <td className="is-amount">
              <Money minor={part.amountMinor} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Sum</th>
          <td className="is-amount">
            <Money minor={totalMinor} currency={currency} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function PartLabel({ part }: { part: BreakdownPart }) {
  if (!part.reference) return <span>{part.label}</span>;
  return <BreakdownLink reference={part.reference}>{part.label}</BreakdownLink>;
}
