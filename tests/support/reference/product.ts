import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { fundingGap } from '#app/domain/gap.ts';
import { gapAnswer } from '#app/domain/gap-answer.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import type { Bundle } from './bundle-json.ts';
import type { GapQuestion } from './gap.ts';

/** The product's reading of a bundle; a refusal is thrown with all its problems. */
export function productPortfolio(bundle: Bundle): Portfolio {
  const prepared = prepareImport(JSON.stringify(bundle), null);
  if (!prepared.ok) throw new Error(`refused: ${JSON.stringify(prepared.problems)}`);
  return prepared.merged;
}

/** The product's answer of `gap`, as it comes out of JSON. */
export function productGap(portfolio: Portfolio, { by, ...question }: GapQuestion): unknown {
  return JSON.parse(JSON.stringify(gapAnswer(fundingGap(factsOfPortfolio(portfolio, question)), by)));
}
