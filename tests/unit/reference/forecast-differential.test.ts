import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBundle, randomBundles } from '../../support/random-bundle.ts';
import type { Bundle } from '../../support/reference/bundle-json.ts';
import { referenceForecast } from '../../support/reference/forecast.ts';
import { productForecast, productPortfolio } from '../../support/reference/product.ts';
import { questionsFor } from '../../support/reference/questions.ts';

function expectTheSameForecasts(bundle: Bundle, seed: number): void {
  const portfolio = productPortfolio(bundle);
  for (const question of questionsFor(bundle, seed)) {
    const name = JSON.stringify({ seed, ...question });
    expect(productForecast(portfolio, question), name).toEqual(referenceForecast(bundle, question));
  }
}

describe('the forecast of the product and of the slow reference', { timeout: 120_000 }, () => {
  it('is the same for three hundred fixed portfolios, dates and currencies', () => {
    for (let seed = 0; seed < 300; seed++) expectTheSameForecasts(randomBundle(seed), seed);
  });

  it('is the same for portfolios that shrink when they differ', () => {
    fc.assert(fc.property(randomBundles(), fc.nat({ max: 999 }), expectTheSameForecasts), {
      ...{ numRuns: 50, seed: 20_120_101 },
    });
  });
});
