import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GapSection } from '#app/components/gap-section.tsx';
import { HeadlineFigures } from '#app/components/headline-figures.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { UnbudgetedNotice } from '#app/components/unbudgeted-notice.tsx';
import type { GroupScope } from '#app/domain/breakdown.ts';
import { gapRows } from '#app/domain/gap-rows.ts';
import { unbudgetedActivities, yearActivities } from '#app/domain/group-rows.ts';
import { shownGroup } from '#app/domain/shown-figures.ts';
import { requireReport } from '#app/guards/figures.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.year} · Tributary` : 'Tributary' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const report = await requireReport(context, request);
  const row = gapRows(report, 'year').find(({ key }) => key === params.year);
  if (!row) {
    throw new Response(`${report.facts.programme.title} has nothing in “${params.year}”.`, { status: 404 });
  }
  return {
    year: Number(row.key),
    group: shownGroup(yearActivities(report, Number(row.key)), report.sight),
    unbudgeted: unbudgetedActivities(report),
  };
}

export default function YearPage() {
  const { year, group, unbudgeted } = useLoaderData<typeof loader>();
  const scope: GroupScope = { by: 'year', key: String(year) };
  return (
    <>
      <PageHeading crumbs={[{ to: '/', name: 'Overview' }]} title={String(year)} />
      <HeadlineFigures figures={group.total} scope={scope} />
      <UnbudgetedNotice activities={unbudgeted} />
      <GapSection
        title={`Activities in ${year}`}
        by="activity"
        rows={group.rows}
        total={group.total}
        scope={scope}
        year={year}
      />
    </>
  );
}
