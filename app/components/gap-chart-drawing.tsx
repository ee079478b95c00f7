import { useNavigate } from '@remix-run/react';
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Bar, BarChart, type BarShapeProps, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import type { GapDimension, GapRow } from '#app/domain/gap-rows.ts';
import { type Currency, currencyExponent } from '#app/domain/money.ts';
import { useFigureScope } from './figure-scope.tsx';
import { GapChartTip } from './gap-chart-tip.tsx';
import { type ChartLayer, layerMinor } from './layers.tsx';
import { rowHref, showsCode } from './row-link.tsx';

const NARROW = 640;
const LETTER_WIDTH = 6.7;
const BAR_SIZE = 16;

type Props = {
  by: GapDimension;
  rows: readonly GapRow[];
  layers: readonly ChartLayer[];
  height: number;
};

/** The stacked bars of a gap chart; loaded by itself, so that no page waits for the drawing library. */
export default function GapChartDrawing({ by, rows, layers, height }: Props) {
  const [box, width] = useWidth();
  const { currency, search } = useFigureScope();
  const labelWidth = width < NARROW ? Math.round(width * 0.34) : 232;
  const hrefOf = (index: number) => rowHref(by, rows[index]?.key ?? '', search);
  return (
    <div ref={box}>
      {width > 0 && (
        <BarChart
          layout="vertical"
          width={width}
          height={height}
          data={rows.map((row) => drawnRow(row, currency))}
          margin={{ top: 0, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid className="grid" horizontal={false} />
          <XAxis
            type="number"
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
                y={Number(y)}
                width={labelWidth - 12}
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
function drawnRow(row: GapRow, currency: Currency) {
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

function nameOf(by: GapDimension, row: GapRow | undefined): string {
  if (!row) return '';
  return showsCode(by) ? `${row.key} ${row.label}` : row.label;
}

function RowName({ name, y, width, href }: { name: string; y: number; width: number; href: string }) {
  const room = Math.floor(width / LETTER_WIDTH);
  return (
    <BarLink href={href}>
      <title>{name}</title>
      <text x={0} y={y} dy="0.35em">
        {name.length > room ? `${name.slice(0, room - 1).trimEnd()}…` : name}
      </text>
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

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
