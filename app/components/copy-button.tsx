import { useState } from 'react';

/** Copies a text for pasting; there only where scripts run. */
export function CopyButton({ text, children = 'Copy' }: { text: string; children?: string }) {
  const [answer, setAnswer] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setAnswer('Copied');
    } catch {
      // Browsers allow this over HTTPS and on the own machine only.
      setAnswer('This browser does not allow it: select the text and copy it');
    }
  };
  return (
    <span className="with-scripts copy">
      <button type="button" onClick={copy}>
        {children}
      </button>{' '}
      <span className="quiet" role="status">
        {answer}
      </span>
    </span>
  );
}
