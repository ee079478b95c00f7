import type { ProgrammeFacts } from '#app/domain/facts.ts';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { fundingGap, type GapReport } from '#app/domain/gap.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { randomBundle } from './random-bundle.ts';
import { productPortfolio } from './reference/product.ts';
import { questionsFor } from './reference/questions.ts';

/** A small, valid portfolio and one question about it; `name` tells seed and question where a test fails. */
export type AskedPortfolio = {
  readonly name: string;
  readonly portfolio: Portfolio;
  readonly question: { readonly programme: string; readonly asOf: string; readonly currency: string };
  readonly facts: ProgrammeFacts;
  readonly report: GapReport;
};

/** Asks one question about a portfolio. */
export function askPortfolio(
  name: string,
  portfolio: Portfolio,
  question: AskedPortfolio['question'],
): AskedPortfolio {
  const facts = factsOfPortfolio(portfolio, question);
  return {
    name: `${name} ${JSON.stringify(question)}`,
    portfolio,
    question,
    facts,
    report: fundingGap(facts),
  };
}

/**
 * The same portfolios on every run, with every feature of the format among them, each asked about one programme in
 * one currency on a day on which something happens, or after it all.
 */
export function askedPortfolios(count: number): AskedPortfolio[] {
  return Array.from({ length: count }, (_, seed) => {
    const bundle = randomBundle(seed);
    const questions = questionsFor(bundle, seed);
    const question = questions[seed % questions.length];
    if (!question) throw new Error(`no question about the portfolio of seed ${seed}`);
    return askPortfolio(`seed ${seed}`, productPortfolio(bundle), question);
  });
}
