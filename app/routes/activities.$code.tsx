import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ActivityFacts } from '#app/components/activity-facts.tsx';
import { ActivityItems } from '#app/components/activity-items.tsx';
import { BudgetSection } from '#app/components/budget-section.tsx';
import { CoverageTable } from '#app/components/coverage-table.tsx';
import { HeadlineFigures } from '#app/components/headline-figures.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { PledgeTable } from '#app/components/pledge-table.tsx';
import { ProspectTable } from '#app/components/prospect-table.tsx';
import { SurplusNotice } from '#app/components/surplus-notice.tsx';
import { UnbudgetedNotice } from '#app/components/unbudgeted-notice.tsx';
import { findActivity } from '#app/data/activities.server.ts';
import { findBudgetInForce } from '#app/data/budgets.server.ts';
import { listDonorNames } from '#app/data/donors.server.ts';
import { listPledgesTouching } from '#app/data/pledges.server.ts';
import { pledgesOfActivity, prospectsOfActivity } from '#app/domain/activity-money.ts';
import { requireReport } from '#app/guards/figures.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.activity.code} ${data.activity.title} · Tributary` : 'Tributary' },
];

export async function loader({ request, params, context: { db } }: LoaderFunctionArgs) {
  const report = await requireReport(db, request);
  const { programme, asOf, themes, speciesProgrammes } = report.facts;
  const code = params.code ?? '';
  const activity = await findActivity(db, programme.code, code);
  const gap = report.activities.find((each) => each.activity.code === code);
  if (!activity || !gap) {
    throw new Response(`${programme.title} has no activity “${code}”.`, { status: 404 });
  }
  const [budget, pledges, donorNames] = await Promise.all([
    findBudgetInForce(db, programme.code, code, asOf),
    listPledgesTouching(db, programme.code, code),
    listDonorNames(db),
  ]);
  return {
    activity,
    theme: themes.find((theme) => theme.code === activity.theme),
    speciesNames: new Map(speciesProgrammes.map(({ code, name }) => [code, name])),
    gap: {
      figures: gap.figures,
      cells: gap.cells,
      requirements: gap.requirements,
      isUnbudgeted: gap.isUnbudgeted,
    },
    budget,
    pledges: pledgesOfActivity(report, code, pledges),
    prospects: prospectsOfActivity(report, code),
    donorNames,
  };
}

export default function ActivityPage() {
  const { activity, theme, speciesNames, gap, budget, pledges, prospects, donorNames } =
    useLoaderData<typeof loader>();
  const { code, title, summary, items } = activity;
  const isPriced = gap.cells.length > 0;
  return (
    <>
      <PageHeading
        crumbs={[
          { to: '/activities', name: 'Activities' },
          {
            to: `/themes/${encodeURIComponent(activity.theme)}`,
            name: `${activity.theme} ${theme?.title ?? ''}`,
          },
        ]}
        code={code}
        title={title}
      >
        {summary && <p>{summary}</p>}
      </PageHeading>
      {isPriced && <HeadlineFigures figures={gap.figures} scope={{ by: 'activity', key: code }} />}
      <ActivityFacts activity={activity} speciesNames={speciesNames} />
      {gap.isUnbudgeted && <UnbudgetedNotice activities={[activity]} />}
      {isPriced && (
        <section className="section" aria-labelledby="coverage-title">
          <h2 id="coverage-title">Coverage by year</h2>
          <CoverageTable activity={code} cells={gap.cells} total={gap.figures} />
        </section>
      )}
      <SurplusNotice activity={code} surplusMinor={gap.figures.surplusMinor} />
      {items.length > 0 && (
        <section className="section" aria-labelledby="items-title">
          <h2 id="items-title">Items</h2>
          <ActivityItems items={items} />
        </section>
      )}
      <BudgetSection activity={activity} budget={budget} requirements={gap.requirements} />
      <section className="section" aria-labelledby="pledges-title">
        <h2 id="pledges-title">Pledges</h2>
        {pledges.length > 0 ? (
          <PledgeTable pledges={pledges} donorNames={donorNames} speciesNames={speciesNames} />
        ) : (
          <p className="quiet">No pledge is allocated to {code} or earmarked for it.</p>
        )}
      </section>
      <section className="section" aria-labelledby="prospects-title">
        <h2 id="prospects-title">Prospects</h2>
        {prospects.length > 0 ? (
          <ProspectTable prospects={prospects} donorNames={donorNames} />
        ) : (
          <p className="quiet">No open prospect asks for {code}.</p>
        )}
      </section>
    </>
  );
}
