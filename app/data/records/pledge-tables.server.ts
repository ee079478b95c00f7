import { amount, defineTable, integer, optionalInteger, optionalText, text } from '../table.server.ts';

const KEY = ['programmeCode', 'pledgeCode', 'position'] as const;
const KEY_COLUMNS = { programmeCode: text(), pledgeCode: text(), position: integer() };

export const PLEDGE_TABLE = defineTable('Pledge', ['code'], {
  code: text(),
  programmeCode: text(),
  donorCode: text(),
  prospectCode: optionalText(),
  date: text(),
  committedOn: optionalText(),
  cancelledOn: optionalText(),
  currency: text(),
  amountMinor: amount(),
});

/** One row for each entry of each dimension of the earmark. */
export const EARMARK_TABLE = defineTable('PledgeEarmark', KEY, {
  ...KEY_COLUMNS,
  activityCode: optionalText(),
  speciesCode: optionalText(),
  themeCode: optionalText(),
  year: optionalInteger(),
});

export const ALLOCATION_TABLE = defineTable('PledgeAllocation', KEY, {
  ...KEY_COLUMNS,
  activityCode: text(),
  year: optionalInteger(),
  amountMinor: amount(),
});

export const INSTALMENT_TABLE = defineTable('Instalment', KEY, {
  ...KEY_COLUMNS,
  due: text(),
  amountMinor: amount(),
});

export const RECEIPT_TABLE = defineTable('Receipt', KEY, {
  ...KEY_COLUMNS,
  date: text(),
  amountMinor: amount(),
});

export const WRITE_OFF_TABLE = defineTable('WriteOff', KEY, {
  ...KEY_COLUMNS,
  date: text(),
  amountMinor: amount(),
  reason: optionalText(),
});
