import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GapSection } from '#app/components/gap-section.tsx';
import { HeadlineFigures } from '#app/components/headline-figures.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { UnbudgetedNotice } from '#app/components/unbudgeted-notice.tsx';
import { unbudgetedActivities } from '#app/domain/group-rows.ts';
import { shownFigures, shownRows } from '#app/domain/shown-figures.ts';
import { requireReportOf } from '#app/guards/figures.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.programme.title} · Tributary` : 'Tributary' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const report = await requireReportOf(context, request, params.code ?? '');
  return {
    programme: report.facts.programme,
    total: shownFigures(report.total, report.sight),
    unbudgeted: unbudgetedActivities(report),
    byYear: shownRows(report, 'year'),
    byTheme: shownRows(report, 'theme'),
    byActivity: shownRows(report, 'activity'),
  };
}

export default function ProgrammePage() {
  const { programme, total, unbudgeted, byYear, byTheme, byActivity } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading crumbs={[{ to: '/programmes', name: 'Programmes' }]} title={programme.title}>
        <p className="quiet">
          {programme.code}, {programme.startYear}–{programme.endYear}, {byActivity.length} activities in{' '}
          {byTheme.length} themes
        </p>
      </PageHeading>
      <HeadlineFigures figures={total} />
      <UnbudgetedNotice activities={unbudgeted} />
      <GapSection title="By year" by="year" rows={byYear} total={total} />
      <GapSection title="By theme" by="theme" rows={byTheme} total={total} />
      <GapSection title="By activity" by="activity" rows={byActivity} total={total} />
    </>
  );
}
