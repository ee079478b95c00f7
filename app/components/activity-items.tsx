import type { ActivityItem } from '#app/domain/activity.ts';
import { FundingBadge } from './badge.tsx';

/** The items of an activity, each with where its own money comes from. */
export function ActivityItems({ items }: { items: readonly ActivityItem[] }) {
  return (
    <ol className="items">
      {items.map(({ code, title, funding }) => (
        <li key={code}>
          <span className="code">{code}</span>
          <span>{title}</span>
          {funding && <FundingBadge funding={funding} />}
        </li>
      ))}
    </ol>
  );
}
