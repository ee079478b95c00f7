import type { Pledge } from './pledge.ts';
import type { Portfolio } from './portfolio.ts';
import { reportAllocations, reportEarmark } from './portfolio-check-earmarks.ts';
import type { Report } from './portfolio-check-findings.ts';
import { complainOfRate, type PortfolioIndex, RATE_SOURCES } from './portfolio-check-index.ts';

/** Reports what is wrong with pledges. @source domain.md, sections 4 and 6 */
export function reportPledgeProblems(portfolio: Portfolio, index: PortfolioIndex, report: Report): void {
  for (const pledge of portfolio.pledges) {
    if (!index.donors.has(pledge.donor)) {
      report(pledge, 'donor', `unknown donor ${pledge.donor}`, ['donors']);
    }
    if (pledge.prospect !== null && !index.prospects.has(pledge.prospect)) {
      report(pledge, 'prospect', `unknown prospect ${pledge.prospect}`, ['prospects']);
    }
    if (pledge.amountMinor === 0n) {
      report(pledge, 'amount', 'a pledge cannot be 0');
    }
    reportDates(pledge, report);
    reportRates(pledge, index, report);
    if (index.programmes.has(pledge.programme)) {
      reportEarmark(pledge, index, report);
      reportAllocations(pledge, index, report);
    } else report(pledge, 'programme', `unknown programme ${pledge.programme}`, ['programmes']);
  }
}

function reportDates(pledge: Pledge, report: Report): void {
  const check = (field: string, date: string | null) => {
    if (date === null || date >= pledge.date) return;
    report(pledge, field, `${date} is before the date of the pledge, ${pledge.date}`, ['.date']);
  };
  check('committedOn', pledge.committedOn);
  check('cancelledOn', pledge.cancelledOn);
  for (const [position, { date }] of pledge.receipts.entries()) check(`receipts[${position}].date`, date);
  for (const [position, { date }] of pledge.writeOffs.entries()) check(`writeOffs[${position}].date`, date);
}

function reportRates(pledge: Pledge, index: PortfolioIndex, report: Report): void {
  if (pledge.currency === index.baseCurrency) return;
  const check = (field: string, date: string) => {
    const complaint = complainOfRate(index, pledge.currency, date);
    if (complaint !== null) report(pledge, field, complaint, RATE_SOURCES);
  };
  check('date', pledge.date);
  for (const [position, { date }] of pledge.receipts.entries()) check(`receipts[${position}].date`, date);
}
