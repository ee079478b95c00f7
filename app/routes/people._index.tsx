import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHeading } from '#app/components/page-heading.tsx';
import { PeopleTable } from '#app/components/people-table.tsx';
import { listPeopleOverview } from '#app/data/people-overview.server.ts';

export const handle = { isAboutFigures: false };

export const meta: MetaFunction = () => [{ title: 'People · Tributary' }];

export async function loader({ context: { db } }: LoaderFunctionArgs) {
  return { people: await listPeopleOverview(db, new Date()) };
}

export default function People() {
  const { people } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading title="People">
        <p className="quiet">
          Who may sign in, and what for. Nobody is deleted, so that the audit trail can still name them:
          whoever leaves is disabled.
        </p>
      </PageHeading>
      <section className="section" aria-label="People">
        <p>
          <Link to="/people/invite" className="button is-primary">
            Invite somebody
          </Link>
        </p>
        <PeopleTable people={people} />
      </section>
    </>
  );
}
