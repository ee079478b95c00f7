import { useNavigate } from '@remix-run/react';
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Bar, BarChart, type BarShapeProps, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import type { GapDimension } from '#app/domain/gap-rows.ts';
import { type Currency, currencyExponent } from '#app/domain/money.ts';
import type { ShownRow } from '#app/domain/shown-figures.ts';
import { hrefInScope, useFigureScope } from './figure-scope.tsx';
import { GapChartTip } from './gap-chart-tip.tsx';
import { type ChartLayer, layerMinor } from './layers.tsx';
import { rowPath, showsCode } from './row-link.tsx';

const NARROW = 640;
const LETTER_WIDTH = 6.8;
const BAR_SIZE = 16;

type Props = { by: GapDimension; rows: readonly ShownRow[]; layers: readonly ChartLayer[] };

/** The stacked bars of a gap chart; loaded by itself, so that no page waits for the drawing library. */
export default function GapChartDrawing({ by, rows, layers }: Props) {
  const [box, { width, height }] = useSize();
  const { currency, search } = useFigureScope();
  const isNarrow = width < NARROW;
  const labelWidth = isNarrow ? 1 : 272;
  const drawn = rows.map((row) => drawnRow(row, currency));
  const ticks = niceTicks(Math.max(...drawn.map((row) => total(row, layers))), isNarrow ? 3 : 6);
  const hrefOf = (index: number) => hrefInScope(rowPath(by, rows[index]?.key ?? ''), search);
  return (
    <div ref={box} className="chart-box">
      {width > 0 && (
        <BarChart
          layout="vertical"
          width={width}
          height={height}
          data={drawn}
          margin={{ top: 0, right: 16, bottom: 0, left: isNarrow ? 4 : 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--line)" horizontal={false} />
          <XAxis
            type="number"
            domain={[0, ticks.at(-1) ?? 0]}
            ticks={ticks}
            interval={0}
            tickFormatter={(value: number) => COMPACT.format(value)}
            tickLine={false}
            axisLine={false}
            height={28}
          />
          <YAxis
            type="category"
            dataKey="key"
            width={labelWidth}
            interval={0}
            tickLine={false}
            axisLine={false}
            tick={({ y, index }: { y: number | string; index: number }) => (
              <RowName
                name={nameOf(by, rows[index])}
                isUnknown={by === 'activity' && (rows[index]?.unbudgeted.length ?? 0) > 0}
                barX={labelWidth}
                // Without room beside the bars, names stand above them.
                y={Number(y) - (isNarrow ? BAR_SIZE + 1 : 0)}
                width={isNarrow ? width : labelWidth - 12}
                href={hrefOf(index)}
              />
            )}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--sunken)' }}
            content={({ active, label }) => {
              const row = rows.find(({ key }) => key === label);
              return active && row ? <GapChartTip by={by} row={row} layers={layers} /> : null;
            }}
          />
          {layers.map((layer) => (
            <Bar
              key={layer}
              dataKey={layer}
              stackId="requirement"
              barSize={BAR_SIZE}
              isAnimationActive={false}
              shape={(bar: BarShapeProps) => (
                <BarLink href={hrefOf(bar.originalDataIndex)}>
                  <rect
                    className={`layer layer-${layer}`}
                    x={bar.x}
                    y={bar.y}
                    width={bar.width}
                    height={bar.height}
                  />
                </BarLink>
              )}
            />
          ))}
        </BarChart>
      )}
    </div>
  );
}

const COMPACT = new Intl.NumberFormat('en-GB', { notation: 'compact' });

// Only lengths on the screen: what people read comes from the exact amounts.
function drawnRow(row: ShownRow, currency: Currency) {
  const length = (layer: ChartLayer) => Number(layerMinor(row, layer)) / 10 ** currencyExponent(currency);
  return {
    key: row.key,
    received: length('received'),
    committed: length('committed'),
    pledged: length('pledged'),
    open: length('open'),
    surplus: length('surplus'),
  };
}

function total(row: ReturnType<typeof drawnRow>, layers: readonly ChartLayer[]): number {
  return layers.reduce((sum, layer) => sum + row[layer], 0);
}

/** From zero to at least the longest bar in round steps: 1, 2 or 5 of a power of ten. */
function niceTicks(longest: number, mostSteps: number): number[] {
  if (longest <= 0) return [0];
  const power = 10 ** Math.floor(Math.log10(longest / mostSteps));
  const step =
    [1, 2, 5, 10].map((each) => each * power).find((each) => each * mostSteps >= longest) ?? longest;
  return Array.from({ length: Math.ceil(longest / step) + 1 }, (_, index) => index * step);
}

function nameOf(by: GapDimension, row: ShownRow | undefined): string {
  if (!row) return '';
  return showsCode(by) ? `${row.key} ${row.label}` : row.label;
}

function RowName({
  name,
  isUnknown,
  y,
  width,
  barX,
  href,
}: {
  name: string;
  isUnknown: boolean;
  y: number;
  width: number;
  barX: number;
  href: string;
}) {
  const room = Math.floor(width / LETTER_WIDTH);
  return (
    <BarLink href={href}>
      <title>{name}</title>
      <text x={0} y={y} dy="0.35em">
        {name.length > room ? `${name.slice(0, room - 1).trimEnd()}…` : name}
      </text>
      {isUnknown && (
        <text className="unknown" x={barX + 8} y={y} dy={barX < width ? '1.6em' : '0.35em'}>
          requirement unknown
        </text>
      )}
    </BarLink>
  );
}

/** Out of the tab order: the row of the table is the same link. */
function BarLink({ href, children }: { href: string; children: ReactNode }) {
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a className="bar-link" href={href} tabIndex={-1} onClick={follow}>
      {children}
    </a>
  );
}

function useSize() {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, size] as const;
}
