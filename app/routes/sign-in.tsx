import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  DEMONSTRATION_PEOPLE,
  findDemonstrationPerson,
  offersDemonstration,
} from '#app/accounts/demonstration.ts';
import { knownDeviceCookie } from '#app/accounts/known-device.ts';
import { checkPassword } from '#app/accounts/password-check.ts';
import { startPendingSignIn } from '#app/accounts/pending-sign-in.ts';
import { needsAdministrator } from '#app/accounts/setup.ts';
import { signInAs } from '#app/accounts/sign-in.ts';
import { waitInWords } from '#app/accounts/throttle.ts';
import { DemonstrationEntrance } from '#app/components/demonstration-entrance.tsx';
import { EntranceCard } from '#app/components/entrance-card.tsx';
import { FormAnswer, TextField } from '#app/components/form-fields.tsx';
import { SingleSignOnButton } from '#app/components/single-sign-on-button.tsx';
import { countPeople } from '#app/data/people.server.ts';
import { readForm, refuseForm } from '#app/forms/form-reading.ts';
import { ownPath } from '#app/forms/own-path.ts';
import { signInSchema } from '#app/forms/sign-in-form.ts';

const WRONG = 'The e-mail address or the password is not right.';

export const handle = { isEntrance: true };

export const meta: MetaFunction = () => [{ title: 'Sign in · Tributary' }];

/** How long to wait is also said to programs. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = ownPath(new URL(request.url).searchParams.get('next'));
  if (context.visitor.kind === 'person') throw redirect(next);
  if (await needsAdministrator(context.db)) throw redirect('/setup');
  const [peopleCount, offersRoles] = await Promise.all([
    countPeople(context.db),
    offersDemonstration(context),
  ]);
  return {
    next,
    hasPeople: peopleCount > 0,
    people: offersRoles ? DEMONSTRATION_PEOPLE : [],
    providerName: context.identityProvider?.name ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const next = ownPath(String(form.get('next') ?? ''));
  const role = form.get('demonstration');
  if (role !== null) {
    const person = await findDemonstrationPerson(context, String(role));
    if (person === null) throw new Response('There is no demonstration to look at here.', { status: 403 });
    return redirect(next, { headers: { 'set-cookie': await signInAs(context, request, person) } });
  }
  const read = readForm(signInSchema, form);
  if (!read.ok) return data(read, { status: 400 });
  const checked = await checkPassword(context, request, read.value, new Date());
  if (checked.kind === 'wrong') return data(refuseForm(form, { password: WRONG }), { status: 400 });
  if (checked.kind === 'wait') {
    const problem = `There were too many attempts. Wait ${waitInWords(checked.waitMs)}, then try again.`;
    const retryAfter = { 'retry-after': String(Math.ceil(checked.waitMs / 1000)) };
    return data(refuseForm(form, { form: problem }), { status: 429, headers: retryAfter });
  }
  const { person } = checked;
  if (person.hasSecondFactor) {
    const pending = await startPendingSignIn(context, request, { person, next }, new Date());
    return redirect('/sign-in/code', { headers: { 'set-cookie': pending } });
  }
  // Only now: a browser that a password alone makes known could try codes without end.
  const answer = new Headers([['set-cookie', knownDeviceCookie(context, request, person.email)]]);
  answer.append('set-cookie', await signInAs(context, request, person));
  return redirect(next, { headers: answer });
}

export default function SignIn() {
  const { next, hasPeople, people, providerName } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <EntranceCard title="Sign in">
      {people.length > 0 && <DemonstrationEntrance people={people} next={next} />}
      {hasPeople && providerName !== null && <SingleSignOnButton providerName={providerName} next={next} />}
      {hasPeople && (
        <form method="post" className="form" noValidate>
          <FormAnswer problems={refused?.problems} />
          <input type="hidden" name="next" value={refused?.typed.next ?? next} />
          <TextField
            name="email"
            label="E-mail address"
            type="email"
            autoComplete="username"
            autoFocus={people.length === 0}
            required
            refused={refused}
          />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            required
            refused={refused}
          />
          <button type="submit" className="is-primary">
            Sign in
          </button>
          <p className="quiet">Forgotten the password? An administrator can hand you a link to a new one.</p>
        </form>
      )}
      {!hasPeople && people.length === 0 && <NobodyYet />}
    </EntranceCard>
  );
}

/** A demonstration that others than this machine can reach is for people with an account. */
function NobodyYet() {
  return (
    <>
      <p>
        Nobody can sign in here yet. Whoever runs this server adds the first person at its command line and
        hands over the link that it prints:
      </p>
      <pre className="command">npm run portfolio -- user add</pre>
    </>
  );
}
