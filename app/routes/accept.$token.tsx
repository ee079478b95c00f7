import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { knownDeviceCookie } from '#app/accounts/known-device.ts';
import { acceptLink, WHAT_TO_DO } from '#app/accounts/links.ts';
import { startPendingSignIn } from '#app/accounts/pending-sign-in.ts';
import { signInAs } from '#app/accounts/sign-in.ts';
import { EntranceCard } from '#app/components/entrance-card.tsx';
import { FormAnswer, TextField } from '#app/components/form-fields.tsx';
import { NewPasswordFields } from '#app/components/new-password-fields.tsx';
import { findOneTimeLink } from '#app/data/one-time-links.server.ts';
import { type FormRefusal, readForm, refuseForm } from '#app/forms/form-reading.ts';
import { acceptanceSchema, resetSchema } from '#app/forms/person-form.ts';

export const handle = { isEntrance: true };

export const meta: MetaFunction = () => [{ title: 'Choose a password · Tributary' }];

/** The address itself lets somebody in: no other page and no other site gets to know it. */
export const headers: HeadersFunction = () => ({ 'referrer-policy': 'strict-origin' });

/** Shows whom the link is for and leaves it as it is: programs that check mail open links, too. */
export async function loader({ params, context: { db, visitor } }: LoaderFunctionArgs) {
  const link = await findOneTimeLink(db, params.token ?? '', new Date());
  if (link.kind !== 'good')
    return data({ kind: 'over' as const, words: WHAT_TO_DO[link.kind] }, { status: 404 });
  const { purpose, person } = link;
  const other = visitor.kind === 'person' && visitor.id !== person.id ? visitor.name : null;
  return { kind: 'good' as const, purpose, name: person.name, email: person.email, other };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const [now, token] = [new Date(), params.token ?? ''];
  const form = await request.formData();
  const link = await findOneTimeLink(context.db, token, now);
  // The page says why.
  if (link.kind !== 'good') return data(null, { status: 404 });
  const read = readForm(link.purpose === 'invitation' ? acceptanceSchema : resetSchema, form);
  if (!read.ok) return data<FormRefusal>(read, { status: 400 });
  const { name = null, password } = read.value as { name?: string; password: string };
  const accepted = await acceptLink(context, token, { name, password }, now);
  if (accepted.kind === 'problem') {
    return data(refuseForm(form, { password: accepted.problem }), { status: 400 });
  }
  if (accepted.kind !== 'done') return data(null, { status: 404 });
  const { person } = accepted;
  if (person.hasSecondFactor) {
    const pending = await startPendingSignIn(context, request, { person, next: '/' }, now);
    return redirect('/sign-in/code', { headers: { 'set-cookie': pending } });
  }
  const answer = new Headers([['set-cookie', knownDeviceCookie(context, request, person.email)]]);
  answer.append('set-cookie', await signInAs(context, request, person));
  return redirect('/', { headers: answer });
}

export default function Accept() {
  const link = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (link.kind === 'over') return <LinkIsOver words={link.words} />;
  const isInvitation = link.purpose === 'invitation';
  return (
    <EntranceCard title={isInvitation ? `Welcome, ${link.name}` : 'Choose a new password'}>
      <p>
        This link is for <strong>{link.name}</strong>, <span className="email">{link.email}</span>.
      </p>
      {link.other && (
        <p className="notice is-alarm">
          You are signed in as {link.other} in this browser: choosing a password signs {link.other} out.
        </p>
      )}
      <form method="post" className="form" noValidate>
        <FormAnswer problems={refused?.problems} />
        <input type="text" autoComplete="username" defaultValue={link.email} readOnly hidden />
        {isInvitation && (
          <TextField
            name="name"
            label="Your name"
            autoComplete="name"
            hint="As others see it, and as the audit trail names you."
            defaultValue={link.name}
            required
            refused={refused}
          />
        )}
        <NewPasswordFields label="Password" refused={refused} />
        <button type="submit" className="is-primary">
          {isInvitation ? 'Accept the invitation' : 'Set the new password'}
        </button>
        {!isInvitation && <p className="quiet">It signs you out wherever you are signed in now.</p>}
      </form>
    </EntranceCard>
  );
}

function LinkIsOver({ words }: { words: string }) {
  return (
    <EntranceCard title="This link lets nobody in">
      <p>{words}</p>
      <p>
        <Link to="/sign-in">Sign in</Link>
      </p>
    </EntranceCard>
  );
}
