import type { Portfolio } from '#app/domain/portfolio.ts';
import { reportPortfolioProblems } from '#app/domain/portfolio-check.ts';
import {
  type PortfolioList,
  type PortfolioRecord,
  type Problem,
  ProblemList,
} from '#app/domain/portfolio-check-findings.ts';
import { PORTFOLIO_LISTS, RECORD_KEYS, recordKey } from '#app/domain/portfolio-merge.ts';
import { recordNoun, recordWords } from '#app/domain/record-words.ts';
import { readPortfolio } from './portfolio-reading.server.ts';
import type { RawSql } from './raw-sql.server.ts';
import type { RecordOf } from './record-kind.server.ts';
import { readRecords } from './record-reading.server.ts';
import { type Referrers, readReferrers, readSurroundings } from './record-surroundings.server.ts';
import { BUDGETS } from './records/budgets.server.ts';

type Key = readonly (string | number)[];

const LONGEST = 100;

/**
 * What speaks against putting a record in, or in the place of what has its key: its own problems with their path
 * within it, and those that it would make for others, in words.
 */
export async function problemsOfSaving<L extends PortfolioList>(
  sql: RawSql,
  list: L,
  key: Key,
  after: RecordOf<L>,
): Promise<Problem[]> {
  if (keyOf(list, after) !== recordKey(...key)) {
    return [{ path: 'code', message: `the key of ${recordNoun(list)} stays what it is` }];
  }
  const referrers = list === 'activities' ? await readReferrers(sql, list, key) : null;
  const around = await readSurroundings(sql, { ...referrers, [list]: withOne(referrers, list, after) });
  const others = list === 'budgets' ? await readRecords(sql, BUDGETS, ...key.slice(0, 2)) : [];
  const portfolio = replaceRecord(
    { ...around, ...referrers, ...(list === 'budgets' && { budgets: others }) },
    list,
    key,
    after,
  );
  const concerned = new Set<PortfolioRecord>([...Object.values(referrers ?? {}).flat(), after]);
  return problemsOf(portfolio, concerned, after);
}

function withOne<L extends PortfolioList>(referrers: Referrers | null, list: L, record: RecordOf<L>) {
  const there = referrers !== null && list in referrers ? referrers[list as keyof Referrers] : [];
  return [...there, record];
}

/** What speaks against taking a record out: whatever refers to it or needs it. */
export async function problemsOfDeleting(sql: RawSql, list: PortfolioList, key: Key): Promise<Problem[]> {
  if (WITHOUT_REFERRERS.includes(list)) return [];
  if (!NEEDED_BY_MANY.includes(list)) {
    const referrers = await readReferrers(sql, list, key);
    const problems = new ProblemList(LONGEST);
    for (const name of ['budgets', 'prospects', 'pledges'] as const) {
      for (const record of referrers[name]) problems.add('', `${recordWords(name, record)} refers to it`);
    }
    return problems.toProblems();
  }
  return problemsOf(replaceRecord(await readPortfolio(sql), list, key, null), null, null);
}

const WITHOUT_REFERRERS: readonly PortfolioList[] = ['budgets', 'pledges'];
const NEEDED_BY_MANY: readonly PortfolioList[] = [
  'exchangeRates',
  'programmes',
  'themes',
  'speciesProgrammes',
];

function problemsOf(
  portfolio: Portfolio,
  concerned: ReadonlySet<PortfolioRecord> | null,
  own: PortfolioRecord | null,
): Problem[] {
  const problems = new ProblemList(LONGEST);
  const words = wordsFor(portfolio);
  reportPortfolioProblems(portfolio, (record, field, message) => {
    if (record === own) problems.add(field, message);
    else if (concerned?.has(record) ?? true)
      problems.add('', `${words(record)} needs it (${field}: ${message})`);
  });
  return problems.toProblems();
}

/** What to call the records of a portfolio; lists are looked through only when there is a problem. */
function wordsFor(portfolio: Portfolio): (record: PortfolioRecord) => string {
  return (record) => {
    const list = PORTFOLIO_LISTS.find((name) =>
      (portfolio[name] as readonly PortfolioRecord[]).includes(record),
    );
    return list === undefined ? 'a record' : recordWords(list, record as never);
  };
}

/** A portfolio with one record in the place of what has its key; last, so that it is the one complained about. */
function replaceRecord<L extends PortfolioList>(
  portfolio: Portfolio,
  list: L,
  key: Key,
  after: RecordOf<L> | null,
): Portfolio {
  const records = portfolio[list] as readonly RecordOf<L>[];
  const others = records.filter((record) => keyOf(list, record) !== recordKey(...key));
  return { ...portfolio, [list]: after === null ? others : [...others, after] };
}

function keyOf<L extends PortfolioList>(list: L, record: RecordOf<L>): string {
  return (RECORD_KEYS[list] as (record: RecordOf<L>) => string)(record);
}
