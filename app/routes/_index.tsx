import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AttentionList } from '#app/components/attention-list.tsx';
import { FlexibleFigures } from '#app/components/flexible-figures.tsx';
import { GapSection } from '#app/components/gap-section.tsx';
import { HeadlineFigures } from '#app/components/headline-figures.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { Signals } from '#app/components/signals.tsx';
import { UnbudgetedNotice } from '#app/components/unbudgeted-notice.tsx';
import { listDonorNames } from '#app/data/donors.server.ts';
import { listPledges } from '#app/data/pledges.server.ts';
import { attentionOf, donorNamesIn, firstOfEach } from '#app/domain/attention.ts';
import { gapRows } from '#app/domain/gap-rows.ts';
import { unbudgetedActivities } from '#app/domain/group-rows.ts';
import { requireReport } from '#app/guards/figures.server.ts';

const SHOWN_OF_EACH = 8;

export const meta: MetaFunction = () => [{ title: 'Overview · Tributary' }];

export async function loader({ request, context: { db } }: LoaderFunctionArgs) {
  const report = await requireReport(db, request);
  const [pledges, donorNames] = await Promise.all([
    listPledges(db, report.facts.programme.code),
    listDonorNames(db),
  ]);
  const { first, counts } = firstOfEach(attentionOf(report, pledges), SHOWN_OF_EACH);
  return {
    total: report.total,
    flexible: report.flexible,
    flexibleIfPledgesHold: report.flexibleIfPledgesHold,
    stalePipelineMinor: report.stalePipelineMinor,
    bySpecies: gapRows(report, 'species'),
    byTheme: gapRows(report, 'theme'),
    byYear: gapRows(report, 'year'),
    unbudgeted: unbudgetedActivities(report),
    attention: first,
    attentionCounts: counts,
    donorNames: donorNamesIn(first, donorNames),
  };
}

export default function Overview() {
  const page = useLoaderData<typeof loader>();
  const { total } = page;
  return (
    <>
      <PageHeading title="Funding gap">
        <Signals counts={page.attentionCounts} unbudgetedCount={page.unbudgeted.length} />
      </PageHeading>
      <HeadlineFigures figures={total} />
      <UnbudgetedNotice activities={page.unbudgeted} />
      <GapSection title="By species programme" by="species" rows={page.bySpecies} total={total} />
      <GapSection title="By theme" by="theme" rows={page.byTheme} total={total} />
      <GapSection title="By year" by="year" rows={page.byYear} total={total} />
      <div className="columns">
        <AttentionList
          attention={page.attention}
          counts={page.attentionCounts}
          donorNames={page.donorNames}
          isSummary
        />
        <FlexibleFigures
          total={total}
          flexible={page.flexible}
          ifPledgesHold={page.flexibleIfPledgesHold}
          stalePipelineMinor={page.stalePipelineMinor}
        />
      </div>
    </>
  );
}
