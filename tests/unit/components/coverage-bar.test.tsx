import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CoverageBar } from '#app/components/coverage-bar.tsx';

const FIGURES = {
  requirementMinor: 10_000n,
  receivedMinor: 2_500n,
  committedMinor: 2_500n,
  gapMinor: 5_000n,
  pledgedMinor: 1_000n,
  gapIfPledgesHoldMinor: 4_000n,
};

describe('a coverage bar', () => {
  it('lays the layers end to end over the whole width', () => {
    const html = renderToStaticMarkup(<CoverageBar figures={FIGURES} currency="USD" />);
    const parts = [...html.matchAll(/class="layer layer-(\w+)" x="([\d.]+)%" width="([\d.]+)%"/g)];
    expect(parts.map(([, layer, x, width]) => [layer, x, width])).toEqual([
      ['received', '0', '25'],
      ['committed', '25', '25'],
      ['pledged', '50', '10'],
      ['open', '60', '40'],
    ]);
  });

  it('says in words what it draws', () => {
    const html = renderToStaticMarkup(<CoverageBar figures={FIGURES} currency="USD" />);
    expect(html).toContain(
      'aria-label="Of 100.00 USD required: received 25.00, committed 25.00, pledged, not binding 10.00, gap if pledges hold 40.00"',
    );
  });

  it('draws no layer where nothing is required', () => {
    const nothing = { ...FIGURES, requirementMinor: 0n };
    const html = renderToStaticMarkup(<CoverageBar figures={nothing} currency="USD" />);
    expect(html).toContain('aria-label="Nothing is required"');
    expect(html).not.toContain('class="layer ');
  });
});
