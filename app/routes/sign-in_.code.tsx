import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { wordsForCode } from '#app/accounts/code-words.ts';
import { knownDeviceCookie } from '#app/accounts/known-device.ts';
import { findPendingSignIn, forgottenPendingSignIn } from '#app/accounts/pending-sign-in.ts';
import { checkCode, findSecondFactorState } from '#app/accounts/second-factor.ts';
import { signInAs } from '#app/accounts/sign-in.ts';
import { AppCodeField, RecoveryCodeField } from '#app/components/code-fields.tsx';
import { EntranceCard } from '#app/components/entrance-card.tsx';
import { FormAnswer } from '#app/components/form-fields.tsx';
import { codeSchema } from '#app/forms/code-form.ts';
import { readForm, refuseForm } from '#app/forms/form-reading.ts';

export const handle = { isEntrance: true };

export const meta: MetaFunction = () => [{ title: 'Sign in: the second step · Tributary' }];

/** How long to wait is also said to programs. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requirePending(request, context);
  const state = await findSecondFactorState(context, person);
  return {
    isReadable: state.kind !== 'in use' || state.isReadable,
    hasNoApp: new URL(request.url).searchParams.get('with') === 'recovery-code',
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const now = new Date();
  const { person, next } = await requirePending(request, context);
  const form = await request.formData();
  const read = readForm(codeSchema, form);
  if (!read.ok) return data(read, { status: 400 });
  const checked = await checkCode(context, request, person, read.value.code, now);
  if (checked.kind === 'wait') {
    const retryAfter = { 'retry-after': String(Math.ceil(checked.waitMs / 1000)) };
    return data(refuseForm(form, { form: wordsForCode(checked) }), { status: 429, headers: retryAfter });
  }
  if (checked.kind !== 'right') {
    return data(refuseForm(form, { code: wordsForCode(checked) }), { status: 400 });
  }
  const answer = new Headers([['set-cookie', forgottenPendingSignIn(request)]]);
  answer.append('set-cookie', knownDeviceCookie(context, request, person.email));
  answer.append('set-cookie', await signInAs(context, request, person));
  return redirect(next, { headers: answer });
}

/** Whoever has given the right password just now; everybody else begins with that. */
async function requirePending(request: Request, context: LoaderFunctionArgs['context']) {
  const pending = await findPendingSignIn(context, request, new Date());
  if (pending?.person.hasSecondFactor) return pending;
  throw redirect(context.visitor.kind === 'person' ? '/' : '/sign-in', {
    headers: { 'set-cookie': forgottenPendingSignIn(request) },
  });
}

export default function SecondStep() {
  const { isReadable, hasNoApp } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <EntranceCard title="One more step">
      {!isReadable && <p className="notice is-alarm">{wordsForCode({ kind: 'unreadable' })}</p>}
      <form method="post" className="form" noValidate>
        <FormAnswer problems={refused?.problems} />
        {hasNoApp ? <RecoveryCodeField refused={refused} /> : <AppCodeField refused={refused} />}
        <button type="submit" className="is-primary">
          Sign in
        </button>
      </form>
      <ul className="plain-list quiet">
        <li>
          {hasNoApp ? (
            <a href="/sign-in/code">Use the authenticator app</a>
          ) : (
            <a href="/sign-in/code?with=recovery-code">Use a recovery code</a>
          )}
        </li>
        <li>Neither at hand? An administrator can remove the second factor.</li>
      </ul>
    </EntranceCard>
  );
}
