import type { IsoDate } from './dates.ts';
import type { ProgrammeFacts, ProspectFacts } from './facts.ts';
import { DEFAULT_PROBABILITIES } from './prospect.ts';
import { convert } from './rates.ts';
import { parseDecimal, type Rational, roundHalfUp } from './rational.ts';

/** What a prospect puts at stake for one activity, in minor units of the reporting currency. */
export type Stake = { readonly activity: string; readonly amountMinor: bigint };

/**
 * How likely a prospect is to be won: its own probability, also when that is 0, else the default of its stage.
 *
 * @source domain.md, section 5
 */
export function effectiveProbability(prospect: Pick<ProspectFacts, 'stage' | 'probability'>): Rational {
  return parseDecimal(prospect.probability ?? DEFAULT_PROBABILITIES[prospect.stage]);
}

/**
 * Whether an open prospect's decision date has passed, so that it asks for an update and counts nowhere but in
 * the stale pipeline. The decision day itself has not passed.
 *
 * @source domain.md, section 5
 */
export function isStale(prospect: Pick<ProspectFacts, 'decisionBy'>, asOf: IsoDate): boolean {
  return prospect.decisionBy !== null && prospect.decisionBy < asOf;
}

/**
 * The asks of a prospect, each converted to the reporting currency at the as-of date's rate, in the order given.
 *
 * @throws {MissingRateError} when a currency has no rate yet on the as-of date.
 * @source domain.md, section 5 ("the amount at stake")
 */
export function stakes(
  facts: Pick<ProgrammeFacts, 'asOf' | 'currency' | 'rates'>,
  prospect: Pick<ProspectFacts, 'currency' | 'asks'>,
): Stake[] {
  return prospect.asks.map(({ activity, amountMinor }) => ({
    activity,
    amountMinor: convert(facts.rates, amountMinor, prospect.currency, facts.currency, facts.asOf),
  }));
}

/** round(stake × probability), half-up. @source domain.md, section 5 */
export function weightedStake({ amountMinor }: Pick<Stake, 'amountMinor'>, probability: Rational): bigint {
  return roundHalfUp(amountMinor * probability.numerator, probability.denominator);
}

/**
 * Weighted pipeline of each activity = Σ round(ask × probability) over the open prospects that are not stale.
 *
 * @returns Minor units of the reporting currency by activity code; every activity of the programme has an entry.
 * @throws {MissingRateError} when a prospect's currency has no rate yet on the as-of date.
 * @source domain.md, section 5
 */
export function weightedPipelineByActivity(
  facts: Pick<ProgrammeFacts, 'activities' | 'prospects' | 'asOf' | 'currency' | 'rates'>,
): Map<string, bigint> {
  const pipeline = new Map(facts.activities.map(({ code }) => [code, 0n]));
  for (const prospect of facts.prospects) {
    if (isStale(prospect, facts.asOf)) continue;
    const probability = effectiveProbability(prospect);
    for (const stake of stakes(facts, prospect)) {
      const sumMinor = pipeline.get(stake.activity) ?? 0n;
      pipeline.set(stake.activity, sumMinor + weightedStake(stake, probability));
    }
  }
  return pipeline;
}

/**
 * Stale pipeline = Σ round(ask × probability) over the open prospects whose decision date has passed.
 *
 * @returns Minor units of the reporting currency.
 * @throws {MissingRateError} when a prospect's currency has no rate yet on the as-of date.
 * @source domain.md, section 5
 */
export function stalePipeline(
  facts: Pick<ProgrammeFacts, 'prospects' | 'asOf' | 'currency' | 'rates'>,
): bigint {
  let sumMinor = 0n;
  for (const prospect of facts.prospects) {
    if (!isStale(prospect, facts.asOf)) continue;
    const probability = effectiveProbability(prospect);
    for (const stake of stakes(facts, prospect)) sumMinor += weightedStake(stake, probability);
  }
  return sumMinor;
}
