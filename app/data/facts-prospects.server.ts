import type { ProspectFacts } from '#app/domain/facts.ts';
import { OPEN_STAGES, type OpenStage } from '#app/domain/prospect.ts';
import { asText, collectRows, groupInOrder } from './collected-rows.server.ts';
import type { FactsQuery } from './facts.server.ts';
import type { RawSql } from './raw-sql.server.ts';

/**
 * The open prospects with an ask in the programme that exist on the as-of date and that no pledge announced by then
 * names, of whatever programme.
 *
 * @source domain.md, section 5
 */
export async function listProspectFacts(
  sql: RawSql,
  { programme, asOf }: FactsQuery,
): Promise<ProspectFacts[]> {
  // All asks, also those of prospects that do not count: to look each one's prospect up takes longer than to drop it.
  const asks = await collectRows<[prospect: string, activity: string, amountMinor: string, position: number]>(
    sql,
    ['"prospectCode"', '"activityCode"', asText('"amountMinor"'), '"position"'],
    `"ProspectAsk" WHERE "programmeCode" = ${sql.parameter(1)}`,
    programme,
  );
  const asksByProspect = groupInOrder(asks, ([, activity, amountMinor]) => ({
    activity,
    amountMinor: BigInt(amountMinor),
  }));
  const stages = OPEN_STAGES.map((stage) => `'${stage}'`).join(', ');
  const prospects = await collectRows<
    [code: string, donor: string, currency: string, stage: string, string | null, string | null]
  >(
    sql,
    ['"code"', '"donorCode"', '"currency"', '"stage"', '"probability"', '"decisionBy"'],
    `"Prospect" AS prospect
     WHERE "stage" IN (${stages}) AND "createdOn" <= ${sql.parameter(1)} AND NOT EXISTS (
       SELECT 1 FROM "Pledge" AS pledge
       WHERE pledge."prospectCode" = prospect."code" AND pledge."date" <= ${sql.parameter(1)}
     )`,
    asOf,
  );
  return prospects.flatMap(([code, donor, currency, stage, probability, decisionBy]) => {
    const asks = asksByProspect.get(code);
    return asks ? [{ code, donor, currency, stage: stage as OpenStage, probability, decisionBy, asks }] : [];
  });
}
