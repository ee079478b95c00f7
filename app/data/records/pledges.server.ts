import { type Earmark, UNEARMARKED } from '#app/domain/earmark.ts';
import { comparePlain } from '#app/domain/order.ts';
import type { Pledge } from '#app/domain/pledge.ts';
import { defineKind, numbered } from '../record-kind.server.ts';
import type { Row } from '../table.server.ts';
import {
  ALLOCATION_TABLE,
  EARMARK_TABLE,
  INSTALMENT_TABLE,
  PLEDGE_TABLE,
  RECEIPT_TABLE,
  WRITE_OFF_TABLE,
} from './pledge-tables.server.ts';

export const PLEDGES = defineKind({
  list: 'pledges',
  table: PLEDGE_TABLE,
  parentKey: ['programmeCode', 'code'],
  children: {
    earmarks: {
      table: EARMARK_TABLE,
      parentKey: ['programmeCode', 'pledgeCode'],
      rowsOf: (pledge) =>
        numbered(earmarkEntries(pledge.earmark), (entry) => ({ ...keyOf(pledge), ...entry })),
    },
    allocations: {
      table: ALLOCATION_TABLE,
      parentKey: ['programmeCode', 'pledgeCode'],
      rowsOf: (pledge) =>
        numbered(pledge.allocations, ({ activity, year, amountMinor }) => ({
          ...keyOf(pledge),
          activityCode: activity,
          year,
          amountMinor,
        })),
    },
    instalments: {
      table: INSTALMENT_TABLE,
      parentKey: ['programmeCode', 'pledgeCode'],
      rowsOf: (pledge) => numbered(pledge.instalments, (instalment) => ({ ...keyOf(pledge), ...instalment })),
    },
    receipts: {
      table: RECEIPT_TABLE,
      parentKey: ['programmeCode', 'pledgeCode'],
      rowsOf: (pledge) => numbered(pledge.receipts, (receipt) => ({ ...keyOf(pledge), ...receipt })),
    },
    writeOffs: {
      table: WRITE_OFF_TABLE,
      parentKey: ['programmeCode', 'pledgeCode'],
      rowsOf: (pledge) => numbered(pledge.writeOffs, (writeOff) => ({ ...keyOf(pledge), ...writeOff })),
    },
  },
  rowOf: (pledge) => ({
    code: pledge.code,
    programmeCode: pledge.programme,
    donorCode: pledge.donor,
    prospectCode: pledge.prospect,
    date: pledge.date,
    committedOn: pledge.committedOn,
    cancelledOn: pledge.cancelledOn,
    currency: pledge.currency,
    amountMinor: pledge.amountMinor,
  }),
  recordOf: ({ programmeCode, donorCode, prospectCode, ...pledge }, children) => ({
    ...pledge,
    programme: programmeCode,
    donor: donorCode,
    prospect: prospectCode,
    earmark: earmarkOf(children.earmarks),
    allocations: children.allocations.map(({ activityCode, year, amountMinor }) => ({
      activity: activityCode,
      year,
      amountMinor,
    })),
    instalments: children.instalments.map(({ due, amountMinor }) => ({ due, amountMinor })),
    receipts: children.receipts.map(({ date, amountMinor }) => ({ date, amountMinor })),
    writeOffs: children.writeOffs.map(({ date, amountMinor, reason }) => ({ date, amountMinor, reason })),
  }),
  compare: (a, b) => comparePlain(a.code, b.code),
});

function keyOf({ programme, code }: Pledge) {
  return { programmeCode: programme, pledgeCode: code };
}

type EarmarkEntry = Pick<Row<typeof EARMARK_TABLE>, 'activityCode' | 'speciesCode' | 'themeCode' | 'year'>;

const NO_ENTRY: EarmarkEntry = { activityCode: null, speciesCode: null, themeCode: null, year: null };

function earmarkEntries({ activities, species, themes, years }: Earmark): EarmarkEntry[] {
  return [
    ...activities.map((activityCode) => ({ ...NO_ENTRY, activityCode })),
    ...species.map((speciesCode) => ({ ...NO_ENTRY, speciesCode })),
    ...themes.map((themeCode) => ({ ...NO_ENTRY, themeCode })),
    ...years.map((year) => ({ ...NO_ENTRY, year })),
  ];
}

function earmarkOf(entries: readonly EarmarkEntry[]): Earmark {
  if (entries.length === 0) return UNEARMARKED;
  return {
    activities: entries.flatMap(({ activityCode }) => activityCode ?? []),
    species: entries.flatMap(({ speciesCode }) => speciesCode ?? []),
    themes: entries.flatMap(({ themeCode }) => themeCode ?? []),
    years: entries.flatMap(({ year }) => year ?? []),
  };
}
