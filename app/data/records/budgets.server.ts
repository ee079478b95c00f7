import {
  type Budget,
  type BudgetCategory,
  type BudgetStatus,
  type LineFunding,
  lineTotal,
} from '#app/domain/budget.ts';
import { compareCodes, comparePlain } from '#app/domain/order.ts';
import { defineKind, numbered } from '../record-kind.server.ts';
import { amount, choice, defineTable, integer, optionalText, text } from '../table.server.ts';

const LINES = defineTable('BudgetLine', ['programmeCode', 'activityCode', 'budgetVersion', 'position'], {
  programmeCode: text(),
  activityCode: text(),
  budgetVersion: integer(),
  position: integer(),
  category: choice<BudgetCategory>(),
  description: text(),
  unit: optionalText(),
  quantity: text(),
  unitCostMinor: amount(),
  totalMinor: amount(),
  year: integer(),
  funding: choice<LineFunding>(),
  itemCode: optionalText(),
});

export const BUDGETS = defineKind({
  list: 'budgets',
  table: defineTable('Budget', ['programmeCode', 'activityCode', 'version'], {
    programmeCode: text(),
    activityCode: text(),
    version: integer(),
    status: choice<BudgetStatus>(),
    approvedOn: optionalText(),
    rateDate: text(),
    currency: text(),
    pscRate: text(),
  }),
  parentKey: ['programmeCode', 'activityCode', 'version'],
  children: {
    lines: {
      table: LINES,
      parentKey: ['programmeCode', 'activityCode', 'budgetVersion'],
      rowsOf: (budget) =>
        numbered(budget.lines, ({ item, ...line }) => ({
          programmeCode: budget.programme,
          activityCode: budget.activity,
          budgetVersion: budget.version,
          ...line,
          totalMinor: lineTotal(line),
          itemCode: item,
        })),
    },
  },
  rowOf: ({ programme, activity, lines: _, ...budget }) => ({
    programmeCode: programme,
    activityCode: activity,
    ...budget,
  }),
  recordOf: ({ programmeCode, activityCode, ...budget }, { lines }) => ({
    programme: programmeCode,
    activity: activityCode,
    ...budget,
    lines: lines.map((line) => ({
      category: line.category,
      description: line.description,
      unit: line.unit,
      quantity: line.quantity,
      unitCostMinor: line.unitCostMinor,
      year: line.year,
      funding: line.funding,
      item: line.itemCode,
    })),
  }),
  compare: compareBudgets,
  // One approved version at a time, and one approval a day.
  whileChanging: `"status" = 'draft', "approvedOn" = NULL`,
});

function compareBudgets(a: Budget, b: Budget): number {
  return (
    comparePlain(a.programme, b.programme) || compareCodes(a.activity, b.activity) || a.version - b.version
  );
}
