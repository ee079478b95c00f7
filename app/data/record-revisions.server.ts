import type { PortfolioList } from '#app/domain/portfolio-check-findings.ts';
import { recordName } from '#app/domain/record-name.ts';
import { updateRows } from './bulk.server.ts';
import type { RawSql } from './raw-sql.server.ts';
import type { RecordKind, RecordOf } from './record-kind.server.ts';

/**
 * Goes on counting the revisions of records that were there before and are added again: whoever still edits the one
 * that was deleted must not save over the new one.
 *
 * @param added Records that were just written, before that is in the audit trail.
 */
export async function continueRevisions(
  sql: RawSql,
  kind: RecordKind,
  added: readonly RecordOf<PortfolioList>[],
): Promise<void> {
  if (added.length === 0) return;
  const byName = new Map(added.map((record) => [recordName(kind.list, record), record]));
  const names = JSON.stringify([...byName.keys()].map((name) => [name]));
  const known = await sql.query<{ key: string; count: bigint }>(
    `SELECT "key", count(*) AS count FROM "AuditEntry"
     WHERE "kind" = ${sql.parameter(1)} AND "key" IN
       (SELECT ${sql.cell(0, 'text')} FROM ${sql.rowsFrom(sql.parameter(2))})
     GROUP BY "key"`,
    kind.list,
    names,
  );
  for (const { key, count } of known) {
    const record = byName.get(key);
    if (record) await updateRows(sql, kind.table, [kind.rowOf(record)], `"revision" = ${Number(count) + 1}`);
  }
}
