import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GapSection } from '#app/components/gap-section.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { shownFigures, shownRows } from '#app/domain/shown-figures.ts';
import { requireReport } from '#app/guards/figures.server.ts';

export const meta: MetaFunction = () => [{ title: 'Themes · Tributary' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const report = await requireReport(context, request);
  return { rows: shownRows(report, 'theme'), total: shownFigures(report.total, report.sight) };
}

export default function Themes() {
  const { rows, total } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading title="Themes" />
      <GapSection title="Gap by theme" by="theme" rows={rows} total={total} />
    </>
  );
}
