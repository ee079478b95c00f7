import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#app/domain/actor.ts';
import { type AuditAction, type AuditKind, auditAction } from '#app/domain/audit.ts';
import type { Transaction } from './database.server.ts';

export type { AuditKind };

/** What a record was and became: JSON objects, those of a portfolio in the bundle's own form. Never a secret. */
export type AuditChange = {
  readonly kind: AuditKind;
  /** The record's key, as people write it: `JWP-2012-2014/B8`. */
  readonly key: string;
  readonly before: object | null;
  readonly after: object | null;
};

/** An entry as it is stored, without its number. */
export type NewAuditEntry = {
  readonly at: Date;
  readonly change: string;
  readonly actorKind: Actor['kind'];
  readonly actorId: number | null;
  readonly actorName: string;
  readonly action: AuditAction;
  readonly kind: AuditKind;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
};

/**
 * Writes down who changed what, inside the transaction that changes it. What is the same after as before has no
 * entry. All entries of one transaction have the same mark and time.
 *
 * @param reason Why, in the words of whoever did it.
 */
export async function recordAudit(
  transaction: Transaction,
  actor: Actor,
  changes: readonly AuditChange[],
  reason: string | null = null,
): Promise<void> {
  const data = newAuditEntries(transaction, actor, changes, reason);
  if (data.length > 0) await transaction.auditEntry.createMany({ data });
}

/** The entries that {@link recordAudit} writes. */
export function newAuditEntries(
  transaction: Transaction,
  actor: Actor,
  changes: readonly AuditChange[],
  reason: string | null = null,
): NewAuditEntry[] {
  return changes.flatMap(({ kind, key, before, after }) => {
    const action = auditAction(before, after);
    if (action === null || isDeepStrictEqual(before, after)) return [];
    return {
      ...markOf(transaction),
      actorKind: actor.kind,
      actorId: 'id' in actor ? actor.id : null,
      actorName: actor.name,
      action,
      kind,
      key,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
      reason: reason?.trim() || null,
    };
  });
}

type Mark = { readonly change: string; readonly at: Date };

/** Known by the transaction itself: one that is tried again is another one. */
const MARKS = new WeakMap<Transaction, Mark>();

function markOf(transaction: Transaction): Mark {
  const mark = MARKS.get(transaction) ?? { change: randomUUID(), at: new Date() };
  MARKS.set(transaction, mark);
  return mark;
}
