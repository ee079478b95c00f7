import type { MadeActivity } from './activities.ts';
import { between, chance, type Draws, pickByWeight, pickOne, splitCount } from './draws.ts';
import { amountText, dateBetween, daysAfter, type MadeCurrency, minorUnits, PROGRAMME } from './terms.ts';

/** So many activities share one that is not budgeted, whatever its funding. */
const UNBUDGETED_EVERY = 12;
const DRAFT_PERCENT = 15;
const FIRST_APPROVAL = ['2023-10-01', '2024-09-30'] as const;

type Version = {
  readonly activity: MadeActivity;
  readonly version: number;
  readonly status: 'draft' | 'approved' | 'superseded';
  readonly approvedOn: string | null;
  readonly currency: MadeCurrency;
};

/** Category, what is bought, its unit, dollars for one of them, and how many. */
const PURCHASES = [
  ['staff', 'Project officer', 'month', [4_000, 11_000], [1, 9]],
  ['travel', 'Travel of participants', 'participant', [700, 2_800], [4, 25]],
  ['contractual', 'Agreement with a partner', 'lump sum', [5_000, 45_000], [1, 1]],
  ['supplies', 'Field supplies', 'set', [120, 900], [2, 30]],
  ['equipment', 'Satellite tags', 'tag', [900, 3_200], [1, 12]],
  ['transfers', 'Small grant', 'grant', [6_000, 30_000], [1, 3]],
  ['operating', 'Office and communication', 'month', [150, 1_200], [3, 12]],
] as const;

/**
 * Every version of every budget: superseded ones, the approved one, drafts, and none or only a draft for an
 * activity that is to be unbudgeted; `lineCount` lines in all.
 */
export function* madeBudgets(draws: Draws, activities: readonly MadeActivity[], lineCount: number) {
  const versions = activities.flatMap((activity, index) =>
    madeVersions(draws, activity, index % UNBUDGETED_EVERY === UNBUDGETED_EVERY - 1),
  );
  const lineCounts = splitCount(draws, lineCount, versions.length, 5);
  for (const [index, version] of versions.entries()) {
    const { activity, currency, approvedOn, ...rest } = version;
    yield {
      ...{ programme: PROGRAMME.code, activity: activity.code, ...rest, approvedOn },
      rateDate: daysAfter(approvedOn ?? FIRST_APPROVAL[1], -between(draws, 0, 29)),
      currency,
      pscRate: pickByWeight(draws, [
        ['0.13', 75],
        ['0.08', 12],
        ['0.07', 12],
        ['0', 1],
      ] as const),
      lines: Array.from({ length: lineCounts[index] as number }, (_, position) =>
        madeLine(draws, version, position),
      ),
    };
  }
}

function madeVersions(draws: Draws, activity: MadeActivity, isUnbudgeted: boolean): Version[] {
  const currency: MadeCurrency = pickByWeight(draws, [
    ['USD', 60],
    ['EUR', 25],
    ['CHF', 8],
    ['GBP', 7],
  ] as const);
  const approvalCount = isUnbudgeted
    ? 0
    : pickByWeight(draws, [
        [1, 65],
        [2, 25],
        [3, 10],
      ] as const);
  const versions: Version[] = [];
  let approvedOn = dateBetween(draws, ...FIRST_APPROVAL);
  for (let version = 1; version <= approvalCount; version++) {
    const status = version === approvalCount ? 'approved' : 'superseded';
    versions.push({ activity, version, status, approvedOn, currency });
    approvedOn = daysAfter(approvedOn, between(draws, 120, 360));
  }
  if (chance(draws, isUnbudgeted ? 50 : DRAFT_PERCENT)) {
    versions.push({ activity, version: approvalCount + 1, status: 'draft', approvedOn: null, currency });
  }
  return versions;
}

function madeLine(draws: Draws, { activity, currency }: Version, position: number) {
  const [category, description, unit, [cheapest, dearest], [fewest, most]] = pickOne(draws, PURCHASES);
  const { startYear, endYear } = activity.timeframe;
  const yearCount = endYear - startYear + 1;
  // The first lines see to it that no year of the activity is without one.
  const year = startYear + (position < yearCount ? position : between(draws, 0, yearCount - 1));
  const whole = between(draws, fewest, most);
  const funding = pickByWeight(draws, [
    ['external', activity.funding === 'core' ? 10 : 80],
    ['core', 12],
    ['in-kind', 8],
  ] as const);
  const item = activity.items.length > 0 && chance(draws, 60) ? pickOne(draws, activity.items).code : null;
  return {
    ...{ category, description: `${description}, ${position + 1}`, unit },
    quantity: chance(draws, 15) ? `${whole}.${pickOne(draws, ['5', '25', '3333', '0001'])}` : String(whole),
    unitCost: amountText(
      minorUnits(between(draws, cheapest, dearest), currency) + between(draws, 0, 99),
      currency,
    ),
    ...{ year, funding },
    ...(item === null ? {} : { item }),
  };
}
