import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AttentionList } from '#app/components/attention-list.tsx';
import { FlexibleFigures } from '#app/components/flexible-figures.tsx';
import { GapSection } from '#app/components/gap-section.tsx';
import { HeadlineFigures } from '#app/components/headline-figures.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { Signals } from '#app/components/signals.tsx';
import { UnbudgetedNotice } from '#app/components/unbudgeted-notice.tsx';
import type { Database } from '#app/data/database.server.ts';
import { listDonorNames } from '#app/data/donors.server.ts';
import { listPledges } from '#app/data/pledges.server.ts';
import { attentionOf, donorNamesIn, firstOfEach } from '#app/domain/attention.ts';
import { unbudgetedActivities } from '#app/domain/group-rows.ts';
import { type SeenReport, shownFigures, shownRows } from '#app/domain/shown-figures.ts';
import { visitorMay } from '#app/domain/visitor.ts';
import { requireReport } from '#app/guards/figures.server.ts';

const SHOWN_OF_EACH = 8;

export const meta: MetaFunction = () => [{ title: 'Overview · Tributary' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const report = await requireReport(context, request);
  const seesAll = report.sight === 'everything';
  return {
    total: shownFigures(report.total, report.sight),
    flexible: report.flexible,
    flexibleIfPledgesHold: seesAll ? report.flexibleIfPledgesHold : null,
    stalePipelineMinor: seesAll ? report.stalePipelineMinor : null,
    bySpecies: shownRows(report, 'species'),
    byTheme: shownRows(report, 'theme'),
    byYear: shownRows(report, 'year'),
    unbudgeted: unbudgetedActivities(report),
    waiting: visitorMay(context.visitor, 'see what waits') ? await findWaiting(context.db, report) : null,
  };
}

async function findWaiting(db: Database, report: SeenReport) {
  const [pledges, donorNames] = await Promise.all([
    listPledges(db, report.facts.programme.code),
    listDonorNames(db),
  ]);
  const { first, counts } = firstOfEach(attentionOf(report, pledges), SHOWN_OF_EACH);
  return { attention: first, counts, donorNames: donorNamesIn(first, donorNames) };
}

export default function Overview() {
  const page = useLoaderData<typeof loader>();
  const { total } = page;
  return (
    <>
      <PageHeading title="Funding gap">
        <Signals counts={page.waiting?.counts ?? null} unbudgetedCount={page.unbudgeted.length} />
      </PageHeading>
      <HeadlineFigures figures={total} />
      <UnbudgetedNotice activities={page.unbudgeted} />
      <GapSection title="By species programme" by="species" rows={page.bySpecies} total={total} />
      <GapSection title="By theme" by="theme" rows={page.byTheme} total={total} />
      <GapSection title="By year" by="year" rows={page.byYear} total={total} />
      <div className="columns">
        {page.waiting && <AttentionList {...page.waiting} isSummary />}
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
