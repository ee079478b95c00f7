import type { ReactNode } from 'react';

/** Where a wide table scrolls sideways, so that the page never does. */
export function TableBox({
  name,
  hasLinks = true,
  children,
}: {
  name: string;
  /** Without links of its own to move between, the box itself takes the keyboard. */
  hasLinks?: boolean;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div className="table-box" role="group" aria-label={name} tabIndex={hasLinks ? undefined : 0}>
      {children}
    </div>
  );
}
