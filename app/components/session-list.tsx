import type { ReactNode } from 'react';
import { Badge } from './badge.tsx';
import { InstantText } from './instant-text.tsx';

export type ShownSession = {
  readonly id: number;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

/** The browsers in which somebody is signed in; `current` is the one that is looking. */
export function SessionList({
  sessions,
  current = null,
  action,
}: {
  sessions: readonly ShownSession[];
  current?: number | null;
  /** What can be done about each of the others. */
  action?: (session: ShownSession) => ReactNode;
}) {
  return (
    <ul className="session-list">
      {sessions.map((session) => (
        <li key={session.id}>
          <span>
            <strong>{session.device}</strong>{' '}
            {session.id === current && <Badge tone="good">This browser</Badge>}
            <small>
              Last seen <InstantText at={session.lastSeenAt.toISOString()} />, signed in{' '}
              <InstantText at={session.createdAt.toISOString()} />
            </small>
          </span>
          {session.id !== current && action?.(session)}
        </li>
      ))}
    </ul>
  );
}
