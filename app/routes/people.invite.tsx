import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { linkAddress } from '#app/accounts/links.ts';
import { ChoiceField, FormAnswer, TextField } from '#app/components/form-fields.tsx';
import { OneTimeLink } from '#app/components/one-time-link.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { ROLE_CHOICES } from '#app/components/person-words.tsx';
import { createOneTimeLink } from '#app/data/one-time-links.server.ts';
import { addPerson, EmailTakenError } from '#app/data/people.server.ts';
import { type FormRefusal, readForm, refuseForm } from '#app/forms/form-reading.ts';
import { invitationSchema } from '#app/forms/person-form.ts';

export const handle = { isAboutFigures: false };

export const meta: MetaFunction = () => [{ title: 'Invite somebody · Tributary' }];

/** For the page alone: who may open it is looked up before. */
export function loader({ context: { publicUrl } }: LoaderFunctionArgs) {
  return { publicUrl };
}

export async function action({ request, context: { db, publicUrl } }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(invitationSchema, form);
  if (!read.ok) return data(refused(read), { status: 400 });
  try {
    const { id, name } = await addPerson(db, read.value);
    const link = await createOneTimeLink(db, { personId: id, now: new Date() });
    if (!link) throw new Error(`no link for the new person ${id}`);
    const { token, ...made } = link;
    return { kind: 'invited' as const, id, name, link: { ...made, address: linkAddress(publicUrl, token) } };
  } catch (error) {
    if (!(error instanceof EmailTakenError)) throw error;
    return data(refused(refuseForm(form, { email: error.message })), { status: 400 });
  }
}

function refused(refusal: FormRefusal) {
  return { kind: 'refused' as const, refusal };
}

export default function Invite() {
  const { publicUrl } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeading crumbs={[{ to: '/people', name: 'People' }]} title="Invite somebody">
        <p className="quiet">
          You get a link to hand over. Whoever opens it chooses a password, and is in. It leads to {publicUrl}
          .
        </p>
      </PageHeading>
      {answer?.kind === 'invited' ? (
        <section className="section" aria-label="Invited">
          <OneTimeLink link={answer.link} name={answer.name} />
          <p>
            <Link to={`/people/${answer.id}`}>To the page of {answer.name}</Link>, or{' '}
            <a href="/people/invite">invite somebody else</a>.
          </p>
        </section>
      ) : (
        <InvitationForm refused={answer?.refusal} />
      )}
    </>
  );
}

function InvitationForm({ refused }: { refused: FormRefusal | undefined }) {
  return (
    <form method="post" className="form" noValidate>
      <FormAnswer problems={refused?.problems} />
      <TextField name="name" label="Name" autoComplete="off" required refused={refused} />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="off"
        required
        refused={refused}
      />
      <ChoiceField name="role" label="Role" choices={ROLE_CHOICES} refused={refused} />
      <button type="submit" className="is-primary">
        Make the invitation
      </button>
    </form>
  );
}
