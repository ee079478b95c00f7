import { convert, toMinor } from './amounts.ts';
import type { Activity, Budget, Bundle, Question } from './bundle-json.ts';
import { fromDecimal, roundHalfUp, times, whole } from './fraction.ts';

/** The programme an activity code belongs to: the one named, or the only one that has such an activity. */
export function programmeOf(bundle: Bundle, item: { programme?: string | null; activity: string }): string {
  if (item.programme !== undefined && item.programme !== null) return item.programme;
  const owners = (bundle.activities ?? []).filter(({ code }) => code === item.activity);
  const [only] = owners;
  if (owners.length !== 1 || only === undefined) throw new Error(`which programme has ${item.activity}?`);
  return only.programme;
}

/** The version with the latest `approvedOn` on or before the as-of date, approved or superseded today. */
function versionInForce(bundle: Bundle, activity: Activity, asOf: string): Budget | null {
  let inForce: Budget | null = null;
  for (const budget of bundle.budgets ?? []) {
    if (budget.activity !== activity.code || programmeOf(bundle, budget) !== activity.programme) continue;
    if (budget.status !== 'approved' && budget.status !== 'superseded') continue;
    const approvedOn = budget.approvedOn ?? null;
    if (approvedOn === null || approvedOn > asOf) continue;
    if (inForce === null || approvedOn > (inForce.approvedOn ?? '')) inForce = budget;
  }
  return inForce;
}

/** Needs external funding, has no version in force and is not cancelled: its requirement is unknown. */
export function isUnbudgeted(bundle: Bundle, activity: Activity, asOf: string): boolean {
  if (activity.status === 'cancelled') return false;
  if (activity.funding !== 'external' && activity.funding !== 'partial') return false;
  return versionInForce(bundle, activity, asOf) === null;
}

/** Requirement by year, minor units of the reporting currency; only years with a requirement above zero. */
export function requirementByYear(
  bundle: Bundle,
  activity: Activity,
  question: Question,
): Map<number, bigint> {
  const requirement = new Map<number, bigint>();
  if (activity.status === 'cancelled') return requirement;
  const budget = versionInForce(bundle, activity, question.asOf);
  if (budget === null) return requirement;

  const external = budget.lines.filter((line) => (line.funding ?? 'external') === 'external');
  const years = [...new Set(external.map(({ year }) => year))].sort((a, b) => a - b);
  for (const year of years) {
    let direct = 0n;
    for (const line of external) {
      if (line.year !== year) continue;
      direct += roundHalfUp(
        times(fromDecimal(line.quantity), whole(toMinor(line.unitCost, budget.currency))),
      );
    }
    const psc = roundHalfUp(times(whole(direct), fromDecimal(budget.pscRate)));
    const reported = convert(bundle, direct + psc, budget.currency, question.currency, budget.rateDate);
    if (reported > 0n) requirement.set(year, reported);
  }
  return requirement;
}
