import { type CSSProperties, lazy, type ReactNode, Suspense, useId, useSyncExternalStore } from 'react';
import type { GapDimension } from '#app/domain/gap-rows.ts';
import type { ShownRow } from '#app/domain/shown-figures.ts';
import { Legend, layerMinor, shownLayers } from './layers.tsx';

const Drawing = lazy(() => import('./gap-chart-drawing.tsx'));

const MOST_BARS = 40;

/** A drawing of the gap and, as its children, the same numbers as a table. */
export function GapChart({
  title,
  by,
  rows,
  children,
}: {
  title: string;
  by: GapDimension;
  rows: readonly ShownRow[];
  children: ReactNode;
}) {
  const titleId = useId();
  const inBrowser = useSyncExternalStore(neverChanges, isInBrowser, isOnServer);
  // A programme asks donors for a few of its many activities: only those are drawn, the table has them all.
  const asking = by === 'activity' ? rows.filter(hasSomething) : rows;
  const drawn = asking.length > MOST_BARS ? largest(asking) : asking;
  const [first] = rows;
  const layers = first
    ? shownLayers(first).filter(({ key }) => rows.some((row) => layerMinor(row, key) > 0n))
    : [];
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId}>{title}</h2>
        <Legend layers={layers} />
        {drawn.length < asking.length && (
          <p className="quiet">
            The {MOST_BARS} largest are drawn; the table has all {asking.length}.
          </p>
        )}
      </figcaption>
      {layers.length > 0 && (
        // The table below says the same and is the way in for keyboards and screen readers.
        <div className="chart-drawing" aria-hidden="true" style={{ '--rows': drawn.length } as CSSProperties}>
          {inBrowser && (
            <Suspense>
              <Drawing by={by} rows={drawn} layers={layers.map(({ key }) => key)} />
            </Suspense>
          )}
        </div>
      )}
      {children}
    </figure>
  );
}

function hasSomething(row: ShownRow): boolean {
  return row.unbudgeted.length > 0 || shownLayers(row).some(({ key }) => layerMinor(row, key) > 0n);
}

/** The rows with the largest requirements, in the order of the table. */
function largest(rows: readonly ShownRow[]): ShownRow[] {
  const bySize = [...rows].sort((a, b) => Number(b.requirementMinor - a.requirementMinor));
  const kept = new Set(bySize.slice(0, MOST_BARS));
  return rows.filter((row) => kept.has(row));
}

// Recharts draws nothing on the server; what the browser draws first must equal what the server sent.
const neverChanges = () => () => {};
const isInBrowser = () => true;
const isOnServer = () => false;
