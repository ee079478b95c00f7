import { type Activity, needsExternalFunding } from '#app/domain/activity.ts';
import type { Budget } from '#app/domain/budget.ts';
import { parseDecimal, percentText } from '#app/domain/rational.ts';
import type { YearRequirement } from '#app/domain/requirement.ts';
import { BudgetTable, OtherLines } from './budget-table.tsx';
import { DateText } from './date-text.tsx';
import { Figure } from './figure.tsx';
import { useFigureScope } from './figure-scope.tsx';

/** The version in force of an activity's budget, and what it asks of donors. */
export function BudgetSection({
  activity,
  budget,
  requirements,
}: {
  activity: Activity;
  budget: Budget | null;
  requirements: readonly YearRequirement[];
}) {
  return (
    <section className="section" aria-labelledby="budget-title">
      <header>
        <h2 id="budget-title">Approved budget</h2>
        {budget?.approvedOn && (
          <p className="quiet">
            Version {budget.version}, approved <DateText date={budget.approvedOn} />, rates of{' '}
            <DateText date={budget.rateDate} />
          </p>
        )}
      </header>
      {budget ? (
        <>
          <BudgetTable budget={budget} psc={percentText(parseDecimal(budget.pscRate))} />
          <RequirementLine activity={activity.code} budget={budget} requirements={requirements} />
          <OtherLines budget={budget} />
        </>
      ) : (
        <p className="quiet">{withoutBudget(activity)}</p>
      )}
    </section>
  );
}

function withoutBudget(activity: Activity): string {
  if (needsExternalFunding(activity))
    return 'None was approved by this date: what it needs is unknown, not zero.';
  return activity.status === 'cancelled'
    ? 'None, and the activity is cancelled: it needs nothing.'
    : 'None: the core budget pays for it, and donors are not asked.';
}

/** The step from the budget's currency to the reporting currency, year by year. */
function RequirementLine({
  activity,
  budget,
  requirements,
}: {
  activity: string;
  budget: Budget;
  requirements: readonly YearRequirement[];
}) {
  const { currency } = useFigureScope();
  if (requirements.length === 0 || budget.currency === currency) return null;
  return (
    <p className="quiet">
      Requirement in {currency} at the rates of <DateText date={budget.rateDate} />:{' '}
      {requirements.map(({ year, requirementMinor }, index) => (
        <span key={year}>
          {index > 0 && ', '}
          {year}{' '}
          <Figure
            figure="requirement"
            scope={{ by: 'activity', key: activity, year }}
            minor={requirementMinor}
          />
        </span>
      ))}
      .
    </p>
  );
}
