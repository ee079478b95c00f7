import type { Actor } from '#app/domain/actor.ts';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { isEmptyPortfolio as holdsNothing } from '#app/domain/portfolio-merge.ts';
import type { Database } from './database.server.ts';
import { driverCause, isConstraintViolation } from './driver-error.server.ts';
import { recordPlans } from './portfolio-audit.server.ts';
import { type ChangeCounts, countPlanned, planChanges } from './portfolio-changes.server.ts';
import { type OnProgress, readPortfolio } from './portfolio-reading.server.ts';
import { writeChanges } from './portfolio-writing.server.ts';
import { type RawSql, rawSql } from './raw-sql.server.ts';
import { RECORD_KINDS } from './records/all-kinds.server.ts';
import { saveSettings } from './settings.server.ts';
import { waitForOtherWriters } from './writers.server.ts';

export type { ChangeCounts, OnProgress };

/** Records that are right among themselves do not fit those that the database has already. */
export class PortfolioConflictError extends Error {
  override readonly name = 'PortfolioConflictError';
}

/**
 * Everything that the database holds, as it stood at one moment, in a stable order: codes in plain order, activities
 * and budgets by programme and natural code, budgets also by version, children as they were put in.
 */
export function listPortfolio(db: Database, onProgress?: OnProgress): Promise<Portfolio> {
  return db.snapshot((transaction) => readPortfolio(rawSql(db, transaction), onProgress));
}

/** Whether there is no record at all. */
export function isEmptyPortfolio(db: Database): Promise<boolean> {
  return db.snapshot(async (transaction) => {
    const sql = rawSql(db, transaction);
    for (const { table } of RECORD_KINDS) {
      if ((await sql.query(`SELECT 1 FROM "${table.name}" LIMIT 1`)).length > 0) return false;
    }
    return true;
  });
}

/**
 * Saves every record of an already checked portfolio under its code, all or none. Records that are the same stay
 * untouched, and so do those that the portfolio does not name.
 *
 * @throws {PortfolioConflictError} when they do not fit what the database has.
 */
export function savePortfolio(
  db: Database,
  portfolio: Portfolio,
  onProgress?: OnProgress,
): Promise<ChangeCounts> {
  return importPortfolio(db, () => portfolio, onProgress);
}

/**
 * Saves what `prepare` makes of the portfolio that is there, while nobody else can change it. What `prepare` throws
 * is thrown on, and nothing is saved; where another transaction got in the way it is asked again.
 *
 * @throws {PortfolioConflictError} when it does not fit what the database has.
 */
export async function importPortfolio(
  db: Database,
  prepare: (current: Portfolio) => Portfolio,
  onProgress?: OnProgress,
): Promise<ChangeCounts> {
  try {
    return await db.transaction(async (transaction) => {
      const sql = rawSql(db, transaction);
      await waitForOtherWriters(sql, tableNames());
      const current = await readPortfolio(sql);
      return save(sql, db.actor, current, prepare(current), onProgress);
    });
  } catch (error) {
    if (!isConstraintViolation(error)) throw error;
    throw new PortfolioConflictError(
      `This does not fit what the database has: ${driverCause(error)?.originalMessage}`,
    );
  }
}

async function save(
  sql: RawSql,
  actor: Actor,
  current: Portfolio,
  incoming: Portfolio,
  onProgress: OnProgress = () => undefined,
): Promise<ChangeCounts> {
  const isEmpty = holdsNothing(current);
  if (!isEmpty && current.baseCurrency !== incoming.baseCurrency) {
    throw new PortfolioConflictError(
      `The portfolio's base currency is ${current.baseCurrency}, not ${incoming.baseCurrency}`,
    );
  }
  const plans = planChanges(current, incoming);
  const totalCount = RECORD_KINDS.reduce((sum, { list }) => sum + incoming[list].length, 0);
  let doneCount = plans.reduce((sum, { changes }) => sum + changes.unchangedCount, 0);
  onProgress(doneCount, totalCount);
  await writeChanges(sql, plans, (count) => {
    doneCount += count;
    onProgress(doneCount, totalCount);
  });
  await recordPlans(sql, actor, plans);
  await saveSettings(sql.transaction, actor, {
    baseCurrency: incoming.baseCurrency,
    // Demonstration data does not become real by adding to it.
    demonstration: incoming.demonstration || (!isEmpty && current.demonstration),
    initialised: true,
  });
  await refreshStatistics(sql, totalCount);
  return countPlanned(plans);
}

/** PostgreSQL plans by the sizes of tables, which it would else look at a minute after a large import. */
async function refreshStatistics(sql: RawSql, recordCount: number): Promise<void> {
  if (sql.provider === 'sqlite' || recordCount < WORTH_STATISTICS) return;
  await sql.execute(`ANALYZE "AuditEntry", ${tableNames().map((name) => `"${name}"`)}`);
}

const WORTH_STATISTICS = 1_000;

function tableNames(): string[] {
  return RECORD_KINDS.flatMap(({ table, children }) => [
    table.name,
    ...Object.values(children).map((child) => child.table.name),
  ]);
}
