import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { knownDeviceCookie } from '#app/accounts/known-device.ts';
import { hashPassword, passwordProblem } from '#app/accounts/password.ts';
import { maySetUp, needsAdministrator } from '#app/accounts/setup.ts';
import { signInAs } from '#app/accounts/sign-in.ts';
import { EntranceCard } from '#app/components/entrance-card.tsx';
import { FormAnswer, TextField } from '#app/components/form-fields.tsx';
import { addFirstAdministrator } from '#app/data/people.server.ts';
import { readForm, refuseForm } from '#app/forms/form-reading.ts';
import { setupSchema } from '#app/forms/sign-in-form.ts';

const NOT_FROM_HERE =
  'This portfolio has no administrator yet. Make one in a browser on the machine that it runs on, or open the ' +
  'address with a code in it that the server prints when it starts.';

export const handle = { isEntrance: true };

export const meta: MetaFunction = () => [{ title: 'Make the administrator · Tributary' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOpen(context, request);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireOpen(context, request);
  const form = await request.formData();
  const read = readForm(setupSchema, form);
  if (!read.ok) return data(read, { status: 400 });
  const { name, email, password } = read.value;
  const problem = passwordProblem(password, { name, email });
  if (problem !== null) return data(refuseForm(form, { password: problem }), { status: 400 });
  const person = await addFirstAdministrator(context.db, {
    name,
    email,
    passwordHash: await hashPassword(password),
  });
  // Somebody else was faster.
  if (person === null) throw redirect('/sign-in');
  const headers = new Headers([['set-cookie', knownDeviceCookie(context, request, person.email)]]);
  headers.append('set-cookie', await signInAs(context, request, person));
  return redirect('/', { headers });
}

async function requireOpen(context: LoaderFunctionArgs['context'], request: Request): Promise<void> {
  const code = new URL(request.url).searchParams.get('code');
  if (!(await needsAdministrator(context.db))) throw redirect('/');
  if (!maySetUp(context, code)) throw new Response(NOT_FROM_HERE, { status: 403 });
}

export default function Setup() {
  const refused = useActionData<typeof action>();
  return (
    <EntranceCard title="Make the administrator">
      <p className="quiet">
        You are the first one here. The administrator invites everybody else, and looks after rates, settings
        and backups.
      </p>
      <form method="post" className="form" noValidate>
        <FormAnswer problems={refused?.problems} />
        <TextField name="name" label="Your name" autoComplete="name" autoFocus required refused={refused} />
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          refused={refused}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters. Four or five words that do not belong together are easy to remember."
          required
          refused={refused}
        />
        <TextField
          name="passwordAgain"
          label="The same password again"
          type="password"
          autoComplete="new-password"
          required
          refused={refused}
        />
        <button type="submit" className="is-primary">
          Make the administrator
        </button>
      </form>
    </EntranceCard>
  );
}
