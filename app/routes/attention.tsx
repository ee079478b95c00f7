import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AttentionList } from '#app/components/attention-list.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { listDonorNames } from '#app/data/donors.server.ts';
import { listPledges } from '#app/data/pledges.server.ts';
import { attentionOf } from '#app/domain/attention.ts';
import { requireReport } from '#app/guards/figures.server.ts';

export const meta: MetaFunction = () => [{ title: 'Needs attention · Tributary' }];

export async function loader({ request, context: { db } }: LoaderFunctionArgs) {
  const report = await requireReport(db, request);
  const [pledges, donorNames] = await Promise.all([
    listPledges(db, report.facts.programme.code),
    listDonorNames(db),
  ]);
  return { attention: attentionOf(report, pledges), donorNames };
}

export default function AttentionPage() {
  const { attention, donorNames } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading crumbs={[{ to: '/', name: 'Overview' }]} title="What waits for somebody" />
      <AttentionList attention={attention} donorNames={donorNames} />
    </>
  );
}
