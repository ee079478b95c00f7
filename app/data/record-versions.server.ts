import type { PortfolioList } from '#app/domain/portfolio-check-findings.ts';
import { keyName } from '#app/domain/record-name.ts';
import { selectRows } from './bulk.server.ts';
import type { Database } from './database.server.ts';
import { type RawSql, rawSql } from './raw-sql.server.ts';
import type { RecordKind, RecordOf } from './record-kind.server.ts';
import { readRecordsByKey } from './record-reading.server.ts';
import { RECORD_KINDS } from './records/all-kinds.server.ts';

type Key = readonly (string | number)[];

/** A record and how often it was edited: what an edit says that it was made from. */
export type RecordVersion<L extends PortfolioList> = {
  readonly record: RecordOf<L>;
  readonly revision: number;
};

/** A record by the parts of its key, as it stands now, or null. */
export function findRecord<L extends PortfolioList>(
  db: Database,
  list: L,
  key: Key,
): Promise<RecordVersion<L> | null> {
  return db.snapshot((transaction) => readRecordVersion(rawSql(db, transaction), recordKind(list), key));
}

/** As {@link findRecord}, inside a transaction. */
export async function readRecordVersion<L extends PortfolioList>(
  sql: RawSql,
  kind: RecordKind<L>,
  key: Key,
): Promise<RecordVersion<L> | null> {
  const [row] = await selectRows(sql, kind.table, `WHERE ${isIt(sql, kind)}`, ...key);
  if (!row) return null;
  const [record] = await readRecordsByKey(sql, kind, [kind.parentKey.map((name) => row[name])]);
  return record ? { record, revision: await readRevision(sql, kind, key) } : null;
}

/** How often a record that is there was edited. */
export async function readRevision<L extends PortfolioList>(
  sql: RawSql,
  kind: RecordKind<L>,
  key: Key,
): Promise<number> {
  const [row] = await sql.query<{ revision: number }>(
    `SELECT "revision" FROM "${kind.table.name}" WHERE ${isIt(sql, kind)}`,
    ...key,
  );
  return Number(row?.revision);
}

/** Who changed a record last, and when; for what is older than the audit trail, only when. */
export async function findLastEdit<L extends PortfolioList>(
  sql: RawSql,
  kind: RecordKind<L>,
  key: Key,
): Promise<{ by: string; at: Date }> {
  const entry = await sql.transaction.auditEntry.findFirst({
    where: { kind: kind.list, key: keyName(kind.list, key) },
    orderBy: { id: 'desc' },
    select: { actorName: true, at: true },
  });
  if (entry) return { by: entry.actorName, at: entry.at };
  const [row] = await sql.query<{ updatedAt: string | Date }>(
    `SELECT "updatedAt" FROM "${kind.table.name}" WHERE ${isIt(sql, kind)}`,
    ...key,
  );
  return { by: 'somebody', at: new Date(row?.updatedAt ?? 0) };
}

/** How records of a list are kept. */
export function recordKind<L extends PortfolioList>(list: L): RecordKind<L> {
  return RECORD_KINDS.find((kind) => kind.list === list) as unknown as RecordKind<L>;
}

function isIt<L extends PortfolioList>(sql: RawSql, { table }: RecordKind<L>): string {
  return table.key.map((name, index) => `"${name}" = ${sql.parameter(index + 1)}`).join(' AND ');
}
