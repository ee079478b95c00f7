import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AttentionList } from '#app/components/attention-list.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { listDonorNames } from '#app/data/donors.server.ts';
import { listPledges } from '#app/data/pledges.server.ts';
import { attentionOf, donorNamesIn, firstOfEach } from '#app/domain/attention.ts';
import { requireReport } from '#app/guards/figures.server.ts';

const SHOWN_OF_EACH = 500;

export const meta: MetaFunction = () => [{ title: 'Needs attention · Tributary' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const report = await requireReport(context, request);
  const [pledges, donorNames] = await Promise.all([
    listPledges(context.db, report.facts.programme.code),
    listDonorNames(context.db),
  ]);
  const { first, counts } = firstOfEach(attentionOf(report, pledges), SHOWN_OF_EACH);
  return { attention: first, counts, donorNames: donorNamesIn(first, donorNames) };
}

export default function AttentionPage() {
  const { attention, counts, donorNames } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading crumbs={[{ to: '/', name: 'Overview' }]} title="What waits for somebody" />
      <AttentionList attention={attention} counts={counts} donorNames={donorNames} />
    </>
  );
}
