import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BreakdownSheet } from '#app/components/breakdown-sheet.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { findBreakdownSources } from '#app/data/breakdown-sources.server.ts';
import { pledgesBehind } from '#app/domain/breakdown-sources.ts';
import { seesFigure, shownBreakdown } from '#app/domain/confidential.ts';
import { figureBreakdown } from '#app/domain/figure-breakdown.ts';
import { readFigureReference } from '#app/forms/figure-reference.ts';
import { requireReport } from '#app/guards/figures.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.breakdown.title} · Tributary` : 'Tributary' },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const report = await requireReport(context, request);
  const reference = readFigureReference(new URL(request.url).searchParams);
  if (!reference) throw new Response('The address does not say which figure it is about.', { status: 404 });
  const { figure, scope } = reference;
  if (!seesFigure(report.sight, figure)) {
    throw new Response('This figure has announced money or prospects in it, which your role does not see.', {
      status: 403,
    });
  }
  const { programme, asOf } = report.facts;
  const sources = await findBreakdownSources(context.db, {
    programme: programme.code,
    activity: scope.by === 'activity' ? scope.key : null,
    pledges: pledgesBehind(report, reference),
    asOf,
  });
  const breakdown = figureBreakdown(report, figure, scope, sources);
  if (!breakdown) throw new Response('There is no such figure.', { status: 404 });
  return { breakdown: shownBreakdown(breakdown, report.sight) };
}

export default function BreakdownPage() {
  const { breakdown } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading crumbs={[{ to: '/', name: 'Overview' }]} title={breakdown.title} />
      <BreakdownSheet breakdown={breakdown} />
    </>
  );
}
