import { convert, toMinor } from './amounts.ts';
import type { Bundle, Prospect, Question } from './bundle-json.ts';
import { type Fraction, fromDecimal, roundHalfUp, times, whole } from './fraction.ts';
import { programmeOf } from './requirement.ts';

const DEFAULTS: Readonly<Record<string, string>> = {
  identified: '0.05',
  qualified: '0.10',
  cultivation: '0.20',
  concept: '0.30',
  proposal: '0.60',
  negotiation: '0.90',
};

/** An open prospect that no pledge names, with its asks in the programme in the reporting currency. */
export type OpenProspect = {
  readonly code: string;
  readonly isStale: boolean;
  readonly probability: Fraction;
  readonly asks: readonly { readonly activity: string; readonly amount: bigint }[];
};

/** The open prospects with an ask in the programme, as they stand on the as-of date. */
export function openProspects(bundle: Bundle, question: Question): OpenProspect[] {
  const { asOf, currency } = question;
  const named = new Set(
    (bundle.pledges ?? []).filter(({ date }) => date <= asOf).map(({ prospect }) => prospect),
  );
  const open: OpenProspect[] = [];
  for (const prospect of bundle.prospects ?? []) {
    if (prospect.createdOn > asOf || named.has(prospect.code)) continue;
    const probability = probabilityOf(prospect);
    if (probability === null) continue;
    const asks = (prospect.asks ?? [])
      .filter((ask) => programmeOf(bundle, ask) === question.programme)
      .map(({ activity, amount }) => {
        const minor = toMinor(amount, prospect.currency);
        return { activity, amount: convert(bundle, minor, prospect.currency, currency, asOf) };
      });
    if (asks.length === 0) continue;
    const decisionBy = prospect.decisionBy ?? null;
    open.push({
      ...{ code: prospect.code, probability, asks },
      isStale: decisionBy !== null && decisionBy < asOf,
    });
  }
  return open;
}

/** Null for a prospect that is won or lost. */
function probabilityOf(prospect: Prospect): Fraction | null {
  const byStage = DEFAULTS[prospect.stage];
  return byStage === undefined ? null : fromDecimal(prospect.probability ?? byStage);
}

/** round(ask × probability), one by one. */
export function weighted(prospects: readonly OpenProspect[], activity?: string): bigint {
  let total = 0n;
  for (const { probability, asks } of prospects) {
    for (const ask of asks) {
      if (activity !== undefined && ask.activity !== activity) continue;
      total += roundHalfUp(times(whole(ask.amount), probability));
    }
  }
  return total;
}
