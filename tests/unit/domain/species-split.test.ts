import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figures, NO_FIGURES } from '#app/domain/figures.ts';
import { CROSS_CUTTING, splitBySpecies } from '#app/domain/species-split.ts';
import { splitByWeight } from '#app/domain/split.ts';
import { sharesOf } from '../../support/portfolios.ts';

const NAMES = Object.keys(NO_FIGURES) as (keyof Figures)[];
const amount = fc.bigInt({ min: 0n, max: 1_000n });

/** Figures that hang together: gap = pledged + open, requirement = received + committed + gap. */
const anyFigures: fc.Arbitrary<Figures> = fc
  .record({
    received: amount,
    committed: amount,
    pledged: amount,
    open: amount,
    surplus: amount,
    pipeline: amount,
  })
  .map(({ received, committed, pledged, open, surplus, pipeline }) => ({
    requirementMinor: received + committed + pledged + open,
    receivedMinor: received,
    committedMinor: committed,
    pledgedMinor: pledged,
    gapMinor: pledged + open,
    gapIfPledgesHoldMinor: open,
    surplusMinor: surplus,
    weightedPipelineMinor: pipeline,
  }));

/** One to four species programmes whose shares add up to 1, in any order. */
const anyShares = fc
  .tuple(
    fc.shuffledSubarray(['argali', 'marine-turtles', 'saiga-antelope', 'sharks'], { minLength: 1 }),
    fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 3, maxLength: 3 }),
  )
  .map(([codes, cuts]) => {
    const inner = cuts.slice(0, codes.length - 1).sort((a, b) => (a < b ? -1 : 1));
    const ends = [...inner, 1_000_000n];
    return codes.map((code, index) => ({
      code,
      shareMillionths: (ends[index] ?? 0n) - (index === 0 ? 0n : (ends[index - 1] ?? 0n)),
    }));
  });

describe('splitting an activity by species programme', () => {
  const figures: Figures = {
    requirementMinor: 1_000n,
    receivedMinor: 301n,
    committedMinor: 99n,
    pledgedMinor: 101n,
    gapMinor: 600n,
    gapIfPledgesHoldMinor: 499n,
    surplusMinor: 5n,
    weightedPipelineMinor: 33n,
  };

  it('gives everything to the only species programme', () => {
    expect(splitBySpecies(figures, sharesOf({ sharks: 100 }))).toEqual([{ key: 'sharks', figures }]);
  });

  it('gives everything to cross-cutting where no species programme is named', () => {
    expect(splitBySpecies(figures, [])).toEqual([{ key: CROSS_CUTTING, figures }]);
  });

  it('splits halves to the cent, the cent left over going to the first in plain order', () => {
    expect(splitBySpecies(figures, sharesOf({ sharks: 50, 'marine-turtles': 50 }))).toEqual([
      {
        key: 'marine-turtles',
        figures: {
          requirementMinor: 151n + 50n + 301n,
          receivedMinor: 151n,
          committedMinor: 50n,
          pledgedMinor: 51n,
          gapMinor: 51n + 250n,
          gapIfPledgesHoldMinor: 250n,
          surplusMinor: 3n,
          weightedPipelineMinor: 17n,
        },
      },
      {
        key: 'sharks',
        figures: {
          requirementMinor: 150n + 49n + 299n,
          receivedMinor: 150n,
          committedMinor: 49n,
          pledgedMinor: 50n,
          gapMinor: 50n + 249n,
          gapIfPledgesHoldMinor: 249n,
          surplusMinor: 2n,
          weightedPipelineMinor: 16n,
        },
      },
    ]);
  });

  it('has its requirement from its parts, not from a share of the requirement', () => {
    const parts = splitBySpecies(figures, sharesOf({ sharks: 50, 'marine-turtles': 50 }));
    expect(splitByWeight(figures.requirementMinor, [1n, 1n])).toEqual([500n, 500n]);
    expect(parts.map(({ figures }) => figures.requirementMinor)).toEqual([502n, 498n]);
  });

  it('gives a species programme of a zero share nothing, but a row', () => {
    const [sharks, turtles] = splitBySpecies(figures, sharesOf({ sharks: 0, 'sea-turtles': 100 })).reverse();
    expect(sharks).toEqual({ key: 'sharks', figures: NO_FIGURES });
    expect(turtles).toEqual({ key: 'sea-turtles', figures });
  });
});

describe('splitting any activity by species programme', () => {
  it('adds up exactly in every figure, so that no activity is counted twice', () => {
    fc.assert(
      fc.property(anyFigures, anyShares, (figures, shares) => {
        const parts = splitBySpecies(figures, shares);
        expect(parts).toHaveLength(shares.length);
        for (const name of NAMES) {
          expect(parts.reduce((sum, part) => sum + part.figures[name], 0n)).toBe(figures[name]);
        }
      }),
    );
  });

  it('keeps the figures of each part in step with each other', () => {
    fc.assert(
      fc.property(anyFigures, anyShares, (figures, shares) => {
        for (const { figures: part } of splitBySpecies(figures, shares)) {
          expect(part.gapMinor).toBe(part.pledgedMinor + part.gapIfPledgesHoldMinor);
          expect(part.requirementMinor).toBe(part.receivedMinor + part.committedMinor + part.gapMinor);
        }
      }),
    );
  });

  it('splits each of the six stated figures by largest remainder in plain order of the codes', () => {
    const split = [
      'receivedMinor',
      'committedMinor',
      'pledgedMinor',
      'gapIfPledgesHoldMinor',
      'surplusMinor',
      'weightedPipelineMinor',
    ] as const;
    fc.assert(
      fc.property(anyFigures, anyShares, (figures, shares) => {
        const inOrder = [...shares].sort((a, b) => (a.code < b.code ? -1 : 1));
        const parts = splitBySpecies(figures, shares);
        expect(parts.map(({ key }) => key)).toEqual(inOrder.map(({ code }) => code));
        const weights = inOrder.map(({ shareMillionths }) => shareMillionths);
        for (const name of split) {
          expect(parts.map((part) => part.figures[name])).toEqual(splitByWeight(figures[name], weights));
        }
      }),
    );
  });

  it('does not depend on the order in which the species programmes were named', () => {
    fc.assert(
      fc.property(anyFigures, anyShares, (figures, shares) => {
        expect(splitBySpecies(figures, [...shares].reverse())).toEqual(splitBySpecies(figures, shares));
      }),
    );
  });
});
