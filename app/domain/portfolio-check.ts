import type { Portfolio } from './portfolio.ts';
import { reportBudgetProblems } from './portfolio-check-budgets.ts';
import { reportDonorProblems } from './portfolio-check-donors.ts';
import { type PortfolioRecord, type Problem, ProblemList, type Report } from './portfolio-check-findings.ts';
import { indexPortfolio } from './portfolio-check-index.ts';
import { reportPledgeProblems } from './portfolio-check-pledges.ts';
import { reportProgrammeProblems } from './portfolio-check-programme.ts';

/**
 * Reports everything that the records of a portfolio say about each other and must not: unknown codes, shares that
 * are not a whole, allocations outside their pledge, dates out of order, missing rates. In time linear in the
 * portfolio's size.
 *
 * @source domain.md, section 6
 */
export function reportPortfolioProblems(portfolio: Portfolio, report: Report): void {
  const index = indexPortfolio(portfolio);
  reportProgrammeProblems(portfolio, index, report);
  reportBudgetProblems(portfolio, index, report);
  reportDonorProblems(portfolio, index, report);
  reportPledgeProblems(portfolio, index, report);
}

/**
 * The problems of a whole portfolio, none when all is well.
 *
 * @param pathOf The JSON path of a record.
 * @returns At most 1,000, then one that counts the others.
 * @source domain.md, section 6
 */
export function checkPortfolio(portfolio: Portfolio, pathOf: (record: PortfolioRecord) => string): Problem[] {
  const problems = new ProblemList();
  reportPortfolioProblems(portfolio, (record, field, message) => {
    problems.add(`${pathOf(record)}.${field}`, message);
  });
  return problems.toProblems();
}
