import type { AttentionCounts } from '#app/domain/attention.ts';

/** How much asks for attention further down the page. */
export function Signals({
  counts,
  unbudgetedCount,
}: {
  /** Null for those who do not look after what waits. */
  counts: AttentionCounts | null;
  unbudgetedCount: number;
}) {
  const signals = [
    { count: unbudgetedCount, one: 'unbudgeted activity', many: 'unbudgeted activities', at: 'unbudgeted' },
    {
      count: counts?.overdue ?? 0,
      one: 'overdue instalment',
      many: 'overdue instalments',
      at: 'overdue',
    },
    { count: counts?.stale ?? 0, one: 'stale prospect', many: 'stale prospects', at: 'stale' },
    { count: counts?.stranded ?? 0, one: 'stranded pledge', many: 'stranded pledges', at: 'stranded' },
    { count: counts?.surpluses ?? 0, one: 'surplus', many: 'surpluses', at: 'surplus' },
  ].filter(({ count }) => count > 0);
  if (signals.length === 0) return null;
  return (
    <nav className="signals" aria-label="Needs attention">
      {signals.map(({ count, one, many, at }) => (
        <a key={at} href={`#${at}`}>
          <strong>{count}</strong> {count === 1 ? one : many}
        </a>
      ))}
    </nav>
  );
}
