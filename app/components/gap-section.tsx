import type { BreakdownScope } from '#app/domain/breakdown.ts';
import type { GapDimension } from '#app/domain/gap-rows.ts';
import type { ShownFigures, ShownRow } from '#app/domain/shown-figures.ts';
import { useFigureScope } from './figure-scope.tsx';
import { GapChart } from './gap-chart.tsx';
import { GapTable } from './gap-table.tsx';

/** The funding gap told apart by one dimension: drawing and table of the same rows. */
export function GapSection({
  title,
  by,
  rows,
  total,
  scope,
  sharedIn,
  year,
}: {
  title: string;
  by: GapDimension;
  rows: readonly ShownRow[];
  total: ShownFigures;
  /** What the total stands for; the whole programme if left out. */
  scope?: BreakdownScope;
  /** Where only shares of these activities count: their figures lead to the breakdown of the whole row. */
  sharedIn?: { readonly scope: BreakdownScope; readonly activities: readonly string[] };
  year?: number;
}) {
  const { currency } = useFigureScope();
  return (
    <GapChart title={title} by={by} rows={rows}>
      <GapTable
        by={by}
        rows={rows}
        total={total}
        totalScope={scope}
        sharedIn={sharedIn}
        year={year}
        caption={`${title}, in ${currency}`}
      />
    </GapChart>
  );
}
