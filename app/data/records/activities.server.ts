import type { ActivityFunding, ActivityStatus, ItemFunding, Priority } from '#app/domain/activity.ts';
import { compareCodes, comparePlain } from '#app/domain/order.ts';
import type { Timeframe, TimeframeKind } from '#app/domain/timeframe.ts';
import { defineKind, numbered } from '../record-kind.server.ts';
import {
  choice,
  defineTable,
  integer,
  optionalChoice,
  optionalInteger,
  optionalText,
  type Row,
  text,
} from '../table.server.ts';

const TABLE = defineTable('Activity', ['programmeCode', 'code'], {
  programmeCode: text(),
  code: text(),
  printedCode: optionalText(),
  themeCode: text(),
  section: optionalText(),
  title: text(),
  summary: optionalText(),
  timeframeKind: optionalChoice<TimeframeKind>(),
  timeframeStartYear: optionalInteger(),
  timeframeEndYear: optionalInteger(),
  timeframePrinted: optionalText(),
  timeframeNote: optionalText(),
  funding: choice<ActivityFunding>(),
  lead: optionalText(),
  priority: optionalChoice<Priority>(),
  status: choice<ActivityStatus>(),
});

const SPECIES = defineTable('ActivitySpecies', ['programmeCode', 'activityCode', 'position'], {
  programmeCode: text(),
  activityCode: text(),
  position: integer(),
  speciesCode: text(),
  shareMillionths: integer(),
});

const PARTNERS = defineTable('ActivityPartner', ['programmeCode', 'activityCode', 'position'], {
  programmeCode: text(),
  activityCode: text(),
  position: integer(),
  name: text(),
});

const ITEMS = defineTable('ActivityItem', ['programmeCode', 'activityCode', 'code'], {
  programmeCode: text(),
  activityCode: text(),
  code: text(),
  position: integer(),
  title: text(),
  funding: optionalChoice<ItemFunding>(),
});

export const ACTIVITIES = defineKind({
  list: 'activities',
  table: TABLE,
  parentKey: ['programmeCode', 'code'],
  children: {
    species: {
      table: SPECIES,
      parentKey: ['programmeCode', 'activityCode'],
      rowsOf: (activity) =>
        numbered(activity.species, ({ code, shareMillionths }) => ({
          ...keyOf(activity),
          speciesCode: code,
          shareMillionths: Number(shareMillionths),
        })),
    },
    partners: {
      table: PARTNERS,
      parentKey: ['programmeCode', 'activityCode'],
      rowsOf: (activity) => numbered(activity.partners, (name) => ({ ...keyOf(activity), name })),
    },
    items: {
      table: ITEMS,
      parentKey: ['programmeCode', 'activityCode'],
      isReferredTo: true,
      rowsOf: (activity) => numbered(activity.items, (item) => ({ ...keyOf(activity), ...item })),
    },
  },
  rowOf: (activity) => ({
    programmeCode: activity.programme,
    code: activity.code,
    printedCode: activity.printedCode,
    themeCode: activity.theme,
    section: activity.section,
    title: activity.title,
    summary: activity.summary,
    ...timeframeColumns(activity.timeframe),
    funding: activity.funding,
    lead: activity.lead,
    priority: activity.priority,
    status: activity.status,
  }),
  recordOf: (row, { species, partners, items }) => ({
    programme: row.programmeCode,
    code: row.code,
    printedCode: row.printedCode,
    theme: row.themeCode,
    section: row.section,
    title: row.title,
    summary: row.summary,
    species: species.map(({ speciesCode, shareMillionths }) => ({
      code: speciesCode,
      shareMillionths: BigInt(shareMillionths),
    })),
    timeframe: timeframeOf(row),
    funding: row.funding,
    lead: row.lead,
    partners: partners.map(({ name }) => name),
    priority: row.priority,
    status: row.status,
    items: items.map(({ code, title, funding }) => ({ code, title, funding })),
  }),
  compare: (a, b) => comparePlain(a.programme, b.programme) || compareCodes(a.code, b.code),
});

function keyOf(activity: { readonly programme: string; readonly code: string }) {
  return { programmeCode: activity.programme, activityCode: activity.code };
}

function timeframeColumns(timeframe: Timeframe | null) {
  const isYears = timeframe?.kind === 'years';
  return {
    timeframeKind: timeframe?.kind ?? null,
    timeframeStartYear: isYears ? timeframe.startYear : null,
    timeframeEndYear: isYears ? timeframe.endYear : null,
    timeframePrinted: timeframe?.printed ?? null,
    timeframeNote: timeframe?.note ?? null,
  };
}

function timeframeOf(row: Row<typeof TABLE>): Timeframe | null {
  const { timeframeKind: kind, timeframeStartYear: startYear, timeframeEndYear: endYear } = row;
  if (kind === null) return null;
  const words = { printed: row.timeframePrinted, note: row.timeframeNote };
  if (kind !== 'years') return { kind, ...words };
  // A CHECK sees to it that a timeframe in years has both.
  return { kind, startYear: startYear as number, endYear: endYear as number, ...words };
}
