import type { ReactNode } from 'react';

/** Something that hurts: what it does is said before there is a button for it. Works without scripts, too. */
export function ConfirmedAction({
  intent,
  title,
  button,
  children,
}: {
  intent: string;
  /** What leads to the question. */
  title: string;
  /** What does it in the end. */
  button: string;
  children: ReactNode;
}) {
  return (
    <details className="confirmed-action">
      <summary>{title}</summary>
      <form method="post" className="form">
        {children}
        <button type="submit" name="intent" value={intent} className="is-alarm">
          {button}
        </button>
      </form>
    </details>
  );
}
