import type { BreakdownPart } from './breakdown.ts';
import type { ProgrammeFacts, ProspectFacts } from './facts.ts';
import { effectiveProbability, isStale, weightedStake } from './pipeline.ts';
import { conversionWords } from './rate-words.ts';
import { convert } from './rates.ts';
import { percentText } from './rational.ts';

/** The asks that an activity's weighted pipeline is a sum of, each with its probability and rate. */
export function askParts(facts: ProgrammeFacts, activity: string): BreakdownPart[] {
  return facts.prospects
    .filter((prospect) => !isStale(prospect, facts.asOf))
    .flatMap((prospect) => weightedAsks(facts, prospect, activity));
}

/** The asks that the stale pipeline is a sum of. */
export function stalePipelineParts(facts: ProgrammeFacts): BreakdownPart[] {
  return facts.prospects
    .filter((prospect) => isStale(prospect, facts.asOf))
    .flatMap((prospect) => weightedAsks(facts, prospect, null));
}

function weightedAsks(
  facts: ProgrammeFacts,
  prospect: ProspectFacts,
  activity: string | null,
): BreakdownPart[] {
  const probability = effectiveProbability(prospect);
  const { rates, currency, asOf } = facts;
  return prospect.asks
    .filter((ask) => activity === null || ask.activity === activity)
    .map((ask) => {
      const amountMinor = convert(rates, ask.amountMinor, prospect.currency, currency, asOf);
      const ownWords = conversionWords(rates, ask.amountMinor, prospect.currency, currency, asOf);
      return {
        label: activity === null ? `${prospect.code} for ${ask.activity}` : prospect.code,
        note: `${percentText(probability)} of ${ownWords}`,
        amountMinor: weightedStake({ amountMinor }, probability),
        reference: null,
      };
    });
}
