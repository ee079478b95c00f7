import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GapSection } from '#app/components/gap-section.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { shownFigures, shownRows } from '#app/domain/shown-figures.ts';
import { requireReport } from '#app/guards/figures.server.ts';

export const meta: MetaFunction = () => [{ title: 'Species programmes · Tributary' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const report = await requireReport(context, request);
  return { rows: shownRows(report, 'species'), total: shownFigures(report.total, report.sight) };
}

export default function SpeciesProgrammes() {
  const { rows, total } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading title="Species programmes">
        <p className="quiet">
          An activity for several species programmes counts in each with its share, so that the rows add up to
          the programme.
        </p>
      </PageHeading>
      <GapSection title="Gap by species programme" by="species" rows={rows} total={total} />
    </>
  );
}
