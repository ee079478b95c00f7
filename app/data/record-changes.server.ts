import { isDeepStrictEqual } from 'node:util';
import type { PortfolioList, Problem } from '#app/domain/portfolio-check-findings.ts';
import { recordJson } from '#app/domain/record-json.ts';
import { keyName } from '#app/domain/record-name.ts';
import { recordAudit } from './audit.server.ts';
import { deleteRows } from './bulk.server.ts';
import type { Database } from './database.server.ts';
import { driverCause, isConstraintViolation } from './driver-error.server.ts';
import { writeChanges } from './portfolio-writing.server.ts';
import { type RawSql, rawSql } from './raw-sql.server.ts';
import { problemsOfDeleting, problemsOfSaving } from './record-check.server.ts';
import type { RecordKind, RecordOf } from './record-kind.server.ts';
import {
  findLastEdit,
  type RecordVersion,
  readRecordVersion,
  readRevision,
  recordKind,
} from './record-versions.server.ts';
import { waitForOtherWriters } from './writers.server.ts';

export type RecordChange<L extends PortfolioList> = {
  readonly list: L;
  /** The parts of the record's key: a programme's code and an activity's, say. */
  readonly key: readonly (string | number)[];
  /** Which version the change was made from; null for a record that must not be there yet. */
  readonly revision: number | null;
  /** What the record becomes, null to delete it. Asked again where another transaction got in the way. */
  readonly change: (current: RecordOf<L> | null) => RecordOf<L> | null;
  /** Why, in the words of whoever does it. */
  readonly reason?: string | null;
};

export type RecordChangeOutcome<L extends PortfolioList> =
  /** The revision that the record has now, 0 after it was deleted. */
  | { readonly kind: 'saved'; readonly revision: number }
  /** Somebody else has changed, or added, the record in the meantime; nothing was saved. */
  | {
      readonly kind: 'outdated';
      readonly record: RecordOf<L>;
      readonly revision: number;
      readonly by: string;
      readonly at: Date;
    }
  | { readonly kind: 'missing' }
  /** Paths are those within the record, `allocations[0].amount`; empty for what concerns the record as a whole. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Changes, adds or deletes one record of the portfolio with its audit entry: the one way to do so. What comes of it
 * is checked together with all that it depends on and that depends on it.
 */
export async function changeRecord<L extends PortfolioList>(
  db: Database,
  request: RecordChange<L>,
): Promise<RecordChangeOutcome<L>> {
  try {
    return await db.transaction(async (transaction) => {
      const sql = rawSql(db, transaction);
      await waitForOtherWriters(sql);
      return change(db, sql, request);
    });
  } catch (error) {
    if (!isConstraintViolation(error)) throw error;
    const message = `This does not fit what the database has: ${driverCause(error)?.originalMessage}`;
    return { kind: 'refused', problems: [{ path: '', message }] };
  }
}

async function change<L extends PortfolioList>(
  db: Database,
  sql: RawSql,
  request: RecordChange<L>,
): Promise<RecordChangeOutcome<L>> {
  const { list, key, revision, reason = null } = request;
  const kind = recordKind(list);
  const current = await readRecordVersion(sql, kind, key);
  if (current === null && revision !== null) return { kind: 'missing' };
  if (current !== null && current.revision !== revision) {
    return { kind: 'outdated', ...current, ...(await findLastEdit(sql, kind, key)) };
  }
  const before = current?.record ?? null;
  const after = request.change(before);
  if (isDeepStrictEqual(before, after)) return { kind: 'saved', revision: current?.revision ?? 0 };
  const problems = await (after === null
    ? problemsOfDeleting(sql, list, key)
    : problemsOfSaving(sql, list, key, after));
  if (problems.length > 0) return { kind: 'refused', problems };
  await write(sql, kind, current, after);
  const json = (record: RecordOf<L> | null) => record && recordJson(list, record);
  const entry = { kind: list, key: keyName(list, key), before: json(before), after: json(after) };
  await recordAudit(sql.transaction, db.actor, [entry], reason);
  return { kind: 'saved', revision: after === null ? 0 : await readRevision(sql, kind, key) };
}

async function write<L extends PortfolioList>(
  sql: RawSql,
  kind: RecordKind<L>,
  current: RecordVersion<L> | null,
  after: RecordOf<L> | null,
): Promise<void> {
  if (after === null) {
    // What belongs to the record goes with it.
    if (current !== null) await deleteRows(sql, kind.table, [kind.rowOf(current.record)]);
    return;
  }
  const changes = {
    added: current === null ? [after] : [],
    changed: current === null ? [] : [{ before: current.record, after }],
    unchangedCount: 0,
  };
  await writeChanges(sql, [{ kind: kind as unknown as RecordKind, changes }], () => undefined);
}
