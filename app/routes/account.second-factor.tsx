import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  beginAuthenticator,
  confirmAuthenticator,
  findSecondFactorState,
  renewCodes,
} from '#app/accounts/second-factor.ts';
import { codeProblem, turnOffSecondFactor } from '#app/accounts/second-factor-change.ts';
import { AuthenticatorSetup } from '#app/components/authenticator-setup.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { RecoveryCodes } from '#app/components/recovery-codes.tsx';
import { SecondFactorInUse } from '#app/components/second-factor-in-use.tsx';
import { codeSchema, turningOffSchema } from '#app/forms/code-form.ts';
import { type FormProblems, readForm, refuseForm } from '#app/forms/form-reading.ts';
import { requireAccount } from '#app/guards/account.server.ts';

const WRONG =
  'This code is not right. Look whether the clock of your phone is, and type the code that the app shows now.';

export const handle = { isAboutFigures: false };

export const meta: MetaFunction = () => [{ title: 'Second factor · Tributary' }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { person } = await requireAccount(context);
  return { state: await findSecondFactorState(context, person), hasPassword: person.hasPassword };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const [now, { person }] = [new Date(), await requireAccount(context)];
  const form = await request.formData();
  const intent = String(form.get('intent'));
  const refuse = (problems: FormProblems) =>
    data({ kind: 'refused' as const, intent, refused: refuseForm(form, problems) }, { status: 400 });

  if (intent === 'begin') {
    await beginAuthenticator(context, person);
    return redirect('/account/second-factor');
  }
  if (intent === 'turn off') {
    const read = readForm(person.hasPassword ? turningOffSchema : codeSchema, form);
    if (!read.ok) return refuse(read.problems);
    const problems = await turnOffSecondFactor(context, request, person, read.value, now);
    return problems === null ? redirect('/account/second-factor') : refuse(problems);
  }
  const read = readForm(codeSchema, form);
  if (!read.ok) return refuse(read.problems);
  const { code } = read.value;
  if (intent === 'confirm') {
    const codes = await confirmAuthenticator(context, person, code, now);
    return codes === null ? refuse({ code: WRONG }) : { kind: 'codes' as const, codes };
  }
  const problem = await codeProblem(context, request, person, code, now);
  if (problem !== null) return refuse({ code: problem });
  const codes = await renewCodes(context, person);
  return codes === null ? redirect('/account/second-factor') : { kind: 'codes' as const, codes };
}

export default function SecondFactorPage() {
  const { state, hasPassword } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusedAt = (intent: string) =>
    answer?.kind === 'refused' && answer.intent === intent ? answer.refused : undefined;
  return (
    <>
      <PageHeading crumbs={[{ to: '/account', name: 'Account' }]} title="Second factor">
        <p className="quiet">
          Signing in also takes a code that an app on your phone shows, so that a stolen password lets nobody
          in.
        </p>
      </PageHeading>
      {answer?.kind === 'codes' && (
        <>
          <p className="notice is-good" role="status">
            The second factor is on.
          </p>
          <RecoveryCodes codes={answer.codes} />
          <p>
            I have kept them: <Link to="/account">back to the account</Link>
          </p>
        </>
      )}
      {answer?.kind !== 'codes' && state.kind === 'none' && <Begin />}
      {state.kind === 'begun' && <AuthenticatorSetup shown={state} refused={refusedAt('confirm')} />}
      {answer?.kind !== 'codes' && state.kind === 'in use' && (
        <SecondFactorInUse state={state} hasPassword={hasPassword} refusedAt={refusedAt} />
      )}
    </>
  );
}

function Begin() {
  return (
    <form method="post" className="form">
      <p>
        You need an authenticator app: any that makes six-digit codes will do, on a phone or in a password
        manager.
      </p>
      <button type="submit" name="intent" value="begin" className="is-primary">
        Set up a second factor
      </button>
    </form>
  );
}
