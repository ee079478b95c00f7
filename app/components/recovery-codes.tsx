import { CopyButton } from './copy-button.tsx';

/** Recovery codes that were just made: they are not shown again. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const text = `${codes.join('\n')}\n`;
  return (
    <section className="section recovery-codes" aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">Your recovery codes</h2>
      <p>
        Each lets you in once without the app. They are shown now and not again: print them, or keep them
        where you keep passwords.
      </p>
      <ul className="code-list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <a
          className="button"
          download="tributary-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          Download
        </a>
        <button type="button" className="with-scripts" onClick={() => window.print()}>
          Print
        </button>
        <CopyButton text={text}>Copy</CopyButton>
      </div>
    </section>
  );
}
