import { comparePlain } from '#app/domain/order.ts';
import { defineKind } from '../record-kind.server.ts';
import { defineTable, integer, text } from '../table.server.ts';

export const PROGRAMMES = defineKind({
  list: 'programmes',
  table: defineTable('Programme', ['code'], {
    code: text(),
    title: text(),
    startYear: integer(),
    endYear: integer(),
  }),
  parentKey: ['code'],
  children: {},
  rowOf: ({ code, title, startYear, endYear }) => ({ code, title, startYear, endYear }),
  recordOf: ({ code, title, startYear, endYear }) => ({ code, title, startYear, endYear }),
  compare: (a, b) => comparePlain(a.code, b.code),
});

export const THEMES = defineKind({
  list: 'themes',
  table: defineTable('Theme', ['programmeCode', 'code'], {
    programmeCode: text(),
    code: text(),
    title: text(),
  }),
  parentKey: ['programmeCode', 'code'],
  children: {},
  rowOf: ({ programme, code, title }) => ({ programmeCode: programme, code, title }),
  recordOf: ({ programmeCode, code, title }) => ({ programme: programmeCode, code, title }),
  compare: (a, b) => comparePlain(a.programme, b.programme) || comparePlain(a.code, b.code),
});
