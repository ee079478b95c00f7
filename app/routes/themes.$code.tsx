import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GapSection } from '#app/components/gap-section.tsx';
import { HeadlineFigures } from '#app/components/headline-figures.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { UnbudgetedNotice } from '#app/components/unbudgeted-notice.tsx';
import type { GroupScope } from '#app/domain/breakdown.ts';
import { themeActivities } from '#app/domain/group-rows.ts';
import { shownGroup } from '#app/domain/shown-figures.ts';
import { requireReport } from '#app/guards/figures.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.theme.code} ${data.theme.title} · Tributary` : 'Tributary' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const report = await requireReport(context, request);
  const { programme, themes } = report.facts;
  const theme = themes.find(({ code }) => code === params.code);
  if (!theme) throw new Response(`${programme.title} has no theme “${params.code}”.`, { status: 404 });
  return { theme, group: shownGroup(themeActivities(report, theme.code), report.sight) };
}

export default function ThemePage() {
  const { theme, group } = useLoaderData<typeof loader>();
  const scope: GroupScope = { by: 'theme', key: theme.code };
  return (
    <>
      <PageHeading crumbs={[{ to: '/themes', name: 'Themes' }]} code={theme.code} title={theme.title} />
      <HeadlineFigures figures={group.total} scope={scope} />
      <UnbudgetedNotice activities={group.unbudgeted} />
      <GapSection title="Activities" by="activity" rows={group.rows} total={group.total} scope={scope} />
    </>
  );
}
