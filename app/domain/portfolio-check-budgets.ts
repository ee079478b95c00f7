import type { Activity } from './activity.ts';
import { type Budget, lineTotal } from './budget.ts';
import { formatAmount, LARGEST_AMOUNT_MINOR } from './money.ts';
import type { Portfolio } from './portfolio.ts';
import type { Report } from './portfolio-check-findings.ts';
import {
  complainOfRate,
  type PortfolioIndex,
  RATE_SOURCES,
  UNPLACED_PROGRAMME,
} from './portfolio-check-index.ts';
import { recordKey } from './portfolio-merge.ts';

/** Reports what is wrong with budgets and their lines. @source domain.md, sections 3 and 6 */
export function reportBudgetProblems(portfolio: Portfolio, index: PortfolioIndex, report: Report): void {
  const versions = new Map<string, ApprovedVersions>();
  for (const budget of portfolio.budgets) {
    reportApproval(budget, report);
    const complaint = complainOfRate(index, budget.currency, budget.rateDate);
    if (complaint !== null) report(budget, 'rateDate', complaint, RATE_SOURCES);
    const key = recordKey(budget.programme, budget.activity);
    reportLines(budget, index.activities.get(key), report);
    if (budget.programme === UNPLACED_PROGRAMME) continue;
    if (!index.programmes.has(budget.programme)) {
      report(budget, 'programme', `unknown programme ${budget.programme}`, ['programmes']);
    } else if (!index.activities.has(key)) {
      report(budget, 'activity', `unknown activity ${budget.activity} in programme ${budget.programme}`, [
        '.programme',
        'activities',
      ]);
    }
    const others = versions.get(key) ?? { approved: null, byApprovedOn: new Map() };
    versions.set(key, others);
    reportOtherVersions(budget, others, report);
  }
}

function reportApproval(budget: Budget, report: Report): void {
  const { status, approvedOn, rateDate } = budget;
  if (status === 'draft' && approvedOn !== null) {
    report(budget, 'approvedOn', 'a draft has no approval date', ['.status']);
  }
  if (status !== 'draft' && approvedOn === null) {
    report(budget, 'approvedOn', `a version that is ${status} needs its approval date`, ['.status']);
  }
  if (approvedOn !== null && rateDate > approvedOn) {
    report(budget, 'rateDate', `the rate date ${rateDate} is after the approval on ${approvedOn}`, [
      '.approvedOn',
    ]);
  }
}

/** The versions of one activity that were met so far. */
type ApprovedVersions = { approved: number | null; readonly byApprovedOn: Map<string, number> };

function reportOtherVersions(budget: Budget, others: ApprovedVersions, report: Report): void {
  const { status, approvedOn, version, activity } = budget;
  if (status === 'draft') return;
  const sources = ['.activity', '.programme', '.status'];
  if (status === 'approved') {
    if (others.approved === null) others.approved = version;
    else {
      const message = `version ${others.approved} of ${activity} is approved too: only one version can be`;
      report(budget, 'status', message, sources);
    }
  }
  if (approvedOn === null) return;
  const sameDay = others.byApprovedOn.get(approvedOn);
  if (sameDay === undefined) others.byApprovedOn.set(approvedOn, version);
  else {
    const message = `version ${sameDay} of ${activity} was approved on ${approvedOn}, too`;
    report(budget, 'approvedOn', message, sources);
  }
}

function reportLines(budget: Budget, activity: Activity | undefined, report: Report): void {
  const items = new Set(activity?.items.map(({ code }) => code));
  for (const [position, line] of budget.lines.entries()) {
    if (activity && line.item !== null && !items.has(line.item)) {
      report(budget, `lines[${position}].item`, `unknown item ${line.item} of activity ${activity.code}`, [
        '.activity',
        '.programme',
        { record: activity, field: 'items' },
      ]);
    }
    if (lineTotal(line) > LARGEST_AMOUNT_MINOR) {
      const largest = `${formatAmount(LARGEST_AMOUNT_MINOR, budget.currency)} ${budget.currency}`;
      report(budget, `lines[${position}].quantity`, `quantity × unit cost is above ${largest}`, [
        '.currency',
        `.lines[${position}].unitCost`,
      ]);
    }
  }
}
