import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { changeOwnPassword } from '#app/accounts/password-change.ts';
import { findSecondFactorState } from '#app/accounts/second-factor.ts';
import { forgottenSessionCookie } from '#app/accounts/session-cookie.ts';
import { FormAnswer, TextField } from '#app/components/form-fields.tsx';
import { NewPasswordFields } from '#app/components/new-password-fields.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { ROLE_NAMES } from '#app/components/person-words.tsx';
import { SessionList } from '#app/components/session-list.tsx';
import type { Database } from '#app/data/database.server.ts';
import { endSession, endSessionsOf, listSessions } from '#app/data/sessions.server.ts';
import { type FormRefusal, readForm, refuseForm } from '#app/forms/form-reading.ts';
import { passwordChangeSchema } from '#app/forms/person-form.ts';
import { requireAccount } from '#app/guards/account.server.ts';

export const handle = { isAboutFigures: false };

export const meta: MetaFunction = () => [{ title: 'Account · Tributary' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person, session } = await requireAccount(context);
  const factor = await findSecondFactorState(context, person);
  return {
    person,
    session,
    sessions: await listSessions(context.db, person.id, new Date()),
    recoveryCodeCount: factor.kind === 'in use' ? factor.recoveryCodeCount : null,
    isPasswordChanged: new URL(request.url).searchParams.get('changed') === 'password',
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person, session } = await requireAccount(context);
  const form = await request.formData();
  switch (form.get('intent')) {
    case 'sign out here':
      await endOwnSession(context.db, person.id, Number(form.get('session')));
      return redirect('/account');
    case 'sign out elsewhere':
      await endSessionsOf(context.db, person.id, { except: session });
      return redirect('/account');
    case 'sign out everywhere':
      await endSessionsOf(context.db, person.id);
      return redirect('/sign-in', { headers: { 'set-cookie': forgottenSessionCookie(request) } });
    default: {
      const read = readForm(passwordChangeSchema, form);
      if (!read.ok) return data<FormRefusal>(read, { status: 400 });
      const problems = await changeOwnPassword(context, request, { person, session }, read.value, new Date());
      if (problems !== null) return data(refuseForm(form, problems), { status: 400 });
      return redirect('/account?changed=password');
    }
  }
}

/** Nobody ends the session of somebody else. */
async function endOwnSession(db: Database, personId: number, id: number): Promise<void> {
  const own = await listSessions(db, personId, new Date());
  if (own.some((session) => session.id === id)) await endSession(db, id);
}

export default function Account() {
  const { person, isPasswordChanged } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading title="Account">
        <p className="quiet">
          {person.name}, <span className="email">{person.email}</span>,{' '}
          {ROLE_NAMES[person.role].toLowerCase()}. An administrator can change your name and role.
        </p>
      </PageHeading>
      {isPasswordChanged && (
        <p className="notice is-good" role="status">
          Your password is changed, and every other browser is signed out.
        </p>
      )}
      <div className="columns">
        <Password />
        <SecondFactor />
      </div>
      <Sessions />
    </>
  );
}

function Password() {
  const { person } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <section className="section" aria-labelledby="password">
      <h2 id="password">Password</h2>
      {person.hasPassword ? (
        <form method="post" className="form" noValidate>
          <FormAnswer problems={refused?.problems} />
          <input type="text" autoComplete="username" defaultValue={person.email} readOnly hidden />
          <TextField
            name="oldPassword"
            label="Your password now"
            type="password"
            autoComplete="current-password"
            required
            refused={refused}
          />
          <NewPasswordFields label="New password" refused={refused} />
          <button type="submit" className="is-primary">
            Change the password
          </button>
          <p className="quiet">Every other browser is signed out.</p>
        </form>
      ) : (
        <p>
          You have none: you come in by single sign-on. An administrator can make you a link by which you set
          one.
        </p>
      )}
    </section>
  );
}

function SecondFactor() {
  const { recoveryCodeCount } = useLoaderData<typeof loader>();
  return (
    <section className="section" aria-labelledby="second-factor">
      <h2 id="second-factor">Second factor</h2>
      {recoveryCodeCount === null ? (
        <>
          <p>
            Off. With it, signing in also takes a code that an app on your phone shows, so that a stolen
            password lets nobody in.
          </p>
          <p>
            <Link to="/account/second-factor" className="button">
              Set up a second factor
            </Link>
          </p>
        </>
      ) : (
        <>
          <p>
            On. You have {recoveryCodeCount} recovery {recoveryCodeCount === 1 ? 'code' : 'codes'} left.
          </p>
          <p>
            <Link to="/account/second-factor" className="button">
              Recovery codes, or turn it off
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

function Sessions() {
  const { sessions, session } = useLoaderData<typeof loader>();
  return (
    <section className="section" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <SessionList
        sessions={sessions}
        current={session}
        action={({ id, device }) => (
          <form method="post">
            <input type="hidden" name="session" value={id} />
            <button type="submit" name="intent" value="sign out here" aria-label={`Sign out: ${device}`}>
              Sign out
            </button>
          </form>
        )}
      />
      <form method="post" className="form-actions">
        {sessions.length > 1 && (
          <button type="submit" name="intent" value="sign out elsewhere">
            Sign out everywhere else
          </button>
        )}
        <button type="submit" name="intent" value="sign out everywhere">
          Sign out everywhere
        </button>
      </form>
    </section>
  );
}
