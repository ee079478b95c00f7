import type { Activity, Budget, BudgetLine, Bundle, Programme } from './bundle-json.ts';
import { chance, type Draws, optional, pick, pickAny, several, some } from './draws.ts';
import { amountText, CURRENCIES, dateFrom, dateUpTo, minorUnits } from './random-terms.ts';

const CODES = ['A1', 'A2', 'A10', 'B1', 'B2', 'B9', 'B10', 'C3'];
/** Shares by number of species programmes; odd thirds among them. */
const SHARES: Readonly<Record<number, [string[], ...string[][]]>> = {
  1: [['1']],
  2: [
    ['0.5', '0.5'],
    ['0.333333', '0.666667'],
    ['0.7', '0.3'],
  ],
  3: [
    ['0.333333', '0.333333', '0.333334'],
    ['0.2', '0.3', '0.5'],
    ['0.166667', '0.333333', '0.5'],
  ],
};
export const YEARS = [2012, 2013, 2014, 2011, 2015] as const;

/** What the programmes consist of: everything in a bundle but its budgets and its money. */
export type Plan = Required<Pick<Bundle, 'programmes' | 'themes' | 'speciesProgrammes' | 'activities'>>;

export function randomPlan(draws: Draws): Plan {
  const speciesProgrammes = some(draws, ['saiga', 'sharks', 'elephant-10', 'elephant-9'], 50).map((code) => ({
    ...{ code, name: `The ${code}` },
    ...{ status: pick(draws, ['priority', 'candidate', 'other']), taxa: [] },
  }));
  const programmes: Programme[] = [{ code: 'JWP', title: 'Joint work', startYear: 2012, endYear: 2014 }];
  if (chance(draws, 30)) programmes.push({ code: 'EXT', title: 'Extension', startYear: 2013, endYear: 2013 });
  const themes = programmes.flatMap(({ code: programme }) =>
    ['A', 'B', 'C'].map((code) => ({ programme, code, title: `Theme ${code} of ${programme}` })),
  );
  const activities = programmes.flatMap(({ code }) => {
    const chosen = some(draws, CODES, 45);
    const codes = chosen.length === 0 ? ['A1'] : chosen;
    return codes.map((own) => randomActivity(draws, code, own, speciesProgrammes));
  });
  return { programmes, themes, speciesProgrammes, activities };
}

function randomActivity(
  draws: Draws,
  programme: string,
  code: string,
  speciesProgrammes: readonly { readonly code: string }[],
): Activity {
  const named = some(draws, speciesProgrammes, 45).slice(0, 3);
  if (chance(draws, 30)) named.reverse();
  const shares = pick(draws, SHARES[named.length] ?? [[]]);
  const species = named.map(({ code: of }, index) => ({ code: of, share: shares[index] ?? '1' }));
  return {
    ...{ programme, code, theme: code.charAt(0), title: `Activity ${code} of ${programme}` },
    ...optional(draws, 'species', species.length === 0 ? null : species),
    ...optional(draws, 'printedCode', chance(draws, 30) ? `${code.charAt(0)}.${code.slice(1)}` : null),
    ...optional(draws, 'timeframe', randomTimeframe(draws)),
    funding: pick(draws, ['external', 'partial', 'core']),
    ...optional(draws, 'priority', pick(draws, [null, 'core', 'high', 'medium', 'low'])),
    status: chance(draws, 15)
      ? 'cancelled'
      : pick(draws, ['planned', 'seeking-funding', 'completed', 'on-hold']),
    ...{ items: [{ code: 'a', title: 'First item', funding: 'external' }] },
  };
}

function randomTimeframe(draws: Draws): Record<string, unknown> | null {
  return pick(draws, [
    null,
    { kind: 'years', startYear: 2012, endYear: 2013, printed: '2012-2013' },
    { kind: 'ongoing', printed: 'Ongoing' },
    { kind: 'conditional', note: 'A decision', printed: 'subject to a decision' },
  ]);
}

/** Up to three versions of each activity's budget: none to all of them superseded, approved or drafts. */
export function randomBudgets(draws: Draws, { activities }: Plan): Budget[] {
  return activities.flatMap((activity) => {
    const days = new Set(['2012-02-01', ...several(draws, 2, () => dateFrom(draws))]);
    const versions = chance(draws, 15) ? [] : [...days];
    if (chance(draws, 70)) versions.sort();
    const approved = draws.below(versions.length + 1);
    const budgets = versions.map((approvedOn, index) => ({
      ...{ version: index + 1, status: index === approved ? 'approved' : 'superseded', approvedOn },
      rateDate: dateUpTo(draws, approvedOn),
    }));
    const draft = { version: versions.length + 1, status: 'draft', rateDate: dateFrom(draws) };
    const all = chance(draws, 20)
      ? [...budgets, { ...draft, ...optional(draws, 'approvedOn', null) }]
      : budgets;
    return all.map((budget) => randomBudget(draws, activities, activity, budget));
  });
}

function randomBudget(
  draws: Draws,
  activities: readonly Activity[],
  activity: Activity,
  budget: Pick<Budget, 'version' | 'status' | 'rateDate'>,
): Budget {
  const currency = pick(draws, CURRENCIES);
  const line = (): BudgetLine => ({
    ...{ category: pick(draws, ['travel', 'staff', 'operating']), description: 'A line' },
    ...optional(draws, 'unit', pick(draws, [null, 'day'])),
    quantity: pick(draws, ['1', '2', '0.5', '2.3333', '1.0001', '0']),
    unitCost: amountText(minorUnits(draws), currency),
    year: pick(draws, chance(draws, 15) ? [2011, 2015, 2016] : [2012, 2013, 2014]),
    ...optional(draws, 'funding', pick(draws, ['external', null, 'external', 'core', 'in-kind'])),
    ...optional(draws, 'item', pickAny(draws, [null, 'a']) ?? null),
  });
  return {
    ...naming(draws, activities, activity),
    ...budget,
    ...{ currency, pscRate: pick(draws, ['0.13', '0.07', '0', '0.125']) },
    lines: [...(chance(draws, 5) ? [] : [line()]), ...several(draws, 3, line)],
  };
}

/** Names an activity, with its programme where its code alone would not do. */
export function naming(
  draws: Draws,
  activities: readonly Activity[],
  { programme, code }: Activity,
): { activity: string; programme?: string | null } {
  const isAmbiguous = activities.filter((other) => other.code === code).length > 1;
  if (isAmbiguous || chance(draws, 20)) return { programme, activity: code };
  return { activity: code, ...optional(draws, 'programme', null) };
}
