import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ScopedLink } from '#app/components/figure-scope.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { listProgrammes } from '#app/data/programmes.server.ts';

export const meta: MetaFunction = () => [{ title: 'Programmes · Tributary' }];

export async function loader({ context: { db } }: LoaderFunctionArgs) {
  return { programmes: await listProgrammes(db) };
}

export default function Programmes() {
  const { programmes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading title="Programmes" />
      <ul className="plain-list">
        {programmes.map(({ code, title, startYear, endYear }) => (
          <li key={code}>
            <ScopedLink to={`/programmes/${encodeURIComponent(code)}`} className="row-link">
              {title}
            </ScopedLink>{' '}
            <span className="quiet">
              {code}, {startYear}–{endYear}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
