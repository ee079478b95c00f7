import type { Budget, BudgetCategory, BudgetLine, YearCost } from '#app/domain/budget.ts';
import { BUDGET_CATEGORIES, lineTotal, yearCosts } from '#app/domain/budget.ts';
import type { Currency } from '#app/domain/money.ts';
import { Money, moneyText } from './money.tsx';
import { TableBox } from './table-box.tsx';

const CATEGORY_NAMES: Readonly<Record<BudgetCategory, string>> = {
  staff: 'Staff and other personnel',
  supplies: 'Supplies, commodities, materials',
  equipment: 'Equipment, vehicles and furniture',
  contractual: 'Contractual services',
  travel: 'Travel',
  transfers: 'Transfers and grants to counterparts',
  operating: 'General operating and other direct costs',
};

/** An approved budget by category, line and year: what donors are asked for, with support cost, to the cent. */
export function BudgetTable({ budget, psc }: { budget: Budget; psc: string }) {
  const { currency } = budget;
  const external = budget.lines.filter(({ funding }) => funding === 'external');
  const costs = yearCosts(budget);
  const years = costs.map(({ year }) => year);
  const categories = BUDGET_CATEGORIES.filter((name) => external.some(({ category }) => category === name));
  return (
    <TableBox name="Approved budget by line and year" hasLinks={false}>
      <table className="ledger budget">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col" className="is-amount">
              Quantity × unit cost
            </th>
            {years.map((year) => (
              <th key={year} scope="col" className="is-amount">
                {year}
              </th>
            ))}
            <th scope="col" className="is-amount">
              All years, {currency}
            </th>
          </tr>
        </thead>
        {categories.map((name) => (
          <tbody key={name}>
            <tr className="group">
              <th scope="rowgroup" colSpan={years.length + 3}>
                {CATEGORY_NAMES[name]}
              </th>
            </tr>
            {external
              .filter(({ category }) => category === name)
              .map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no code, and their order is fixed.
                <LineRow key={index} line={line} years={years} currency={currency} />
              ))}
          </tbody>
        ))}
        <tfoot>
          <SumRow name="Direct cost" costs={costs} of={(cost) => cost.directMinor} currency={currency} />
          <SumRow
            name={`Programme support cost, ${psc}`}
            costs={costs}
            of={(cost) => cost.pscMinor}
            currency={currency}
          />
          <SumRow
            name="To be given by donors"
            costs={costs}
            of={(cost) => cost.directMinor + cost.pscMinor}
            currency={currency}
            isTotal
          />
        </tfoot>
      </table>
    </TableBox>
  );
}

function LineRow({
  line,
  years,
  currency,
}: {
  line: BudgetLine;
  years: readonly number[];
  currency: Currency;
}) {
  return (
    <tr>
      <th scope="row">
        {line.description}
        {line.item && <span className="quiet"> · item {line.item}</span>}
      </th>
      <td className="is-amount quiet">
        {line.quantity} × {moneyText(line.unitCostMinor, currency)}
        {line.unit && ` per ${line.unit}`}
      </td>
      {years.map((year) => (
        <td key={year} className="is-amount">
          {line.year === year && <Money minor={lineTotal(line)} currency={currency} />}
        </td>
      ))}
      <td className="is-amount">
        <Money minor={lineTotal(line)} currency={currency} />
      </td>
    </tr>
  );
}

function SumRow({
  name,
  costs,
  of,
  currency,
  isTotal = false,
}: {
  name: string;
  costs: readonly YearCost[];
  of: (cost: YearCost) => bigint;
  currency: Currency;
  isTotal?: boolean;
}) {
  return (
    <tr className={isTotal ? 'is-total' : undefined}>
      <th scope="row" colSpan={2}>
        {name}
      </th>
      {costs.map((cost) => (
        <td key={cost.year} className="is-amount">
          <Money minor={of(cost)} currency={currency} />
        </td>
      ))}
      <td className="is-amount">
        <Money minor={costs.reduce((sum, cost) => sum + of(cost), 0n)} currency={currency} />
      </td>
    </tr>
  );
}

/** Lines that donors are not asked for: paid from the core budget, or given in kind. */
export function OtherLines({ budget }: { budget: Budget }) {
  const others = budget.lines.filter(({ funding }) => funding !== 'external');
  if (others.length === 0) return null;
  return (
    <details className="more">
      <summary>
        {others.length === 1 ? '1 line that donors are' : `${others.length} lines that donors are`} not asked
        for
      </summary>
      <ul className="plain-list">
        {others.map((line) => (
          <li key={`${line.year} ${line.category} ${line.description}`}>
            {line.description}, {line.year}:{' '}
            <Money minor={lineTotal(line)} currency={budget.currency} named />{' '}
            <span className="quiet">{line.funding === 'core' ? 'from the core budget' : 'in kind'}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
