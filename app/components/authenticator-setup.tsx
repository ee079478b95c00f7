import type { FormRefusal } from '#app/forms/form-reading.ts';
import { AppCodeField } from './code-fields.tsx';
import { FormAnswer } from './form-fields.tsx';

export type ShownSecret = {
  readonly secret: string;
  readonly uri: string;
  readonly qr: { readonly size: number; readonly path: string };
};

/** Brings the shared secret into an app, and asks for a code to see that it got there. */
export function AuthenticatorSetup({
  shown: { secret, uri, qr },
  refused,
}: {
  shown: ShownSecret;
  refused: FormRefusal | undefined;
}) {
  return (
    <section className="section" aria-labelledby="authenticator-setup">
      <h2 id="authenticator-setup">Put it into your app</h2>
      <div className="authenticator">
        <svg
          className="qr-code"
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label="The secret, for a camera"
          shapeRendering="crispEdges"
        >
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <div className="section">
          <p>
            Scan the code with an authenticator app, or <a href={uri}>open it in an app on this device</a>, or
            type this secret into the app:
          </p>
          <p className="secret">
            <code>{secret.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
          </p>
          <form method="post" className="form" noValidate>
            <FormAnswer problems={refused?.problems} />
            <AppCodeField refused={refused} autoFocus={false} />
            <div className="form-actions">
              <button type="submit" name="intent" value="confirm" className="is-primary">
                Turn the second factor on
              </button>
              <button type="submit" name="intent" value="begin">
                Start again with another secret
              </button>
            </div>
          </form>
        </div>
      </div>
    </section>
  );
}
