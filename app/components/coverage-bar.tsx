import type { Currency } from '#app/domain/money.ts';
import { type LayerFigures, layerMinor, shownLayers } from './layers.tsx';
import { moneyText } from './money.tsx';

const PARTS = 10_000n;

/** How far a requirement is covered, as one bar that needs no script. */
export function CoverageBar({
  figures,
  currency,
  tall = false,
}: {
  figures: LayerFigures;
  currency: Currency;
  tall?: boolean;
}) {
  const { requirementMinor } = figures;
  const layers = shownLayers(figures)
    .filter(({ key }) => key !== 'surplus')
    .map(({ key, label }) => ({ key, label, minor: layerMinor(figures, key) }));
  const words = layers.map(({ label, minor }) => `${label.toLowerCase()} ${moneyText(minor, currency)}`);
  let startMinor = 0n;
  return (
    <svg
      className={tall ? 'coverage-bar is-tall' : 'coverage-bar'}
      role="img"
      aria-label={
        requirementMinor === 0n
          ? 'Nothing is required'
          : `Of ${moneyText(requirementMinor, currency)} ${currency} required: ${words.join(', ')}`
      }
    >
      <rect className="coverage-track" width="100%" height="100%" />
      {requirementMinor > 0n &&
        layers.map(({ key, minor }) => {
          const x = percent(startMinor, requirementMinor);
          startMinor += minor;
          return (
            minor > 0n && (
              <rect
                key={key}
                className={`layer layer-${key}`}
                x={x}
                width={percent(minor, requirementMinor)}
                height="100%"
              />
            )
          );
        })}
    </svg>
  );
}

// A place on the screen, not an amount: a hundredth of a per cent is below a pixel.
function percent(part: bigint, whole: bigint): string {
  return `${Number((part * PARTS) / whole) / 100}%`;
}
