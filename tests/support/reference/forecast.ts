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
type Ending = {
  readonly won: ReadonlySet<OpenProspect>;
  readonly remaining: ReadonlyMap<string, bigint>;
  readonly total: bigint;
};

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

  const expected = (amount: (ending: Ending) => bigint) => expectation(endings, prospects, amount);
  const values = prospects.map((prospect) => {
    const others = prospects.filter((other) => other !== prospect);
    const expectedWhere = (isWon: boolean) =>
      expectation(
        endings.filter(({ won }) => won.has(prospect) === isWon),
        others,
        ({ total }) => total,
      );
    return { code: prospect.code, value: roundHalfUp(minus(expectedWhere(false), expectedWhere(true))) };
  });
  values.sort((a, b) => (a.value === b.value ? byText(a.code, b.code) : a.value > b.value ? -1 : 1));

  return {
    ...{ programme, currency, asOf },
    method: prospects.length <= 20 ? 'exact' : 'monte-carlo',
    expectedGap: text(roundHalfUp(expected(({ total }) => total))),
    p10: text(percentile(endings, prospects, 10n)),
    p50: text(percentile(endings, prospects, 50n)),
    p90: text(percentile(endings, prospects, 90n)),
    unbudgeted: unbudgeted.map(({ code }) => code),
    activities: activities.map(({ code }) => {
      const need = needs.get(code);
      if (need === undefined) {
        return { code, gapIfPledgesHold: null, expectedGap: null, probabilityFunded: null };
      }
      const left = ({ remaining }: Ending) => remaining.get(code) ?? 0n;
      const funded = expected((ending) => (left(ending) === 0n ? 1n : 0n));
      return {
        ...{ code, gapIfPledgesHold: text(need) },
        expectedGap: text(roundHalfUp(expected(left))),
        probabilityFunded: toNumber(funded),
      };
    }),
    prospects: values.map(({ code, value }) => ({ code, value: text(value) })),
  };
}

function endingsOf(needs: ReadonlyMap<string, bigint>, prospects: readonly OpenProspect[]): Ending[] {
  return Array.from({ length: 2 ** prospects.length }, (_, mask) => {
    const won = prospects.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1);
    const remaining = new Map(
      [...needs].map(([code, need]) => {
        const asks = won.flatMap((prospect) => prospect.asks.filter(({ activity }) => activity === code));
        const left = need - sum(asks.map(({ amount }) => amount));
        return [code, left > 0n ? left : 0n];
      }),
    );
    return { won: new Set(won), remaining, total: sum([...remaining.values()]) };
  });
}

/** The chance that these prospects end that way. */
function chanceOf({ won }: Ending, prospects: readonly OpenProspect[]): Fraction {
  let chance = ONE;
  for (const prospect of prospects) {
    const { probability } = prospect;
    chance = times(chance, won.has(prospect) ? probability : minus(ONE, probability));
  }
  return chance;
}

function expectation(
  endings: readonly Ending[],
  prospects: readonly OpenProspect[],
  amount: (ending: Ending) => bigint,
): Fraction {
  let expected = ZERO;
  for (const ending of endings) {
    expected = plus(expected, times(chanceOf(ending, prospects), whole(amount(ending))));
  }
  return expected;
}

/** The smallest value v with P(gap ≤ v) ≥ percent. */
function percentile(endings: readonly Ending[], prospects: readonly OpenProspect[], percent: bigint): bigint {
  const ascending = [...endings].sort((a, b) => (a.total < b.total ? -1 : a.total > b.total ? 1 : 0));
  let cumulative = ZERO;
  for (const ending of ascending) {
    cumulative = plus(cumulative, chanceOf(ending, prospects));
    if (atLeast(cumulative, { top: percent, bottom: 100n })) return ending.total;
  }
  throw new Error('the chances do not add up to 1');
}
