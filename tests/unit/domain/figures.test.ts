import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFigures, type Figures, NO_FIGURES } from '#app/domain/figures.ts';

const NAMES = Object.keys(NO_FIGURES) as (keyof Figures)[];
const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
const anyFigures: fc.Arbitrary<Figures> = fc.record({
  requirementMinor: amount,
  receivedMinor: amount,
  committedMinor: amount,
  pledgedMinor: amount,
  gapMinor: amount,
  gapIfPledgesHoldMinor: amount,
  surplusMinor: amount,
  weightedPipelineMinor: amount,
});

describe('adding figures', () => {
  it('adds each figure to its namesake and to no other', () => {
    fc.assert(
      fc.property(anyFigures, anyFigures, (a, b) => {
        const sum = addFigures(a, b);
        expect(Object.keys(sum).sort()).toEqual([...NAMES].sort());
        for (const name of NAMES) expect(sum[name]).toBe(a[name] + b[name]);
      }),
    );
  });

  it('starts from figures that add nothing', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        expect(addFigures(figures, NO_FIGURES)).toEqual(figures);
        expect(addFigures(NO_FIGURES, figures)).toEqual(figures);
      }),
    );
  });

  it('lets no surplus hide a gap: two activities, one over-funded, one not', () => {
    const over = { ...NO_FIGURES, requirementMinor: 100n, receivedMinor: 100n, surplusMinor: 50n };
    const under = { ...NO_FIGURES, requirementMinor: 100n, receivedMinor: 60n, gapMinor: 40n };
    expect(addFigures(over, under)).toMatchObject({
      requirementMinor: 200n,
      gapMinor: 40n,
      surplusMinor: 50n,
    });
  });
});
