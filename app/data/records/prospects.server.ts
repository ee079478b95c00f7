import { comparePlain } from '#app/domain/order.ts';
import type { ProspectStage } from '#app/domain/prospect.ts';
import { defineKind, numbered } from '../record-kind.server.ts';
import { amount, choice, defineTable, integer, optionalText, text } from '../table.server.ts';

const ASKS = defineTable('ProspectAsk', ['prospectCode', 'position'], {
  prospectCode: text(),
  position: integer(),
  programmeCode: text(),
  activityCode: text(),
  amountMinor: amount(),
});

export const PROSPECTS = defineKind({
  list: 'prospects',
  table: defineTable('Prospect', ['code'], {
    code: text(),
    donorCode: text(),
    createdOn: text(),
    stage: choice<ProspectStage>(),
    currency: text(),
    probability: optionalText(),
    decisionBy: optionalText(),
    nextStep: optionalText(),
  }),
  parentKey: ['code'],
  children: {
    asks: {
      table: ASKS,
      parentKey: ['prospectCode'],
      rowsOf: ({ code, asks }) =>
        numbered(asks, ({ programme, activity, amountMinor }) => ({
          prospectCode: code,
          programmeCode: programme,
          activityCode: activity,
          amountMinor,
        })),
    },
  },
  rowOf: ({ donor, asks: _, ...prospect }) => ({ ...prospect, donorCode: donor }),
  recordOf: ({ donorCode, ...prospect }, { asks }) => ({
    ...prospect,
    donor: donorCode,
    asks: asks.map(({ programmeCode, activityCode, amountMinor }) => ({
      programme: programmeCode,
      activity: activityCode,
      amountMinor,
    })),
  }),
  compare: (a, b) => comparePlain(a.code, b.code),
});
