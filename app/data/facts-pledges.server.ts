import type { Earmark } from '#app/domain/earmark.ts';
import { UNEARMARKED } from '#app/domain/earmark.ts';
import type { PledgeFacts } from '#app/domain/facts.ts';
import type { Allocation, Receipt } from '#app/domain/pledge.ts';
import { asText, collectRows, groupInOrder } from './collected-rows.server.ts';
import type { FactsQuery } from './facts.server.ts';
import type { RawSql } from './raw-sql.server.ts';

/**
 * The pledges of a programme that were announced by the as-of date, with what came in and was written off by then.
 * Receipts that need no conversion come as one sum; the others one by one, as each is rounded at its own rate.
 */
export async function listPledgeFacts(sql: RawSql, query: FactsQuery): Promise<PledgeFacts[]> {
  const [earmarks, allocations, receipts, writtenOff] = [
    await listEarmarks(sql, query),
    await listAllocations(sql, query),
    await listReceipts(sql, query),
    await sumWriteOffs(sql, query),
  ];
  const pledges = await collectRows<
    [
      code: string,
      donor: string,
      currency: string,
      amountMinor: string,
      committedOn: string | null,
      cancelledOn: string | null,
    ]
  >(
    sql,
    ['"code"', '"donorCode"', '"currency"', asText('"amountMinor"'), '"committedOn"', '"cancelledOn"'],
    `"Pledge" WHERE "programmeCode" = ${sql.parameter(1)} AND "date" <= ${sql.parameter(2)}`,
    query.programme,
    query.asOf,
  );
  return pledges.map(([code, donor, currency, amountMinor, committedOn, cancelledOn]) => ({
    code,
    donor,
    currency,
    amountMinor: BigInt(amountMinor),
    committedOn,
    cancelledOn,
    earmark: earmarks.get(code) ?? UNEARMARKED,
    allocations: allocations.get(code) ?? [],
    receipts: receipts.get(code) ?? [],
    writtenOffMinor: writtenOff.get(code) ?? 0n,
  }));
}

type EarmarkRow = readonly [
  pledge: string,
  activity: string | null,
  species: string | null,
  theme: string | null,
  year: number | null,
  position: number,
];

async function listEarmarks(sql: RawSql, { programme }: FactsQuery): Promise<Map<string, Earmark>> {
  const rows = await collectRows<EarmarkRow>(
    sql,
    ['"pledgeCode"', '"activityCode"', '"speciesCode"', '"themeCode"', '"year"', '"position"'],
    `"PledgeEarmark" WHERE "programmeCode" = ${sql.parameter(1)}`,
    programme,
  );
  const earmarks = new Map<string, Earmark>();
  for (const [pledge, entries] of groupInOrder(rows, (row) => row)) earmarks.set(pledge, earmarkOf(entries));
  return earmarks;
}

function earmarkOf(entries: readonly EarmarkRow[]): Earmark {
  const activities: string[] = [];
  const speciesCodes: string[] = [];
  const themes: string[] = [];
  const years: number[] = [];
  for (const [, activity, species, theme, year] of entries) {
    if (activity !== null) activities.push(activity);
    else if (species !== null) speciesCodes.push(species);
    else if (theme !== null) themes.push(theme);
    else if (year !== null) years.push(year);
  }
  return { activities, species: speciesCodes, themes, years };
}

async function listAllocations(sql: RawSql, { programme }: FactsQuery): Promise<Map<string, Allocation[]>> {
  const rows = await collectRows<
    [pledge: string, activity: string, year: number | null, amountMinor: string, position: number]
  >(
    sql,
    ['"pledgeCode"', '"activityCode"', '"year"', asText('"amountMinor"'), '"position"'],
    `"PledgeAllocation" WHERE "programmeCode" = ${sql.parameter(1)}`,
    programme,
  );
  return groupInOrder(rows, ([, activity, year, amountMinor]) => ({
    activity,
    year,
    amountMinor: BigInt(amountMinor),
  }));
}

async function listReceipts(
  sql: RawSql,
  { programme, asOf, currency }: FactsQuery,
): Promise<Map<string, Receipt[]>> {
  const isSummed = `"currency" = ${sql.parameter(3)}`;
  const ofPledges = `"Receipt" AS receipt
    JOIN "Pledge" AS pledge
      ON pledge."programmeCode" = receipt."programmeCode" AND pledge."code" = receipt."pledgeCode"
    WHERE receipt."programmeCode" = ${sql.parameter(1)} AND receipt."date" <= ${sql.parameter(2)}`;
  type Row = [pledge: string, date: string, amountMinor: string, position: number];
  const sums = await collectRows<Row>(
    sql,
    ['"pledgeCode"', '"date"', asText('"amountMinor"'), '0'],
    `(
      SELECT receipt."pledgeCode", MAX(receipt."date") AS "date", SUM(receipt."amountMinor") AS "amountMinor"
      FROM ${ofPledges} AND pledge.${isSummed} GROUP BY receipt."pledgeCode"
    ) AS received`,
    programme,
    asOf,
    currency,
  );
  const singles = await collectRows<Row>(
    sql,
    ['receipt."pledgeCode"', 'receipt."date"', asText('receipt."amountMinor"'), 'receipt."position"'],
    `${ofPledges} AND NOT pledge.${isSummed}`,
    programme,
    asOf,
    currency,
  );
  return groupInOrder([...sums, ...singles], ([, date, amountMinor]) => ({
    date,
    amountMinor: BigInt(amountMinor),
  }));
}

async function sumWriteOffs(sql: RawSql, { programme, asOf }: FactsQuery): Promise<Map<string, bigint>> {
  const sums = await collectRows<[pledge: string, amountMinor: string]>(
    sql,
    ['"pledgeCode"', asText('"amountMinor"')],
    `(
      SELECT "pledgeCode", SUM("amountMinor") AS "amountMinor" FROM "WriteOff"
      WHERE "programmeCode" = ${sql.parameter(1)} AND "date" <= ${sql.parameter(2)} GROUP BY "pledgeCode"
    ) AS sums`,
    programme,
    asOf,
  );
  return new Map(sums.map(([pledge, amountMinor]) => [pledge, BigInt(amountMinor)]));
}
