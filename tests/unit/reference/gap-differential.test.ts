import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBundle } from '#app/forms/bundle-text.ts';
import { randomBundle, randomBundles } from '../../support/random-bundle.ts';
import type { Bundle } from '../../support/reference/bundle-json.ts';
import { type GapQuestion, referenceGap } from '../../support/reference/gap.ts';
import { productGap, productPortfolio } from '../../support/reference/product.ts';
import { questionsFor } from '../../support/reference/questions.ts';

const DIMENSIONS = ['activity', 'theme', 'species', 'year'] as const;
const cases = Array.from({ length: 300 }, (_, seed) => {
  const bundle = randomBundle(seed);
  return { seed, bundle, portfolio: productPortfolio(bundle) };
});

function expectTheSameGaps(
  { seed, bundle, portfolio }: (typeof cases)[number],
  dimensions: readonly GapQuestion['by'][],
): void {
  for (const by of dimensions) {
    for (const question of questionsFor(bundle, seed)) {
      const name = JSON.stringify({ seed, ...question, by });
      const expected = referenceGap(bundle, { ...question, by });
      expect(productGap(portfolio, { ...question, by }), name).toEqual(expected);
    }
  }
}

describe('the gap of the product and of the slow reference', { timeout: 120_000 }, () => {
  it.each(DIMENSIONS)('is the same by %s for three hundred fixed portfolios, dates and currencies', (by) => {
    for (const each of cases) expectTheSameGaps(each, [by]);
  });

  it('is the same for portfolios that shrink when they differ', () => {
    fc.assert(
      fc.property(randomBundles(), fc.nat({ max: 999 }), (bundle, seed) =>
        expectTheSameGaps({ seed, bundle, portfolio: productPortfolio(bundle) }, DIMENSIONS),
      ),
      { numRuns: 50, seed: 20_120_101 },
    );
  });

  it('does not change when a portfolio is written and read again', () => {
    for (const { seed, bundle, portfolio } of cases.slice(0, 100)) {
      const written = JSON.parse(writeBundle(portfolio)) as Bundle;
      for (const question of questionsFor(bundle, seed)) {
        const asked = { ...question, by: 'species' as const };
        expect(referenceGap(written, asked)).toEqual(referenceGap(bundle, asked));
      }
    }
  });
});
