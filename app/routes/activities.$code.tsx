import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ActivityFacts } from '#app/components/activity-facts.tsx';
import { ActivityItems } from '#app/components/activity-items.tsx';
import { historyHref } from '#app/components/audit-words.ts';
import { BudgetSection } from '#app/components/budget-section.tsx';
import { CoverageTable } from '#app/components/coverage-table.tsx';
import { DecidedPledgeTable } from '#app/components/decided-pledge-table.tsx';
import { HeadlineFigures } from '#app/components/headline-figures.tsx';
import { PageHeading } from '#app/components/page-heading.tsx';
import { PledgeTable } from '#app/components/pledge-table.tsx';
import { ProspectTable } from '#app/components/prospect-table.tsx';
import { SurplusNotice } from '#app/components/surplus-notice.tsx';
import { UnbudgetedNotice } from '#app/components/unbudgeted-notice.tsx';
import { findActivity } from '#app/data/activities.server.ts';
import { findBudgetInForce } from '#app/data/budgets.server.ts';
import type { Database } from '#app/data/database.server.ts';
import { listDonorNames } from '#app/data/donors.server.ts';
import { listPledgesTouching } from '#app/data/pledges.server.ts';
import { pledgesOfActivity, prospectsOfActivity } from '#app/domain/activity-money.ts';
import { decidedPledges } from '#app/domain/confidential.ts';
import { recordName } from '#app/domain/record-name.ts';
import { type SeenReport, shownCell, shownFigures } from '#app/domain/shown-figures.ts';
import { visitorMay } from '#app/domain/visitor.ts';
import { requireReport } from '#app/guards/figures.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.activity.code} ${data.activity.title} · Tributary` : 'Tributary' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const report = await requireReport(context, request);
  const { db } = context;
  const { facts, sight } = report;
  const { programme, asOf, themes, speciesProgrammes } = facts;
  const code = params.code ?? '';
  const activity = await findActivity(db, programme.code, code);
  const gap = report.activities.find((each) => each.activity.code === code);
  if (!activity || !gap) {
    throw new Response(`${programme.title} has no activity “${code}”.`, { status: 404 });
  }
  return {
    activity,
    theme: themes.find((theme) => theme.code === activity.theme),
    speciesNames: new Map(speciesProgrammes.map(({ code, name }) => [code, name])),
    gap: {
      figures: shownFigures(gap.figures, sight),
      cells: gap.cells.map((cell) => shownCell(cell, sight)),
      requirements: gap.requirements,
      isUnbudgeted: gap.isUnbudgeted,
    },
    budget: await findBudgetInForce(db, programme.code, code, asOf),
    money: await findMoney(db, report, code),
    hasHistory: visitorMay(context.visitor, 'see the history of a record'),
  };
}

/** Pledges and prospects: all of them, or of the pledges what is decided. */
async function findMoney(db: Database, report: SeenReport, activity: string) {
  const { programme, asOf } = report.facts;
  const [touching, donorNames] = await Promise.all([
    listPledgesTouching(db, programme.code, activity),
    listDonorNames(db),
  ]);
  const pledges = pledgesOfActivity(report, activity, touching);
  if (report.sight === 'everything') {
    const prospects = prospectsOfActivity(report, activity);
    return { sight: report.sight, pledges, prospects, donorNames };
  }
  const decided = decidedPledges(pledges, asOf);
  const signers = new Set(decided.map(({ agreement }) => agreement?.donor));
  return {
    sight: report.sight,
    pledges: decided,
    donorNames: new Map([...donorNames].filter(([donor]) => signers.has(donor))),
  };
}

export default function ActivityPage() {
  const { activity, theme, speciesNames, gap, budget, money, hasHistory } = useLoaderData<typeof loader>();
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
        {hasHistory && (
          <p>
            <Link to={historyHref('activities', recordName('activities', activity))}>History</Link>
          </p>
        )}
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
      <Pledges code={code} money={money} speciesNames={speciesNames} />
      {money.sight === 'everything' && (
        <section className="section" aria-labelledby="prospects-title">
          <h2 id="prospects-title">Prospects</h2>
          {money.prospects.length > 0 ? (
            <ProspectTable prospects={money.prospects} donorNames={money.donorNames} />
          ) : (
            <p className="quiet">No open prospect asks for {code}.</p>
          )}
        </section>
      )}
    </>
  );
}

function Pledges({
  code,
  money,
  speciesNames,
}: {
  code: string;
  money: Awaited<ReturnType<typeof findMoney>>;
  speciesNames: ReadonlyMap<string, string>;
}) {
  const { sight, pledges, donorNames } = money;
  return (
    <section className="section" aria-labelledby="pledges-title">
      <h2 id="pledges-title">Pledges</h2>
      {pledges.length === 0 && (
        <p className="quiet">
          No {sight === 'decided' && 'signed '}pledge is allocated to {code} or earmarked for it.
        </p>
      )}
      {pledges.length > 0 && sight === 'everything' && (
        <PledgeTable pledges={pledges} donorNames={donorNames} speciesNames={speciesNames} />
      )}
      {pledges.length > 0 && sight === 'decided' && (
        <DecidedPledgeTable pledges={pledges} donorNames={donorNames} speciesNames={speciesNames} />
      )}
    </section>
  );
}
