import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LAST_ADMINISTRATOR, MANAGEMENTS, managePerson } from '#app/accounts/person-management.ts';
import { Conflict } from '#app/components/conflict.tsx';
import { OneTimeLink } from '#app/components/one-time-link.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { PersonActions } from '#app/components/person-actions.tsx';
import { PersonFacts } from '#app/components/person-facts.tsx';
import { PersonForm } from '#app/components/person-form.tsx';
import { SessionList } from '#app/components/session-list.tsx';
import type { Database } from '#app/data/database.server.ts';
import { changePerson } from '#app/data/people.server.ts';
import { findLastEditOf, findPersonOverview } from '#app/data/people-overview.server.ts';
import { listSessions } from '#app/data/sessions.server.ts';
import { personConflict } from '#app/domain/person-conflict.ts';
import { formEntries, readEdit } from '#app/forms/edit-form.ts';
import { readForm, refuseForm } from '#app/forms/form-reading.ts';
import { personSchema } from '#app/forms/person-form.ts';
import { requirePerson } from '#app/guards/visitor.server.ts';

export const handle = { isAboutFigures: false };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.person.name ?? 'People'} · Tributary` },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const now = new Date();
  const person = await requireOverview(context.db, params.id, now);
  const visitor = requirePerson(context);
  return {
    person,
    sessions: await listSessions(context.db, person.id, now),
    isSelf: visitor.id === person.id,
    session: visitor.session,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const now = new Date();
  const person = await requireOverview(context.db, params.id, now);
  const sent = await request.formData();
  const management = MANAGEMENTS.find((each) => each === sent.get('intent'));
  if (management === undefined) return save(context.db, person, sent);
  const managed = await managePerson(context, person, management, now);
  if (managed.kind === 'done') return redirect(`/people/${person.id}`);
  return managed.kind === 'link' ? managed : data(managed, { status: 409 });
}

type Overview = Awaited<ReturnType<typeof requireOverview>>;

async function save(db: Database, person: Overview, sent: FormData) {
  const { form, revision, base } = readEdit(sent);
  const read = readForm(personSchema, form);
  const kept = { kind: 'form' as const, revision: revision ?? 0, base };
  if (!read.ok) return data({ ...kept, refused: read }, { status: 400 });
  if (person.isDemonstration)
    throw new Response('People of the demonstration stay as they are.', { status: 403 });
  const { isDisabled } = person;
  const saved = await changePerson(db, { id: person.id, revision: kept.revision, isDisabled, ...read.value });
  switch (saved.kind) {
    case 'saved':
    case 'missing':
      return redirect(`/people/${person.id}`);
    case 'last administrator':
      return data({ ...kept, refused: refuseForm(form, { role: LAST_ADMINISTRATOR }) }, { status: 409 });
    case 'outdated': {
      const edit = (await findLastEditOf(db, person)) ?? { by: 'Somebody', at: person.createdAt };
      const conflict = personConflict(base, saved.person, formEntries(form));
      const { revision } = saved.person;
      return data(
        { kind: 'conflict' as const, ...conflict, revision, by: edit.by, at: edit.at.toISOString() },
        { status: 409 },
      );
    }
  }
}

async function requireOverview(db: Database, id: string | undefined, now: Date) {
  const found = /^\d{1,9}$/.test(id ?? '') ? await findPersonOverview(db, Number(id), now) : null;
  if (found) return found;
  throw new Response('There is no such person.', { status: 404 });
}

export default function PersonPage() {
  const { person, sessions, isSelf, session } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeading crumbs={[{ to: '/people', name: 'People' }]} title={person.name} />
      {answer?.kind === 'link' && <OneTimeLink link={answer.link} name={person.name} />}
      {answer?.kind === 'refused' && (
        <p className="notice is-alarm" role="alert">
          {answer.problem}
        </p>
      )}
      {answer?.kind === 'conflict' && <Conflict {...answer} />}
      <PersonFacts person={person} />
      {!person.isDemonstration && (
        <div className="columns">
          {answer?.kind !== 'conflict' && (
            <section className="section" aria-labelledby="name-and-role">
              <h2 id="name-and-role">Name and role</h2>
              <PersonForm
                key={person.revision}
                person={person}
                refusal={answer?.kind === 'form' ? answer : null}
              />
            </section>
          )}
          <PersonActions person={person} isSelf={isSelf} />
        </div>
      )}
      <section className="section" aria-labelledby="sessions">
        <h2 id="sessions">Signed in</h2>
        {sessions.length === 0 ? (
          <p className="quiet">Nowhere at the moment.</p>
        ) : (
          <>
            <SessionList sessions={sessions} current={session} />
            {!isSelf && !person.isDemonstration && (
              <form method="post">
                <button type="submit" name="intent" value="sign out">
                  Sign {person.name} out everywhere
                </button>
              </form>
            )}
          </>
        )}
      </section>
    </>
  );
}
