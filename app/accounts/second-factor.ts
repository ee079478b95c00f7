import type { Person } from '#app/data/people.server.ts';
import { countRecoveryCodes, spendRecoveryCode } from '#app/data/recovery-codes.server.ts';
import {
  acceptStep,
  beginSecondFactor,
  confirmSecondFactor,
  findSecondFactor,
  renewRecoveryCodes,
} from '#app/data/second-factors.server.ts';
import type { AccountContext } from './account-context.ts';
import { beginAttempt } from './attempt.ts';
import { authenticatorUri, newAuthenticatorSecret, stepOfCode } from './authenticator.ts';
import { type QrCode, qrCode } from './qr-code.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { seal, unseal } from './sealing.ts';

type Kept = Pick<AccountContext, 'db' | 'sessionSecret'>;
type Owner = Pick<Person, 'id' | 'email'>;

/** How far somebody is with an authenticator app. */
export type SecondFactorState =
  | { readonly kind: 'none' }
  /** The app has still to show that it has the secret. */
  | { readonly kind: 'begun'; readonly secret: string; readonly uri: string; readonly qr: QrCode }
  /** `isReadable`: the server still has the secret that the app's was sealed with. */
  | { readonly kind: 'in use'; readonly isReadable: boolean; readonly recoveryCodeCount: number };

export async function findSecondFactorState(
  { db, sessionSecret }: Kept,
  { id, email }: Owner,
): Promise<SecondFactorState> {
  const factor = await findSecondFactor(db, id);
  if (!factor) return { kind: 'none' };
  const secret = unseal(factor.sealedSecret, { sessionSecret, personId: id });
  if (factor.isConfirmed) {
    return {
      kind: 'in use',
      isReadable: secret !== null,
      recoveryCodeCount: await countRecoveryCodes(db, id),
    };
  }
  if (secret === null) return { kind: 'none' };
  const uri = authenticatorUri(secret, email);
  return { kind: 'begun', secret, uri, qr: qrCode(uri) };
}

/** Makes the secret that somebody is about to put into their app; an app that is in use stays as it is. */
export async function beginAuthenticator({ db, sessionSecret }: Kept, { id }: Owner): Promise<void> {
  await beginSecondFactor(db, id, seal(newAuthenticatorSecret(), { sessionSecret, personId: id }));
}

/**
 * Takes an app into use that shows the right code.
 *
 * @returns The recovery codes, to be shown once; null for a wrong code.
 */
export async function confirmAuthenticator(
  { db, sessionSecret }: Kept,
  { id }: Owner,
  code: string,
  now: Date,
): Promise<readonly string[] | null> {
  const factor = await findSecondFactor(db, id);
  if (!factor || factor.isConfirmed) return null;
  const { sealedSecret } = factor;
  const secret = unseal(sealedSecret, { sessionSecret, personId: id });
  const step = secret === null ? null : stepOfCode(secret, code, now);
  if (step === null) return null;
  const codes = newRecoveryCodes();
  const confirmed = { personId: id, sealedSecret, step, recoveryHashes: hashesOf(codes) };
  return (await confirmSecondFactor(db, confirmed)) ? codes : null;
}

/** Makes new recovery codes, to be shown once; null for somebody without an app. */
export async function renewCodes({ db }: Kept, { id }: Owner): Promise<readonly string[] | null> {
  const codes = newRecoveryCodes();
  return (await renewRecoveryCodes(db, id, hashesOf(codes))) ? codes : null;
}

/** What a code is worth. `unreadable`: only recovery codes work, because the server's secret has changed. */
export type CodeCheck =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' | 'used' | 'unreadable' }
  | { readonly kind: 'wait'; readonly waitMs: number };

/** Checks a code of the app, or a recovery code, and uses it up; slowed down as signing in is. */
export async function checkCode(
  context: AccountContext,
  request: Request,
  owner: Owner,
  code: string,
  now: Date,
): Promise<CodeCheck> {
  const attempt = await beginAttempt(context, request, owner.email, now, 'code');
  if (attempt.kind === 'wait') return attempt;
  const checked = await spendCode(context, owner, code, now);
  if (checked.kind === 'right') await attempt.succeed();
  return checked;
}

async function spendCode(
  { db, sessionSecret }: Kept,
  { id }: Owner,
  code: string,
  now: Date,
): Promise<CodeCheck> {
  const hash = recoveryCodeHash(code);
  if (hash !== null) {
    const left = await spendRecoveryCode(db, { personId: id, hash, now });
    return { kind: left === null ? 'wrong' : 'right' };
  }
  const factor = await findSecondFactor(db, id);
  if (!factor?.isConfirmed) return { kind: 'wrong' };
  const secret = unseal(factor.sealedSecret, { sessionSecret, personId: id });
  if (secret === null) return { kind: 'unreadable' };
  const step = stepOfCode(secret, code, now);
  if (step === null) return { kind: 'wrong' };
  return { kind: (await acceptStep(db, id, step)) ? 'right' : 'used' };
}

function hashesOf(codes: readonly string[]): readonly string[] {
  return codes.map((code) => recoveryCodeHash(code) ?? '');
}
