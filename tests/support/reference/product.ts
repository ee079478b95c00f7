import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { forecast } from '#app/domain/forecast.ts';
import { forecastAnswer } from '#app/domain/forecast-answer.ts';
import { fundingGap } from '#app/domain/gap.ts';
import { gapAnswer } from '#app/domain/gap-answer.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { prepareImport } from '#app/forms/import-bundle.ts';
import type { Bundle, Question } from './bundle-json.ts';
import type { GapQuestion } from './gap.ts';

/** The product's reading of a bundle; a refusal is thrown with all its problems. */
export function productPortfolio(bundle: Bundle): Portfolio {
  const prepared = prepareImport(JSON.stringify(bundle), null);
  if (!prepared.ok) throw new Error(`refused: ${JSON.stringify(prepared.problems)}`);
  return prepared.merged;
}

/** The product's answer of `gap`, as it comes out of JSON. */
export function productGap(portfolio: Portfolio, { by, ...question }: GapQuestion): unknown {
  return throughJson(gapAnswer(fundingGap(factsOfPortfolio(portfolio, question)), by));
}

/** The product's answer of `forecast`, as it comes out of JSON. */
export function productForecast(portfolio: Portfolio, question: Question): unknown {
  const facts = factsOfPortfolio(portfolio, question);
  const needs = fundingGap(facts).activities.map(
    ({ activity, isUnbudgeted, figures }) =>
      [activity.code, isUnbudgeted ? null : figures.gapIfPledgesHoldMinor] as const,
  );
  return throughJson(forecastAnswer(facts, forecast(facts, new Map(needs))));
}

function throughJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
