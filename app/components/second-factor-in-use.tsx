import type { FormRefusal } from '#app/forms/form-reading.ts';
import { AnyCodeField } from './code-fields.tsx';
import { FormAnswer, TextField } from './form-fields.tsx';

/** With so few recovery codes left, it is time for new ones. */
const FEW = 3;

type InUse = { readonly isReadable: boolean; readonly recoveryCodeCount: number };

/** What somebody can do who has a second factor. */
export function SecondFactorInUse({
  state: { isReadable, recoveryCodeCount },
  hasPassword,
  refusedAt,
}: {
  state: InUse;
  hasPassword: boolean;
  refusedAt: (intent: string) => FormRefusal | undefined;
}) {
  return (
    <>
      {!isReadable && (
        <p className="notice is-alarm">
          The secret of this server has changed, so that codes of your app are not known any more. Turn the
          second factor off with a recovery code, then set it up anew.
        </p>
      )}
      <div className="columns">
        <section className="section" aria-labelledby="renew">
          <h2 id="renew">Recovery codes</h2>
          <p className={recoveryCodeCount <= FEW ? 'notice is-alarm' : undefined}>
            You have {recoveryCodeCount} left{recoveryCodeCount <= FEW ? ': make new ones soon.' : '.'}
          </p>
          <form method="post" className="form" noValidate>
            <FormAnswer problems={refusedAt('renew')?.problems} />
            <AnyCodeField refused={refusedAt('renew')} />
            <button type="submit" name="intent" value="renew">
              Make ten new recovery codes
            </button>
            <p className="quiet">The older ones are void then.</p>
          </form>
        </section>
        <section className="section" aria-labelledby="turn-off">
          <h2 id="turn-off">Turn it off</h2>
          <form method="post" className="form" noValidate>
            <FormAnswer problems={refusedAt('turn off')?.problems} />
            {hasPassword && (
              <TextField
                name="password"
                label="Your password"
                type="password"
                autoComplete="current-password"
                required
                refused={refusedAt('turn off')}
              />
            )}
            <AnyCodeField refused={refusedAt('turn off')} />
            <button type="submit" name="intent" value="turn off" className="is-alarm">
              Turn the second factor off
            </button>
          </form>
        </section>
      </div>
    </>
  );
}
