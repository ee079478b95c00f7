import type { Activity } from './activity.ts';
import type { Earmark } from './earmark.ts';
import { formatAmount } from './money.ts';
import type { Pledge } from './pledge.ts';
import { repeatedPositions } from './portfolio-check-duplicates.ts';
import type { Report } from './portfolio-check-findings.ts';
import type { PortfolioIndex } from './portfolio-check-index.ts';
import { recordKey } from './portfolio-merge.ts';

/** Reports codes of an earmark that the pledge's programme does not have. @source domain.md, section 6 */
export function reportEarmark(pledge: Pledge, index: PortfolioIndex, report: Report): void {
  const { earmark, programme } = pledge;
  const known = {
    activities: (code: string) => index.activities.has(recordKey(programme, code)),
    species: (code: string) => index.speciesProgrammes.has(code),
    themes: (code: string) => index.themes.has(recordKey(programme, code)),
  };
  const nouns = { activities: 'activity', species: 'species programme', themes: 'theme' };
  const lists = { activities: 'activities', species: 'speciesProgrammes', themes: 'themes' };
  for (const dimension of ['activities', 'species', 'themes'] as const) {
    for (const [position, code] of earmark[dimension].entries()) {
      if (known[dimension](code)) continue;
      const where = dimension === 'species' ? '' : ` in programme ${programme}`;
      const message = `unknown ${nouns[dimension]} ${code}${where}`;
      report(pledge, `earmark.${dimension}[${position}]`, message, ['.programme', lists[dimension]]);
    }
  }
  for (const dimension of ['activities', 'species', 'themes', 'years'] as const) {
    for (const position of repeatedPositions(earmark[dimension])) {
      report(pledge, `earmark.${dimension}[${position}]`, 'duplicate: the earmark names this already');
    }
  }
}

/** Reports allocations that their pledge does not allow. @source domain.md, sections 4 and 6 */
export function reportAllocations(pledge: Pledge, index: PortfolioIndex, report: Report): void {
  const { allocations, programme, amountMinor, currency } = pledge;
  if (allocations.length === 0) return;
  const complainOf = earmarkTest(pledge.earmark);
  for (const [position, { activity: code, year }] of allocations.entries()) {
    const path = `allocations[${position}]`;
    const activity = index.activities.get(recordKey(programme, code));
    if (!activity) {
      const message = `unknown activity ${code} in programme ${programme}`;
      report(pledge, `${path}.activity`, message, ['.programme', 'activities']);
      continue;
    }
    const complaints = complainOf(activity, year);
    if (complaints.activity) {
      const sources = ['theme', 'species'].map((field) => ({ record: activity, field }));
      report(pledge, `${path}.activity`, complaints.activity, ['.earmark', ...sources]);
    }
    if (complaints.year) report(pledge, `${path}.year`, complaints.year, ['.earmark']);
  }
  for (const position of repeatedPositions(
    allocations.map(({ activity, year }) => recordKey(activity, year ?? '')),
  )) {
    report(pledge, `allocations[${position}]`, 'allocated twice for one activity and year');
  }
  const sumMinor = allocations.reduce((sum, allocation) => sum + allocation.amountMinor, 0n);
  if (sumMinor > amountMinor) {
    const [sum, amount] = [formatAmount(sumMinor, currency), formatAmount(amountMinor, currency)];
    report(pledge, 'allocations', `allocations of ${sum} are above the pledge's amount of ${amount}`, [
      '.amount',
      '.currency',
    ]);
  }
}

type EarmarkComplaints = { readonly activity: string | null; readonly year: string | null };

/** The rules of `allowsActivity` and `allowsYear` for many allocations of one earmark, with the reason. */
function earmarkTest(earmark: Earmark): (activity: Activity, year: number | null) => EarmarkComplaints {
  const activities = new Set(earmark.activities);
  const themes = new Set(earmark.themes);
  const species = new Set(earmark.species);
  const years = new Set(earmark.years);
  const complainOfActivity = ({ code, theme, species: shares }: Activity): string | null => {
    if (activities.size > 0 && !activities.has(code)) return `${code} is not an activity of the earmark`;
    if (themes.size > 0 && !themes.has(theme)) return `the earmark does not name theme ${theme} of ${code}`;
    const isNamed = species.size === 0 || shares.some((share) => species.has(share.code));
    return isNamed ? null : `the earmark names no species programme of ${code}`;
  };
  const complainOfYear = (year: number | null): string | null => {
    if (years.size === 0 || (year !== null && years.has(year))) return null;
    return year === null
      ? 'the earmark names years, so the allocation needs one'
      : `${year} is not in the earmark`;
  };
  return (activity, year) => ({ activity: complainOfActivity(activity), year: complainOfYear(year) });
}
