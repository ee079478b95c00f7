import { toText } from './amounts.ts';
import type { Bundle, Question } from './bundle-json.ts';
import { byText } from './code-order.ts';
import { activitiesOf, coverage, gapIfPledgesHold } from './covered-cells.ts';
import {
  atLeast,
  type Fraction,
  minus,
  ONE,
  plus,
  roundHalfUp,
  times,
  toNumber,
  whole,
  ZERO,
} from './fraction.ts';
import { type OpenProspect, openProspects } from './pipeline.ts';
import { sum } from './pledged-money.ts';
import { isUnbudgeted } from './requirement.ts';

/** One of the 2^n ways the open prospects can end, with the remaining need of every budgeted activity. */
type Ending = { readonly chance: Fraction; readonly remaining: ReadonlyMap<string, bigint> };

/** The answer of `forecast` (domain.md, section 7) by listing every way the prospects can end. */
export function referenceForecast(bundle: Bundle, question: Question): unknown {
  const { programme, currency, asOf } = question;
  const text = (minor: bigint) => toText(minor, currency);
  const activities = activitiesOf(bundle, question);
  const { cells } = coverage(bundle, question);
  const unbudgeted = activities.filter((activity) => isUnbudgeted(bundle, activity, asOf));
  const needs = new Map(
    activities
      .filter((activity) => !unbudgeted.includes(activity))
      .map((activity) => {
        const own = cells.filter((cell) => cell.activity === activity);
        return [activity.code, sum(own.map(gapIfPledgesHold))];
      }),
  );
  const prospects = openProspects(bundle, question).filter(({ isStale }) => !isStale);
  const endings = endingsOf(needs, prospects);

  const values = prospects.map(({ code }) => {
    const expectedWith = (probability: Fraction) => {
      const others = prospects.map((other) => (other.code === code ? { ...other, probability } : other));
      return expectation(endingsOf(needs, others), ({ remaining }) => sum([...remaining.values()]));
    };
    return { code, value: roundHalfUp(minus(expectedWith(ZERO), expectedWith(ONE))) };
  });
  values.sort((a, b) => (a.value === b.value ? byText(a.code, b.code) : a.value > b.value ? -1 : 1));

  return {
    ...{ programme, currency, asOf },
    method: prospects.length <= 20 ? 'exact' : 'monte-carlo',
    expectedGap: text(roundHalfUp(expectation(endings, ({ remaining }) => sum([...remaining.values()])))),
    p10: text(percentile(endings, 10n)),
    p50: text(percentile(endings, 50n)),
    p90: text(percentile(endings, 90n)),
    unbudgeted: unbudgeted.map(({ code }) => code),
    activities: activities.map(({ code }) => {
      const need = needs.get(code);
      if (need === undefined) {
        return { code, gapIfPledgesHold: null, expectedGap: null, probabilityFunded: null };
      }
      const left = ({ remaining }: Ending) => remaining.get(code) ?? 0n;
      const funded = expectation(endings, (ending) => (left(ending) === 0n ? 1n : 0n));
      return {
        ...{ code, gapIfPledgesHold: text(need) },
        expectedGap: text(roundHalfUp(expectation(endings, left))),
        probabilityFunded: toNumber(funded),
      };
    }),
    prospects: values.map(({ code, value }) => ({ code, value: text(value) })),
  };
}

function endingsOf(needs: ReadonlyMap<string, bigint>, prospects: readonly OpenProspect[]): Ending[] {
  const endings: Ending[] = [];
  for (let mask = 0; mask < 2 ** prospects.length; mask++) {
    let chance = ONE;
    const won: OpenProspect[] = [];
    prospects.forEach((prospect, index) => {
      const isWon = Math.floor(mask / 2 ** index) % 2 === 1;
      chance = times(chance, isWon ? prospect.probability : minus(ONE, prospect.probability));
      if (isWon) won.push(prospect);
    });
    const remaining = new Map(
      [...needs].map(([code, need]) => {
        const asks = won.flatMap((prospect) => prospect.asks.filter(({ activity }) => activity === code));
        const left = need - sum(asks.map(({ amount }) => amount));
        return [code, left > 0n ? left : 0n];
      }),
    );
    endings.push({ chance, remaining });
  }
  return endings;
}

function expectation(endings: readonly Ending[], amount: (ending: Ending) => bigint): Fraction {
  let expected = ZERO;
  for (const ending of endings) expected = plus(expected, times(ending.chance, whole(amount(ending))));
  return expected;
}

/** The smallest value v with P(gap ≤ v) ≥ percent. */
function percentile(endings: readonly Ending[], percent: bigint): bigint {
  const outcomes = endings
    .map(({ chance, remaining }) => ({ chance, value: sum([...remaining.values()]) }))
    .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  let cumulative = ZERO;
  for (const { chance, value } of outcomes) {
    cumulative = plus(cumulative, chance);
    if (atLeast(cumulative, { top: percent, bottom: 100n })) return value;
  }
  throw new Error('the chances do not add up to 1');
}
