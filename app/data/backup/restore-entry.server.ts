import { randomUUID } from 'node:crypto';
import type { Actor } from '#app/domain/actor.ts';
import type { Batch } from './backup-reading.server.ts';
import { type Manifest, totalRowCount } from './manifest.server.ts';
import type { PortableTable } from './portable.server.ts';

const TRAIL = 'AuditEntry';

/** The highest number of an entry of the audit trail that a batch brings; what was known before if it brings none. */
export function highestEntry({ table, rows }: Batch, before: bigint): bigint {
  if (table.name !== TRAIL) return before;
  const place = table.columns.findIndex(({ name }) => name === 'id');
  return rows.reduce((highest, row) => {
    const id = BigInt(row[place] ?? 0);
    return id > highest ? id : highest;
  }, before);
}

/**
 * The entry with which the audit trail goes on after a restore: what happened after the backup is not in it.
 *
 * @param last The number of the last entry that the backup brought.
 * @returns Null where the backup is older than the audit trail.
 */
export function restoreEntry(
  tables: readonly PortableTable[],
  manifest: Manifest,
  actor: Actor,
  last: bigint,
): Batch | null {
  const table = tables.find(({ name }) => name === TRAIL);
  if (!table) return null;
  const cells: Readonly<Record<string, string>> = {
    id: String(last + 1n),
    at: new Date().toISOString(),
    change: randomUUID(),
    actorKind: actor.kind,
    ...('id' in actor && { actorId: String(actor.id) }),
    actorName: actor.name,
    action: 'added',
    kind: 'settings',
    key: 'restore',
    after: JSON.stringify({ backupMadeAt: manifest.madeAt, rowCount: totalRowCount(manifest) }),
    reason: 'Restored from a backup: what was changed after it was made is not here',
  };
  return { table, rows: [table.columns.map(({ name }) => cells[name] ?? null)] };
}
