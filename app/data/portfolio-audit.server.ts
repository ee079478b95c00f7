import { setImmediate as otherWork } from 'node:timers/promises';
import type { Actor } from '#app/domain/actor.ts';
import { recordJson } from '#app/domain/record-json.ts';
import { recordName } from '#app/domain/record-name.ts';
import { type AuditChange, newAuditEntries } from './audit.server.ts';
import { insertRowsAt } from './bulk.server.ts';
import type { Plan } from './portfolio-changes.server.ts';
import type { RawSql } from './raw-sql.server.ts';
import { defineTable, integer, optionalText, text } from './table.server.ts';

/** What an entry is written with; the database numbers entries itself. */
const TABLE = defineTable('AuditEntry', [], {
  change: text(),
  actorKind: text(),
  actorId: integer(),
  actorName: text(),
  action: text(),
  kind: text(),
  key: text(),
  before: optionalText(),
  after: optionalText(),
  reason: optionalText(),
});

/** How many entries go into one statement. */
const BATCH = 500;

/** Writes down every record that plans add or change: as `recordAudit`, for many at once. */
export async function recordPlans(sql: RawSql, actor: Actor, plans: readonly Plan[]): Promise<void> {
  for (const plan of plans) {
    for (const changes of batchesOf(plan)) {
      const entries = newAuditEntries(sql.transaction, actor, changes);
      const [first] = entries;
      if (first) await insertRowsAt(sql, TABLE, entries, 'at', first.at);
      // A signal or another request gets its turn: SQLite itself never waits.
      await otherWork();
    }
  }
}

function* batchesOf({ kind: { list }, changes }: Plan): Generator<AuditChange[]> {
  const pairs = [...changes.changed, ...changes.added.map((after) => ({ before: null, after }))];
  for (let start = 0; start < pairs.length; start += BATCH) {
    yield pairs.slice(start, start + BATCH).map(({ before, after }) => ({
      kind: list,
      key: recordName(list, after),
      before: before && recordJson(list, before),
      after: recordJson(list, after),
    }));
  }
}
