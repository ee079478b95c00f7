import { isDeepStrictEqual } from 'node:util';
import type { Portfolio } from '#app/domain/portfolio.ts';
import { RECORD_KEYS } from '#app/domain/portfolio-merge.ts';
import type { RecordKind, RecordOf } from './record-kind.server.ts';
import { RECORD_KINDS } from './records/all-kinds.server.ts';

type List = RecordKind['list'];

/** What saving records does to those of one kind. */
export type KindChanges<L extends List = List> = {
  readonly added: readonly RecordOf<L>[];
  readonly changed: readonly { readonly before: RecordOf<L>; readonly after: RecordOf<L> }[];
  readonly unchangedCount: number;
};

export type Plan = { readonly kind: RecordKind; readonly changes: KindChanges };

export type ChangeCounts = {
  readonly [L in List]: { readonly added: number; readonly changed: number; readonly unchanged: number };
};

/** Which records of `incoming` are new to a portfolio and which are not what it has under their keys. */
function changesOfKind<L extends List>(list: L, current: Portfolio, incoming: Portfolio): KindChanges<L> {
  const keyOf = RECORD_KEYS[list] as (record: RecordOf<L>) => string;
  const there = new Map((current[list] as readonly RecordOf<L>[]).map((record) => [keyOf(record), record]));
  const added: RecordOf<L>[] = [];
  const changed: { before: RecordOf<L>; after: RecordOf<L> }[] = [];
  let unchangedCount = 0;
  for (const after of incoming[list] as readonly RecordOf<L>[]) {
    const before = there.get(keyOf(after));
    if (!before) added.push(after);
    else if (isDeepStrictEqual(before, after)) unchangedCount += 1;
    else changed.push({ before, after });
  }
  return { added, changed, unchangedCount };
}

/** The changes of every kind, in the order in which kinds refer to each other. */
export function planChanges(current: Portfolio, incoming: Portfolio): Plan[] {
  return RECORD_KINDS.map((kind) => ({ kind, changes: changesOfKind(kind.list, current, incoming) }));
}

/** How many records of each kind plans add, change and leave alone. */
export function countPlanned(plans: readonly Plan[]): ChangeCounts {
  const counts = plans.map(({ kind, changes }) => [
    kind.list,
    { added: changes.added.length, changed: changes.changed.length, unchanged: changes.unchangedCount },
  ]);
  return Object.fromEntries(counts);
}
