import type {
  AuditAction,
  AuditEntry,
  AuditGroup,
  AuditKind,
  AuditLine,
  AuditQuery,
} from '#app/domain/audit.ts';
import type { RecordJson } from '#app/domain/record-json.ts';
import { auditCondition } from './audit-condition.server.ts';
import { instantFor } from './bulk.server.ts';
import type { Database } from './database.server.ts';
import { type RawSql, rawSql } from './raw-sql.server.ts';

const LINE = '"id", "at", "change", "actorKind", "actorName", "action", "kind", "key", "reason"';
const ENTRY = `${LINE}, "before", "after"`;

/** From how many entries on a change is shown as one line. */
const COLLAPSED_FROM = 11;

export type AuditPage = {
  readonly lines: readonly (AuditLine | AuditGroup)[];
  /** Where the next page begins; null on the last one. */
  readonly below: number | null;
};

/**
 * Entries without what records were and became, newest first; a change with many of them as one group, unless the
 * query asks for that change or looks for a text.
 *
 * @param below Entries with smaller numbers only: where the page before ended.
 */
export function listAuditLines(
  db: Database,
  query: AuditQuery,
  { below = null, limit = 50 }: { readonly below?: number | null; readonly limit?: number } = {},
): Promise<AuditPage> {
  return db.snapshot(async (transaction) => {
    const sql = rawSql(db, transaction);
    const lines: (AuditLine | AuditGroup)[] = [];
    /** Changes that are through: shown as a group, here or on a page before. */
    const grouped = new Set<string>();
    const single = new Set<string>();
    let next = below;
    while (lines.length <= limit) {
      const batch = await readLines(sql, query, { below: next, limit: limit + 1, without: grouped });
      const countOf = (change: string) => batch.filter((line) => line.change === change).length;
      for (const [index, line] of batch.entries()) {
        next = line.id;
        if (grouped.has(line.change)) continue;
        const mayBeOneOfMany =
          query.change === null &&
          query.text === '' &&
          !single.has(line.change) &&
          // The others may be on the page before, or on the next one.
          (index === 0 || index === batch.length - 1 || countOf(line.change) > 1);
        const group = mayBeOneOfMany ? await readGroup(sql, query, line) : null;
        if (group === null) {
          single.add(line.change);
          lines.push(line);
          continue;
        }
        grouped.add(line.change);
        if (below === null || group.id < below) lines.push(group);
      }
      if (batch.length <= limit) break;
    }
    const shown = lines.slice(0, limit);
    return { lines: shown, below: lines.length > limit ? (shown.at(-1)?.id ?? null) : null };
  });
}

async function readLines(
  sql: RawSql,
  query: AuditQuery,
  { below, limit, without }: { below: number | null; limit: number; without: ReadonlySet<string> },
): Promise<AuditLine[]> {
  const { where, parameters } = auditCondition(sql, query, below);
  const others = [...without].map((_, index) => sql.parameter(parameters.length + index + 1));
  const isOther = others.length === 0 ? '' : ` AND "change" NOT IN (${others.join(', ')})`;
  const rows = await sql.query<LineRow>(
    `SELECT ${LINE} FROM "AuditEntry" WHERE ${where}${isOther} ORDER BY "id" DESC LIMIT ${limit}`,
    ...parameters,
    ...without,
  );
  return rows.map(lineOf);
}

/** The whole change that an entry is one of, as far as the query asks for it; null where it has few entries. */
async function readGroup(sql: RawSql, query: AuditQuery, line: AuditLine): Promise<AuditGroup | null> {
  const { where, parameters } = auditCondition(sql, { ...query, change: line.change });
  const rows = await sql.query<{ action: AuditAction; count: bigint; newest: number }>(
    // All entries of a change have one time, which has an index.
    `SELECT "action", count(*) AS count, max("id") AS newest FROM "AuditEntry"
     WHERE "at" = ${instantFor(sql, line.at)} AND ${where} GROUP BY "action"`,
    ...parameters,
  );
  const counts = { added: 0, changed: 0, deleted: 0 };
  for (const { action, count } of rows) counts[action] = Number(count);
  if (counts.added + counts.changed + counts.deleted < COLLAPSED_FROM) return null;
  const { at, change, actorKind, actorName } = line;
  return {
    id: Math.max(...rows.map(({ newest }) => Number(newest))),
    at,
    change,
    actorKind,
    actorName,
    counts,
  };
}

/** One entry with what the record was and became, or null. */
export async function findAuditEntry(db: Database, id: number): Promise<AuditEntry | null> {
  const sql = rawSql(db);
  const [row] = await sql.query<EntryRow>(
    `SELECT ${ENTRY} FROM "AuditEntry" WHERE "id" = ${sql.parameter(1)}`,
    id,
  );
  return row ? entryOf(row) : null;
}

/** What became of one record, newest first. */
export async function listRecordHistory(
  db: Database,
  record: { readonly kind: AuditKind; readonly key: string },
  { below = null, limit = 20 }: { readonly below?: number | null; readonly limit?: number } = {},
): Promise<{ entries: AuditEntry[]; below: number | null }> {
  const sql = rawSql(db);
  const [kind, key] = [sql.parameter(1), sql.parameter(2)];
  const isBelow = below === null ? '' : ` AND "id" < ${Math.trunc(below)}`;
  const rows = await sql.query<EntryRow>(
    `SELECT ${ENTRY} FROM "AuditEntry" WHERE "kind" = ${kind} AND "key" = ${key}${isBelow}
     ORDER BY "id" DESC LIMIT ${limit + 1}`,
    record.kind,
    record.key,
  );
  const entries = rows.slice(0, limit).map(entryOf);
  return { entries, below: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

/** All entries that a query asks for, newest first, as texts, in batches: for a download of any size. */
export async function* auditBatches(
  db: Database,
  query: AuditQuery,
  batchSize = 500,
): AsyncGenerator<AuditText[], void, undefined> {
  const sql = rawSql(db);
  let below: number | null = null;
  do {
    const { where, parameters } = auditCondition(sql, query, below);
    const rows: EntryRow[] = await sql.query<EntryRow>(
      `SELECT ${ENTRY} FROM "AuditEntry" WHERE ${where} ORDER BY "id" DESC LIMIT ${batchSize}`,
      ...parameters,
    );
    if (rows.length > 0) yield rows.map((row) => ({ ...lineOf(row), before: row.before, after: row.after }));
    below = rows.length < batchSize ? null : Number(rows.at(-1)?.id);
  } while (below !== null);
}

/** An entry with what the record was and became as JSON text. */
export type AuditText = AuditLine & { readonly before: string | null; readonly after: string | null };

type LineRow = Omit<AuditLine, 'id' | 'at'> & { readonly id: number | bigint; readonly at: string | Date };
type EntryRow = LineRow & { readonly before: string | null; readonly after: string | null };

function lineOf({ id, at, change, actorKind, actorName, action, kind, key, reason }: LineRow): AuditLine {
  return { id: Number(id), at: new Date(at), change, actorKind, actorName, action, kind, key, reason };
}

function entryOf(row: EntryRow): AuditEntry {
  const read = (text: string | null) => (text === null ? null : (JSON.parse(text) as RecordJson));
  return { ...lineOf(row), before: read(row.before), after: read(row.after) };
}
