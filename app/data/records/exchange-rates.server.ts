import { comparePlain } from '#app/domain/order.ts';
import { defineKind } from '../record-kind.server.ts';
import { defineTable, text } from '../table.server.ts';

export const EXCHANGE_RATES = defineKind({
  list: 'exchangeRates',
  table: defineTable('ExchangeRate', ['currency', 'from'], {
    currency: text(),
    from: text(),
    unitsPerBase: text(),
  }),
  parentKey: ['currency', 'from'],
  children: {},
  rowOf: ({ currency, from, unitsPerBase }) => ({ currency, from, unitsPerBase }),
  recordOf: ({ currency, from, unitsPerBase }) => ({ currency, from, unitsPerBase }),
  compare: (a, b) => comparePlain(a.currency, b.currency) || comparePlain(a.from, b.from),
});
