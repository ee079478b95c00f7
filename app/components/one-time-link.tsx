import type { LinkPurpose } from '#app/domain/one-time-link.ts';
import { CopyButton } from './copy-button.tsx';
import { InstantText } from './instant-text.tsx';

export type HandedLink = {
  readonly address: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
};

/** A link that was just made, to be handed over: it is not shown again. */
export function OneTimeLink({ link, name }: { link: HandedLink; name: string }) {
  const what = link.purpose === 'invitation' ? 'invitation' : 'link to a new password';
  return (
    <section className="notice is-good one-time-link" aria-labelledby="one-time-link">
      <h2 id="one-time-link">
        The {what} for {name}
      </h2>
      <p>
        Hand it over in a way that only {name} can read. It is shown now and not again, is good once, and
        until <InstantText at={link.expiresAt.toISOString()} />.
      </p>
      <input
        aria-label={`The ${what}`}
        readOnly
        value={link.address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={link.address}>Copy the link</CopyButton>
    </section>
  );
}
