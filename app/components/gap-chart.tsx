import { type CSSProperties, lazy, type ReactNode, Suspense, useId, useSyncExternalStore } from 'react';
import type { GapDimension, GapRow } from '#app/domain/gap-rows.ts';
import { CHART_LAYERS, Legend, layerMinor } from './layers.tsx';

const Drawing = lazy(() => import('./gap-chart-drawing.tsx'));

/** A drawing of the gap and, as its children, the same numbers as a table. */
export function GapChart({
  title,
  note,
  by,
  rows,
  children,
}: {
  title: string;
  note?: ReactNode;
  by: GapDimension;
  rows: readonly GapRow[];
  children: ReactNode;
}) {
  const titleId = useId();
  const inBrowser = useSyncExternalStore(neverChanges, isInBrowser, isOnServer);
  // A programme asks donors for a few of its many activities: only those are drawn, the table has them all.
  const drawn = by === 'activity' ? rows.filter(hasSomething) : rows;
  const layers = CHART_LAYERS.map(({ key }) => key).filter((key) =>
    rows.some((row) => layerMinor(row, key) > 0n),
  );
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId}>{title}</h2>
        <Legend layers={layers} />
        {note && <p className="quiet">{note}</p>}
      </figcaption>
      {layers.length > 0 && (
        // The table below says the same and is the way in for keyboards and screen readers.
        <div className="chart-drawing" aria-hidden="true" style={{ '--rows': drawn.length } as CSSProperties}>
          {inBrowser && (
            <Suspense>
              <Drawing by={by} rows={drawn} layers={layers} />
            </Suspense>
          )}
        </div>
      )}
      {children}
    </figure>
  );
}

function hasSomething(row: GapRow): boolean {
  return row.unbudgeted.length > 0 || CHART_LAYERS.some(({ key }) => layerMinor(row, key) > 0n);
}

// Recharts draws nothing on the server; what the browser draws first must equal what the server sent.
const neverChanges = () => () => {};
const isInBrowser = () => true;
const isOnServer = () => false;
