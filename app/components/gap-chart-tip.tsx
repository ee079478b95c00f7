import type { GapDimension, GapRow } from '#app/domain/gap-rows.ts';
import { useFigureScope } from './figure-scope.tsx';
import { CHART_LAYERS, type ChartLayer, layerMinor, Swatch } from './layers.tsx';
import { Money } from './money.tsx';
import { showsCode } from './row-link.tsx';

/** What a bar under the pointer stands for, exactly. */
export function GapChartTip({
  by,
  row,
  layers,
}: {
  by: GapDimension;
  row: GapRow;
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
        {CHART_LAYERS.filter(({ key }) => layers.includes(key)).map(({ key, label }) => (
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
