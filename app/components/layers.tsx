import type { ShownFigures } from '#app/domain/shown-figures.ts';

export type LayerFigures = Omit<ShownFigures, 'surplusMinor' | 'weightedPipelineMinor'> & {
  readonly surplusMinor?: bigint | null;
};

/** What the bars are stacked of, in this order. The open part is what stays missing even if pledges hold. */
export const CHART_LAYERS = [
  { key: 'received', label: 'Received' },
  { key: 'committed', label: 'Committed' },
  { key: 'pledged', label: 'Pledged, not binding' },
  { key: 'open', label: 'Gap if pledges hold' },
  { key: 'surplus', label: 'Surplus' },
] as const;

export type ChartLayer = (typeof CHART_LAYERS)[number]['key'];

/** What is stacked for those who see only what is decided: what nothing signed covers is open. */
const DECIDED_LAYERS = [
  { key: 'received', label: 'Received' },
  { key: 'committed', label: 'Committed' },
  { key: 'open', label: 'Funding gap' },
] as const satisfies readonly { key: ChartLayer; label: string }[];

/** The layers of figures, as far as they are shown. */
export function shownLayers({ gapIfPledgesHoldMinor }: LayerFigures): readonly {
  readonly key: ChartLayer;
  readonly label: string;
}[] {
  return gapIfPledgesHoldMinor === null ? DECIDED_LAYERS : CHART_LAYERS;
}

/** The amount of one layer of a row; a year has no surplus. */
export function layerMinor(figures: LayerFigures, layer: ChartLayer): bigint {
  switch (layer) {
    case 'received':
      return figures.receivedMinor;
    case 'committed':
      return figures.committedMinor;
    case 'pledged':
      return figures.pledgedMinor ?? 0n;
    case 'open':
      return figures.gapIfPledgesHoldMinor ?? figures.gapMinor;
    case 'surplus':
      return figures.surplusMinor ?? 0n;
  }
}

/** The look of each layer, defined once per page: bars, charts and legends refer to it by name. */
export function LayerPatterns() {
  return (
    <svg className="layer-patterns" aria-hidden="true" width="0" height="0" focusable="false">
      <defs>
        <pattern
          id="layer-pledged"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="pledged-ground" width="6" height="6" />
          <rect className="pledged-mark" width="2" height="6" />
        </pattern>
        <pattern
          id="layer-open"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect className="open-ground" width="7" height="7" />
          <rect className="open-mark" width="1.25" height="7" />
        </pattern>
        <pattern id="layer-surplus" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect className="surplus-ground" width="5" height="5" />
          <circle className="surplus-mark" cx="2.5" cy="2.5" r="1.25" />
        </pattern>
      </defs>
    </svg>
  );
}

/** A small sample of a layer's look. */
export function Swatch({ layer }: { layer: ChartLayer }) {
  return (
    <svg className="swatch" aria-hidden="true" viewBox="0 0 14 14" width="14" height="14">
      <rect className={`layer layer-${layer}`} x="0.5" y="0.5" width="13" height="13" rx="2" />
    </svg>
  );
}

/** Names the layers that a drawing shows. */
export function Legend({ layers }: { layers: ReturnType<typeof shownLayers> }) {
  return (
    <ul className="legend">
      {layers.map(({ key, label }) => (
        <li key={key}>
          <Swatch layer={key} />
          {label}
        </li>
      ))}
    </ul>
  );
}
