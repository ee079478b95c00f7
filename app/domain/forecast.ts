import type { ProgrammeFacts } from './facts.ts';
import { exactGapPercentiles, type GapPercentiles } from './gap-percentiles.ts';
import { simulateGaps } from './gap-simulation.ts';
import { type GapStakes, winsByActivity } from './gap-stakes.ts';
import { compareCodes, comparePlain } from './order.ts';
import { effectiveProbability, isStale, stakes } from './pipeline.ts';
import { type Rational, roundHalfUp, toNumber } from './rational.ts';
import { inLowestTerms, sumRationals } from './rational-sum.ts';
import { type RemainingNeed, remainingNeed } from './remaining-need.ts';

/** What the open prospects may leave of a programme's gaps; amounts in minor units of the reporting currency. */
export type Forecast = {
  /** How the percentiles were found. */
  readonly method: 'exact' | 'monte-carlo';
  readonly expectedGapMinor: bigint;
  readonly p10Minor: bigint;
  readonly p50Minor: bigint;
  readonly p90Minor: bigint;
  /** Codes of the activities whose need is unknown and in no figure. */
  readonly unbudgeted: readonly string[];
  /** By code. */
  readonly activities: readonly ActivityForecast[];
  /** Those that count, by value descending, then code. */
  readonly prospects: readonly { readonly code: string; readonly valueMinor: bigint }[];
};

/** The figures are null for an unbudgeted activity. */
export type ActivityForecast = {
  readonly code: string;
  readonly gapIfPledgesHoldMinor: bigint | null;
  readonly expectedGapMinor: bigint | null;
  readonly probabilityFunded: number | null;
};

type ForecastFacts = Pick<ProgrammeFacts, 'activities' | 'prospects' | 'asOf' | 'currency' | 'rates'>;
type Need = { readonly code: string; readonly needMinor: bigint };
type CountingProspect = GapStakes & { readonly code: string };

const LARGEST_EXACT_COUNT = 20;

/**
 * Forecasts what is left of the gaps when announced pledges hold and each open, non-stale prospect is won or lost
 * as a whole, independently of the others: remaining need = max(0, gapIfPledgesHold − Σ won asks), summed over the
 * activities. A prospect's value is the expected remaining gap with its probability at 0, minus that at 1.
 *
 * Percentiles are exact for up to 20 prospects with an ask in the programme, also for an unbudgeted activity, and
 * simulated with a fixed seed above. Everything else is exact unless the asks for one activity have too many
 * different sums (never with up to 32 of them); that activity's figures then come from the same simulation.
 *
 * @param needs The gap if pledges hold of every activity of the programme by code, null where it is unbudgeted.
 * @throws {RangeError} when an activity has no need.
 * @throws {MissingRateError} when a prospect's currency has no rate yet on the as-of date.
 * @source domain.md, section 5
 */
export function forecast(facts: ForecastFacts, needs: ReadonlyMap<string, bigint | null>): Forecast {
  const codes = facts.activities.map(({ code }) => code).sort(compareCodes);
  const known = codes.flatMap((code): Need[] => {
    const needMinor = needOf(needs, code);
    return needMinor === null ? [] : [{ code, needMinor }];
  });
  const needsMinor = known.map(({ needMinor }) => needMinor);
  const prospects = countingProspects(facts, known);
  const { method, percentiles, remainingNeeds } = outcomes(needsMinor, prospects);
  const byCode = new Map(
    known.map(({ code }, position) => [code, remainingNeeds[position] as RemainingNeed]),
  );
  return {
    method,
    expectedGapMinor: rounded(sumRationals(remainingNeeds.map(({ expectedMinor }) => expectedMinor))),
    ...percentiles,
    unbudgeted: codes.filter((code) => needOf(needs, code) === null),
    activities: codes.map((code) => activityForecast(code, needOf(needs, code), byCode.get(code))),
    prospects: prospectValues(prospects, remainingNeeds),
  };
}

function needOf(needs: ReadonlyMap<string, bigint | null>, code: string): bigint | null {
  const needMinor = needs.get(code);
  if (needMinor === undefined) throw new RangeError(`The need of activity "${code}" is not given`);
  return needMinor;
}

/** The prospects that count, by code, with what they have at stake for activities that need anything. */
function countingProspects(facts: ForecastFacts, known: readonly Need[]): CountingProspect[] {
  const open = known.flatMap(({ code, needMinor }, position) =>
    needMinor > 0n ? [[code, position] as const] : [],
  );
  const positions = new Map(open);
  return facts.prospects
    .filter((prospect) => prospect.asks.length > 0 && !isStale(prospect, facts.asOf))
    .sort((a, b) => comparePlain(a.code, b.code))
    .map((prospect) => {
      const sums = new Map<number, bigint>();
      for (const { activity, amountMinor } of stakes(facts, prospect)) {
        const position = positions.get(activity);
        if (position === undefined || amountMinor === 0n) continue;
        sums.set(position, (sums.get(position) ?? 0n) + amountMinor);
      }
      return {
        code: prospect.code,
        probability: inLowestTerms(effectiveProbability(prospect)),
        stakes: [...sums].map(([activity, amountMinor]) => ({ activity, amountMinor })),
      };
    });
}

type Outcomes = {
  readonly method: Forecast['method'];
  readonly percentiles: GapPercentiles;
  /** One per need; the values of each are in the order of the prospects. */
  readonly remainingNeeds: readonly RemainingNeed[];
};

function outcomes(needsMinor: readonly bigint[], prospects: readonly GapStakes[]): Outcomes {
  const wins = winsByActivity(needsMinor.length, prospects);
  const exact = needsMinor.map((needMinor, position) => remainingNeed(needMinor, wins[position] ?? []));
  if (prospects.length <= LARGEST_EXACT_COUNT && isComplete(exact)) {
    const percentiles = exactGapPercentiles(needsMinor, prospects);
    return { method: 'exact', percentiles, remainingNeeds: exact };
  }
  const inexact = new Set([...exact.keys()].filter((position) => exact[position] === null));
  const { percentiles, remainingNeeds: simulated } = simulateGaps(needsMinor, prospects, inexact);
  const remainingNeeds = exact.map((need, position) => need ?? (simulated.get(position) as RemainingNeed));
  return { method: 'monte-carlo', percentiles, remainingNeeds };
}

function isComplete(needs: readonly (RemainingNeed | null)[]): needs is readonly RemainingNeed[] {
  return !needs.includes(null);
}

function activityForecast(
  code: string,
  needMinor: bigint | null,
  remaining: RemainingNeed | undefined,
): ActivityForecast {
  return {
    code,
    gapIfPledgesHoldMinor: needMinor,
    expectedGapMinor: remaining ? rounded(remaining.expectedMinor) : null,
    probabilityFunded: remaining ? toNumber(remaining.fundedProbability) : null,
  };
}

function prospectValues(
  prospects: readonly CountingProspect[],
  remainingNeeds: readonly RemainingNeed[],
): Forecast['prospects'] {
  const parts = prospects.map((): Rational[] => []);
  for (const [activity, wins] of winsByActivity(remainingNeeds.length, prospects).entries()) {
    for (const [index, { prospect }] of wins.entries()) {
      const valueMinor = remainingNeeds[activity]?.valuesMinor[index];
      if (valueMinor) parts[prospect]?.push(valueMinor);
    }
  }
  return prospects
    .map(({ code }, prospect) => ({ code, valueMinor: rounded(sumRationals(parts[prospect] ?? [])) }))
    .sort((a, b) => {
      if (a.valueMinor !== b.valueMinor) return a.valueMinor > b.valueMinor ? -1 : 1;
      return comparePlain(a.code, b.code);
    });
}

function rounded({ numerator, denominator }: Rational): bigint {
  return roundHalfUp(numerator, denominator);
}
