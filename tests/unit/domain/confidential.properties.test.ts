import { describe, expect, it } from 'vitest';
import { pledgesOfActivity } from '#app/domain/activity-money.ts';
import { type BreakdownScope, FIGURE_NAMES, isRowFigure } from '#app/domain/breakdown.ts';
import { decidedPledges, seesFigure, shownBreakdown, withoutUndecided } from '#app/domain/confidential.ts';
import { factsOfPortfolio } from '#app/domain/facts-of-portfolio.ts';
import { figureBreakdown } from '#app/domain/figure-breakdown.ts';
import { gapAnswer } from '#app/domain/gap-answer.ts';
import { GAP_DIMENSIONS, gapRows } from '#app/domain/gap-rows.ts';
import { speciesActivities, themeActivities, yearActivities } from '#app/domain/group-rows.ts';
import { isCommitted, type Pledge } from '#app/domain/pledge.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import type { Prospect } from '#app/domain/prospect.ts';
import { seenReport, shownCell, shownFigures, shownGroup } from '#app/domain/shown-figures.ts';
import { sourcesOf } from '../../support/portfolios.ts';
import { type AskedPortfolio, askedPortfolios, askPortfolio } from '../../support/random-portfolios.ts';
import { demonstrationPortfolio, MIDWAY, TODAY } from '../seeds/demonstration-portfolio.ts';

const CASES = [
  ...askedPortfolios(250),
  ...[MIDWAY, TODAY].map((asOf) =>
    askPortfolio('demonstration', demonstrationPortfolio, {
      ...{ programme: 'JWP-2012-2014', asOf, currency: 'EUR' },
    }),
  ),
];
const FIRM = ['requirementMinor', 'receivedMinor', 'committedMinor', 'gapMinor'] as const;

type Question = AskedPortfolio['question'];

/** Everything that pages, their data and the API give to somebody who sees only what is decided. */
function allThatIsShown(portfolio: Portfolio, question: Question) {
  const facts = factsOfPortfolio(portfolio, question);
  const report = seenReport(facts, 'decided');
  const { sight } = report;
  const group = (given: ReturnType<typeof themeActivities>) => shownGroup(given, sight);
  const years = gapRows(report, 'year').map(({ key }) => Number(key));
  return {
    facts: comparable(withoutUndecided(facts)),
    answers: GAP_DIMENSIONS.map((by) => gapAnswer(report, by)),
    total: shownFigures(report.total, sight),
    flexible: report.flexible,
    themes: facts.themes.map(({ code }) => group(themeActivities(report, code))),
    species: gapRows(report, 'species').map(({ key }) => group(speciesActivities(report, key))),
    years: years.map((year) => group(yearActivities(report, year))),
    activities: report.activities.map(({ activity, cells, requirements }) => ({
      ...{ activity, requirements, cells: cells.map((cell) => shownCell(cell, sight)) },
      pledges: decidedPledges(pledgesOfActivity(report, activity.code, portfolio.pledges), question.asOf),
    })),
    breakdowns: scopesOf(report).flatMap((scope) =>
      FIGURE_NAMES.filter((figure) => seesFigure(sight, figure)).map((figure) => {
        const activity = scope.by === 'activity' ? scope.key : '';
        const sources = sourcesOf(portfolio, report.facts, activity);
        const breakdown =
          isRowFigure(figure) || scope.by === 'total'
            ? figureBreakdown(report, figure, scope, sources)
            : null;
        return breakdown && shownBreakdown(breakdown, sight);
      }),
    ),
  };
}

/** Of a pledge that is not committed only proportions are left: how much it is must not matter. */
function comparable({ pledges, ...facts }: ReturnType<typeof withoutUndecided>) {
  return {
    ...facts,
    pledges: pledges.map(({ code, receipts }) => ({ code, receipts })),
  };
}

function scopesOf(report: ReturnType<typeof seenReport>): BreakdownScope[] {
  return [
    { by: 'total' },
    ...GAP_DIMENSIONS.flatMap((by) => gapRows(report, by).map(({ key }): BreakdownScope => ({ by, key }))),
    ...report.activities.flatMap(({ activity, cells }) =>
      cells.map(({ year }): BreakdownScope => ({ by: 'activity', key: activity.code, year })),
    ),
  ];
}

const receivedBy = (pledge: Pledge, asOf: string) =>
  pledge.receipts.filter(({ date }) => date <= asOf).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

/** Prospects and pledges as they were not: what is decided by `asOf` stays. */
type Change = (portfolio: Portfolio, asOf: string) => Portfolio;

function changed(
  portfolio: Portfolio,
  asOf: string,
  prospects: (prospect: Prospect, index: number) => Prospect[],
  undecided: (pledge: Pledge, receivedMinor: bigint) => Pledge[],
): Portfolio {
  return {
    ...portfolio,
    prospects: portfolio.prospects.flatMap(prospects),
    pledges: portfolio.pledges.flatMap((pledge) =>
      isCommitted(pledge, asOf) ? [pledge] : undecided(pledge, receivedBy(pledge, asOf)),
    ),
  };
}

/** What is left of a pledge that has paid, with everything else about it different. */
function timesSeven(pledge: Pledge, receivedMinor: bigint): Pledge {
  // Paid in full or beyond, nothing of it is undecided.
  if (receivedMinor >= pledge.amountMinor) return pledge;
  return {
    ...pledge,
    donor: 'somebody else',
    amountMinor: pledge.amountMinor * 7n,
    allocations: pledge.allocations.map((part) => ({ ...part, amountMinor: part.amountMinor * 7n })),
    instalments: [],
    writeOffs: [],
    cancelledOn: null,
  };
}

const CHANGES: Readonly<Record<string, Change>> = {
  'nothing undecided': (portfolio, asOf) =>
    changed(
      portfolio,
      asOf,
      () => [],
      (pledge, receivedMinor) => (receivedMinor > 0n ? [pledge] : []),
    ),
  'other asks, probabilities, stages and dates': (portfolio, asOf) =>
    changed(
      portfolio,
      asOf,
      (prospect, index) => [
        {
          ...prospect,
          ...{
            stage: 'negotiation',
            probability: `0.${index + 1}`,
            decisionBy: null,
            donor: 'somebody else',
          },
          asks: prospect.asks.map((ask) => ({ ...ask, amountMinor: ask.amountMinor * 3n + 77n })),
        },
        { ...prospect, code: `${prospect.code}-TOO` },
      ],
      (pledge) => [pledge],
    ),
  'other announced pledges': (portfolio, asOf) =>
    changed(
      portfolio,
      asOf,
      (prospect) => [prospect],
      (pledge, receivedMinor) =>
        receivedMinor > 0n
          ? [timesSeven(pledge, receivedMinor)]
          : [
              {
                ...pledge,
                ...{ donor: 'somebody else', amountMinor: pledge.amountMinor + 123_456n, cancelledOn: null },
                ...{ allocations: [], writeOffs: [], receipts: [] },
                earmark: { activities: [], species: [], themes: [], years: [] },
              },
              { ...pledge, code: `${pledge.code}-TOO`, receipts: [] },
            ],
    ),
};

describe('somebody who sees only what is decided', { timeout: 300_000 }, () => {
  it.each(Object.entries(CHANGES))('is shown the same when there is or was %s', (_what, change) => {
    let differentCount = 0;
    for (const { name, portfolio, question, report } of CASES) {
      const other = change(portfolio, question.asOf);
      expect(allThatIsShown(other, question), name).toEqual(allThatIsShown(portfolio, question));
      const others = JSON.stringify(gapAnswer(askPortfolio('', other, question).report, 'theme'));
      if (others !== JSON.stringify(gapAnswer(report, 'theme'))) differentCount += 1;
    }
    // The changes are such that others see them.
    expect(differentCount).toBeGreaterThan(75);
  });

  it('sees the same firm figures as everybody, of the programme and by theme, activity and year', () => {
    for (const { name, facts, report } of CASES) {
      const seen = seenReport(facts, 'decided');
      expect(seen.flexible, name).toEqual(report.flexible);
      expect(seen.unbudgeted, name).toEqual(report.unbudgeted);
      for (const figure of FIRM) expect(seen.total[figure], name).toBe(report.total[figure]);
      for (const by of ['theme', 'activity', 'year'] as const) {
        expect(gapRows(seen, by).map(firmOf), name).toEqual(gapRows(report, by).map(firmOf));
      }
    }
  });

  it('sees the same firm figures by species programme but for the rounding of shares', () => {
    for (const { name, facts, report } of CASES) {
      const rows = gapRows(report, 'species');
      for (const [index, row] of gapRows(seenReport(facts, 'decided'), 'species').entries()) {
        const all = rows[index];
        expect([row.key, row.receivedMinor, row.committedMinor], name).toEqual([
          all?.key,
          all?.receivedMinor,
          all?.committedMinor,
        ]);
        const differenceMinor = row.gapMinor - (all?.gapMinor ?? 0n);
        const most =
          2n * BigInt(report.activities.filter(({ activity }) => activity.species.length > 1).length);
        expect(differenceMinor <= most && -differenceMinor <= most, name).toBe(true);
        expect(row.requirementMinor - (all?.requirementMinor ?? 0n), name).toBe(differenceMinor);
      }
    }
  });
});

function firmOf({ key, unbudgeted, ...row }: ReturnType<typeof gapRows>[number]) {
  return [key, unbudgeted, ...FIRM.map((figure) => row[figure])];
}
