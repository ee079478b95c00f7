import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { Breakdown } from '#app/domain/breakdown.ts';
import { BreakdownSheet } from './breakdown-sheet.tsx';

/**
 * Shows breakdowns on top of the page: the last of the addresses that were opened one from another, with a way
 * back to the one before.
 */
export function BreakdownDialog({
  trail,
  onBack,
  onClose,
}: {
  trail: readonly string[];
  onBack: () => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const fetcher = useFetcher<{ breakdown: Breakdown }>();
  const [shown, setShown] = useState<string>();
  const href = trail.at(-1);

  useEffect(() => {
    if (href === shown) return;
    setShown(href);
    if (href) fetcher.load(href);
    if (href && !dialog.current?.open) dialog.current?.showModal();
    if (!href) dialog.current?.close();
  }, [href, shown, fetcher.load]);

  const breakdown = fetcher.state === 'idle' ? fetcher.data?.breakdown : undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a dialog closes by Escape of its own accord.
    <dialog
      ref={dialog}
      className="breakdown-dialog"
      aria-labelledby="breakdown-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className="breakdown-sheet">
        <header>
          {trail.length > 1 && (
            <button type="button" onClick={onBack}>
              Back
            </button>
          )}
          <h2 id="breakdown-title">{breakdown?.title ?? 'What this figure is made of'}</h2>
          <button type="button" className="close" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        {breakdown ? (
          <BreakdownSheet breakdown={breakdown} Heading="h3" />
        ) : (
          <p className="quiet" role="status">
            {fetcher.state === 'idle' ? '' : 'Adding up…'}
          </p>
        )}
      </div>
    </dialog>
  );
}
