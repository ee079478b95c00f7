import fc from 'fast-check';
import type { ProgrammeFacts } from '#app/domain/facts.ts';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { eventDates, randomBundles } from './random-bundle.ts';
import { productPortfolio } from './reference/product.ts';
import { CURRENCIES } from './reference/random-terms.ts';

/** A small, valid portfolio, and one programme, day and currency to ask it about. */
export type AskedPortfolio = {
  readonly portfolio: Portfolio;
  readonly question: Pick<ProgrammeFacts, 'asOf' | 'currency'> & { readonly programme: string };
};

/** Portfolios with every feature of the format, each asked on a day on which something happens, or after it all. */
export function askedPortfolios(): fc.Arbitrary<AskedPortfolio> {
  const place = fc.oneof(
    { weight: 2, arbitrary: fc.nat({ max: 999 }) },
    { weight: 1, arbitrary: fc.constant(-1) },
  );
  return fc
    .tuple(randomBundles(), place, fc.nat({ max: 1 }), fc.constantFrom(...CURRENCIES))
    .map(([bundle, turn, programmePlace, currency]) => {
      const portfolio = productPortfolio(bundle);
      const dates = eventDates(bundle);
      const programmes = portfolio.programmes.map(({ code }) => code);
      return {
        portfolio,
        question: {
          programme: programmes[programmePlace] ?? programmes[0] ?? '',
          asOf: dates.at(turn < 0 ? -1 : turn % dates.length) ?? '2015-06-30',
          currency,
        },
      };
    });
}

/** The facts that a question is about. */
export function askedFacts({ portfolio, question }: AskedPortfolio): ProgrammeFacts {
  return factsOfPortfolio(portfolio, question);
}
