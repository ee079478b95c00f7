import type { MadeActivity } from './activities.ts';
import type { MadeDonor, MadeProspect } from './donors.ts';
import { between, chance, type Draws, pickByWeight, pickOne, splitCount } from './draws.ts';
import { type ActivityIndex, indexActivities, type MadeEarmark, madeEarmark } from './earmarks.ts';
import { amountText, dateBetween, daysAfter, LAST_DAY, minorUnits, PROGRAMME } from './terms.ts';

type Payment = { readonly on: string; readonly minor: number };

/** Pledges at every stage of their life, with `instalmentCount` instalments in all. */
export function* madePledges(
  draws: Draws,
  from: {
    readonly activities: readonly MadeActivity[];
    readonly donors: readonly MadeDonor[];
    readonly prospects: readonly MadeProspect[];
  },
  counts: { readonly pledges: number; readonly instalments: number },
) {
  const index = indexActivities(from.activities);
  const won = from.prospects.filter(({ stage }) => stage === 'won');
  const open = from.prospects.filter(({ stage }) => stage !== 'won' && stage !== 'lost');
  const donorByCode = new Map(from.donors.map((donor) => [donor.code, donor]));
  const instalmentCounts = splitCount(draws, counts.instalments, counts.pledges, 1);
  for (const [position, instalmentCount] of instalmentCounts.entries()) {
    const source = pickByWeight(draws, [
      [won, 18],
      [open, 1],
      [null, 81],
    ] as const);
    const prospect = source === null ? null : pickOne(draws, source);
    const donor = (prospect && donorByCode.get(prospect.donor)) ?? pickOne(draws, from.donors);
    yield madePledge(draws, { position, instalmentCount, index, donor, prospect: prospect?.code ?? null });
  }
}

type Start = {
  readonly position: number;
  readonly instalmentCount: number;
  readonly index: ActivityIndex;
  readonly donor: MadeDonor;
  readonly prospect: string | null;
};

function madePledge(draws: Draws, { position, instalmentCount, index, donor, prospect }: Start) {
  const { currency } = donor;
  const text = (minor: number) => amountText(minor, currency);
  const date = dateBetween(draws, '2023-11-01', LAST_DAY);
  const amount = minorUnits(madeDollars(draws), currency) + between(draws, 0, 99);
  const committedOn = chance(draws, 78) ? daysAfter(date, between(draws, 0, 90)) : null;
  const cancelledOn = chance(draws, 4) ? daysAfter(date, between(draws, 60, 500)) : null;
  const { earmark, candidates } = madeEarmark(draws, pickOne(draws, index.all), index);
  const instalments = madeInstalments(draws, amount, date, instalmentCount);
  const receipts = committedOn === null ? [] : madeReceipts(draws, instalments, committedOn, cancelledOn);
  const writeOffs = chance(draws, 4) ? [{ on: daysAfter(date, 300), minor: Math.ceil(amount / 20) }] : [];
  return {
    ...{ code: `PL-${position + 1}`, programme: PROGRAMME.code, donor: donor.code, prospect, date },
    ...{ committedOn, cancelledOn, currency, amount: text(amount), earmark },
    allocations: madeAllocations(draws, amount, earmark, candidates).map(({ minor, ...target }) => ({
      ...target,
      amount: text(minor),
    })),
    instalments: instalments.map(({ on, minor }) => ({ due: on, amount: text(minor) })),
    receipts: receipts.map(({ on, minor }) => ({ date: on, amount: text(minor) })),
    writeOffs: writeOffs.map(({ on, minor }) => ({
      ...{ date: on, amount: text(minor), reason: 'The last part was not drawn' },
    })),
  };
}

function madeDollars(draws: Draws): number {
  const [least, most] = pickByWeight(draws, [
    [[5_000, 22_000], 55],
    [[22_000, 85_000], 37],
    [[85_000, 400_000], 8],
  ] as const);
  return between(draws, least, most);
}

function madeInstalments(draws: Draws, amount: number, date: string, count: number): Payment[] {
  const part = Math.floor(amount / count);
  let due = daysAfter(date, between(draws, 30, 120));
  return Array.from({ length: count }, (_, position) => {
    const on = due;
    due = daysAfter(due, between(draws, 60, 180));
    return { on, minor: position === count - 1 ? amount - part * (count - 1) : part };
  });
}

/** Most instalments that are due were paid, some in part, some in two goes, a few in excess, some not at all. */
function madeReceipts(
  draws: Draws,
  instalments: readonly Payment[],
  committedOn: string,
  cancelledOn: string | null,
): Payment[] {
  return instalments.flatMap(({ on: due, minor }) => {
    const on = [committedOn, daysAfter(due, between(draws, -10, 45))].sort().at(-1) as string;
    if (on > LAST_DAY || (cancelledOn !== null && on > cancelledOn)) return [];
    const half = Math.ceil(minor / 2);
    return pickByWeight<readonly Payment[]>(draws, [
      [[{ on, minor }], 78],
      [[], 10],
      [[{ on, minor: half }], 6],
      [
        [
          { on, minor: half },
          { on: daysAfter(on, 14), minor: minor - half },
        ],
        5,
      ],
      [[{ on, minor: minor + Math.ceil(minor / 40) }], 1],
    ]).filter((payment) => payment.minor > 0);
  });
}

type MadeAllocation = { readonly activity: string; readonly year: number | null; readonly minor: number };

/** Parts of a pledge that its earmark allows; what is left over stays flexible. */
function madeAllocations(
  draws: Draws,
  amount: number,
  earmark: MadeEarmark,
  candidates: readonly MadeActivity[],
): MadeAllocation[] {
  const isTight = earmark.activities.length === 1;
  if (!chance(draws, isTight && earmark.years.length === 0 ? 40 : 60)) return [];
  const parts = new Map<string, MadeAllocation>();
  let left = amount;
  for (let more = between(draws, 1, 4); more > 0; more--) {
    const { code: activity, timeframe } = pickOne(draws, candidates);
    const year =
      earmark.years.length > 0
        ? pickOne(draws, earmark.years)
        : chance(draws, 65)
          ? between(draws, timeframe.startYear, timeframe.endYear)
          : null;
    const minor = Math.floor((left * between(draws, 20, 100)) / 100);
    if (minor === 0 || parts.has(`${activity} ${year}`)) continue;
    parts.set(`${activity} ${year}`, { activity, year, minor });
    left -= minor;
  }
  return [...parts.values()];
}
