import type { GapDimension } from '#app/domain/gap-rows.ts';
import type { ShownRow } from '#app/domain/shown-figures.ts';
import { useFigureScope } from './figure-scope.tsx';
import { type ChartLayer, layerMinor, Swatch, shownLayers } from './layers.tsx';
import { Money } from './money.tsx';
import { showsCode } from './row-link.tsx';

/** What a bar under the pointer stands for, exactly. */
export function GapChartTip({
  by,
  row,
  layers,
}: {
  by: GapDimension;
  row: ShownRow;
  layers: readonly ChartLayer[];
}) {
  const { currency } = useFigureScope();
  return (
    <div className="chart-tip">
      <strong>
        {showsCode(by) && `${row.key} `}
        {row.label}
      </strong>
      <dl>
        {shownLayers(row)
          .filter(({ key }) => layers.includes(key))
          .map(({ key, label }) => (
            <div key={key} className="chart-tip-row">
              <dt>
                <Swatch layer={key} />
                {label}
              </dt>
              <dd>
                <Money minor={layerMinor(row, key)} currency={currency} />
              </dd>
            </div>
          ))}
      </dl>
      {row.unbudgeted.length > 0 && by !== 'year' && (
        <small>without {row.unbudgeted.join(', ')}: unbudgeted</small>
      )}
    </div>
  );
}
